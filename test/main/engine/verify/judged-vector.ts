// A vector, judged by its provider's rules as an endpoint with its secret and options would.

import { compileProvider } from '../../../../src/main/engine/verify/compile.ts';
import {
  findProvider,
  type Interpretation,
  interpret,
} from '../../../../src/main/engine/verify/index.ts';
import type { FindKeys } from '../../../../src/main/engine/verify/keys/keys.ts';
import { readKeys } from '../../../../src/main/engine/verify/keys/read-keys.ts';
import type { Provider, Rule } from '../../../../src/main/engine/verify/provider.ts';
import type { Secret } from '../../../../src/main/engine/verify/scheme.ts';
import { createView, type SignedRequest } from '../../../../src/main/engine/verify/view.ts';
import type { Verdict } from '../../../../src/shared/model.ts';
import { ARRIVAL } from './judging.ts';
import { withDefaults } from './tampering.ts';
import type { Vector } from './vectors/vector.ts';

/** When it arrives, ms since the epoch: so long after it was signed. */
export function arrivalOf({ signedAt }: Vector, afterMs: number): number {
  return signedAt === null ? ARRIVAL : signedAt * 1000 + afterMs;
}

export function requestOf({ method = 'POST', url, headers, body }: Vector): SignedRequest {
  const at = url === undefined ? null : new URL(url);
  return {
    ...{ method, target: at === null ? '/hook' : at.pathname + at.search, headers },
    ...{ publicOrigin: at?.origin ?? null, body: { kind: 'memory', bytes: Buffer.from(body) } },
  };
}

/** What an endpoint that is set up for the vector's provider makes of it. */
export function interpretVector(vector: Vector, receivedAt: number): Interpretation {
  const { provider, options = {} } = vector;
  return interpret(
    { ...requestOf(vector), complete: true },
    {
      ...{ provider, providerOptions: options, toleranceSeconds: null, keys: keysOf(vector) },
      secrets: secretsOf(vector),
    },
    receivedAt,
  );
}

export interface JudgedRule {
  provider: Provider;
  /** Its place among the provider's rules. */
  index: number;
  rule: Rule;
  judge(changed: SignedRequest): Verdict;
}

/** The rule by which the vector is verified, or that says that there is nothing to verify. */
export function ruleOf(vector: Vector, receivedAt = arrivalOf(vector, 0)): JudgedRule {
  const { options = {} } = vector;
  const provider = findProvider(vector.provider);
  const judges = provider && compileProvider(provider, options).judges;
  if (judges === null || 'problem' in judges) throw new Error(`no provider ${vector.provider}`);
  const verdictBy = (index: number, request: SignedRequest) =>
    judges[index]?.verify({
      ...{ view: createView(request, true), lockedSecrets: false, toleranceSeconds: null },
      ...{ secrets: secretsOf(vector), receivedAt, keys: keysOf(vector) },
    }) as Verdict;
  const request = requestOf(vector);
  const view = createView(request, true);
  const index = judges.findIndex(
    (judge, at) => judge.isPresent(view) && judge.applies(view) && isRight(verdictBy(at, request)),
  );
  const rule = provider?.rules[index];
  if (!provider || !rule) throw new Error(`no rule of ${vector.provider} verifies it`);
  return {
    ...{ provider, index, rule: withDefaults(provider, rule, options) },
    judge: (changed) => verdictBy(index, changed),
  };
}

function secretsOf({ secret, encryptionKey = '' }: Vector): Secret[] {
  const all = [
    { label: 'current', value: secret },
    { label: 'encryption', value: encryptionKey },
  ];
  return all.filter(({ value }) => value !== '');
}

function isRight({ status, reason }: Verdict): boolean {
  return status === 'verified' || (status === 'unchecked' && reason === 'no-signature');
}

/** What the provider publishes, as if it had been fetched. */
function keysOf({ keys }: Vector): FindKeys {
  return ({ url, as }) =>
    url === keys?.url
      ? { state: 'known', keys: readKeys(keys.text, as) }
      : { state: 'failed', why: 'the vector has no such document' };
}
