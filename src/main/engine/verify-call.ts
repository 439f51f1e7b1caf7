// The call `verify`: judges a request that a caller has at hand, which need not have come here.

import type { CallResults, CheckedInput } from '../../shared/contract.ts';
import { HookglassError } from './errors.ts';
import { type KeySource, withKeys } from './keys/with-keys.ts';
import { verifyRequest } from './verify/index.ts';

/** As for a delivery that was received. */
const MAX_DOCTOR_MS = 50;

/**
 * Keys that the provider publishes are fetched first. Rejects `bad-input` when there is no such provider,
 * or an option or the time makes no sense.
 */
export async function verifyCall(
  { bodyBase64, at, ...question }: CheckedInput<'verify'>,
  now: number,
  cache: KeySource,
): Promise<CallResults['verify']> {
  const verdict = await withKeys(cache, (keys) =>
    verifyRequest({
      ...question,
      keys,
      body: Buffer.from(bodyBase64, 'base64'),
      at: at === undefined ? now : Date.parse(at),
      budgetMs: MAX_DOCTOR_MS,
      clock: () => performance.now(),
    }),
  );
  if ('problem' in verdict) throw new HookglassError('bad-input', verdict.problem);
  return verdict;
}
