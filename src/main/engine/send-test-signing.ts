// What a test event is signed with: a secret of the endpoint's, or where the provider signs with a
// private key, one of our own that the endpoint accepts beside the provider's.

import { assertNever } from '../../shared/assert-never.ts';
import type { CallResults, CheckedInput, SentTest } from '../../shared/contract.ts';
import type { Endpoint } from '../../shared/model.ts';
import type { Endpoints } from './endpoints/endpoints.ts';
import { HookglassError } from './errors.ts';
import {
  findProvider,
  keyRuleOf,
  type Provider,
  privateKeyKind,
  publicKeyFor,
  publicKeySet,
  signsWithKeyOnly,
  TEST_KEY_ID,
} from './verify/index.ts';

export type SignedWith = SentTest['signedWith'];

export interface Signing {
  signedWith: SignedWith;
  /** As verify/sample.ts takes them. */
  secret: string | null;
  key?: string;
  keyId?: string;
}

/**
 * By default what the provider itself would sign with, as far as it is there. Rejects `no-sample` when
 * there is no such secret, or the provider signs with no key; `conflict` when the key is locked.
 */
export async function signingFor(
  endpoints: Endpoints,
  endpoint: Endpoint,
  provider: Provider,
  wanted: CheckedInput<'deliveries.sendTest'>['signWith'],
): Promise<Signing> {
  const secrets = endpoints.secretsOf(endpoint).secrets.map(({ value }) => value);
  const way = wanted ?? usualWay(provider, secrets);
  switch (way) {
    case 'nothing':
      return { signedWith: null, secret: null };
    case 'secret': {
      const secret = secrets.find((value) => privateKeyKind(value) !== null) ?? secrets[0];
      if (secret !== undefined) return { signedWith: 'secret', secret };
      const message = `The endpoint “${endpoint.name}” has no secret to sign with. Enter one, or send it unsigned.`;
      throw new HookglassError('no-sample', message);
    }
    case 'test-key': {
      const { key } = await testKeyOf(endpoints, endpoint.id, provider);
      // What is no key can be part of what is signed, as the webhook ID of PayPal is.
      const secret = secrets.find((value) => !value.includes('-----BEGIN ')) ?? '';
      return { signedWith: 'test-key', secret, key, keyId: TEST_KEY_ID };
    }
    default:
      return assertNever(way);
  }
}

function usualWay(provider: Provider, secrets: readonly string[]) {
  if (!signsWithKeyOnly(provider)) return secrets.length > 0 ? 'secret' : 'nothing';
  return secrets.some((value) => privateKeyKind(value) !== null) ? 'secret' : 'test-key';
}

async function testKeyOf(endpoints: Endpoints, endpointId: string, provider: Provider) {
  const found = keyRuleOf(provider);
  if (found === null) {
    const message = `${provider.name} signs with a secret that both sides know, so there is no key to make.`;
    throw new HookglassError('no-sample', message);
  }
  return { rule: found.rule, key: await endpoints.testKeyOf(endpointId, found.kind) };
}

/**
 * The public half of the key with which the endpoint's test events are signed, for whoever verifies
 * them elsewhere; made at the first time. Rejects as {@link signingFor} does, and `not-found`.
 */
export async function testKeyCall(
  endpoints: Endpoints,
  { id, provider }: CheckedInput<'endpoints.testKey'>,
): Promise<CallResults['endpoints.testKey']> {
  const known = findProvider(provider ?? endpoints.get(id).provider ?? '');
  if (known === null) throw new HookglassError('bad-input', 'There is no such provider.');
  const { rule, key } = await testKeyOf(endpoints, id, known);
  const keySet = rule.scheme === 'jwt' ? publicKeySet(key, TEST_KEY_ID) : null;
  return { publicKey: publicKeyFor(rule, key).trim(), keySet };
}
