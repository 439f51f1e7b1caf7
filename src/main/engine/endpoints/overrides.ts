// What the command line sets on the default endpoint: laid over it for this run, never written.

import type { CheckedInput } from '../../../shared/contract.ts';
import type { Endpoint, SecretInfo } from '../../../shared/model.ts';

export interface RunOverrides {
  provider?: string | null;
  forwardTo?: string | null;
  secret?: string | null;
}

export const RUN_SECRET_ID = 'sec_this_run';

export function overlaid(endpoint: Endpoint, overrides: RunOverrides): Endpoint {
  const { provider, forwardTo, secret } = overrides;
  return {
    ...endpoint,
    provider: provider ?? endpoint.provider,
    forwardTo: forwardTo ?? endpoint.forwardTo,
    secrets: secret ? [runSecret(secret), ...endpoint.secrets] : endpoint.secrets,
  };
}

/** What the user sets by hand from now on is no longer the command line's. */
export function remainingOverrides(
  overrides: RunOverrides,
  input: CheckedInput<'endpoints.update'>,
): RunOverrides {
  const keepsSecret =
    !input.secrets || input.secrets.some((secret) => 'id' in secret && secret.id === RUN_SECRET_ID);
  return {
    provider: input.provider === undefined ? overrides.provider : null,
    forwardTo: input.forwardTo === undefined ? overrides.forwardTo : null,
    secret: keepsSecret ? overrides.secret : null,
  };
}

function runSecret(value: string): SecretInfo {
  return { id: RUN_SECRET_ID, label: 'this run', lastFour: lastFour(value), source: 'environment' };
}

/** Four characters tell one secret from another; of a short one they would tell too much. */
export function lastFour(value: string): string {
  return value.length >= 12 ? value.slice(-4) : '';
}
