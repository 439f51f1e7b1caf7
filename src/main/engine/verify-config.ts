// What an endpoint says about those who send to it, as the judges take it.

import type { Endpoint } from '../../shared/model.ts';
import type { Endpoints } from './endpoints/endpoints.ts';
import type { VerifyConfig } from './verify/interpret.ts';
import type { FindKeys } from './verify/keys/keys.ts';

/** Without `keys`, no key that a provider publishes is there yet. */
export function verifyConfigOf(
  endpoints: Pick<Endpoints, 'secretsOf'>,
  endpoint: Endpoint,
  keys: FindKeys | undefined,
): VerifyConfig {
  const { secrets, locked, testKeys } = endpoints.secretsOf(endpoint);
  return {
    provider: endpoint.provider,
    providerOptions: endpoint.providerOptions,
    toleranceSeconds: endpoint.toleranceSeconds,
    secrets,
    lockedSecrets: locked,
    testKeys,
    keys,
  };
}
