// The call `verify`: judges a request that a caller has at hand, which need not have come here.

import type { CallResults, CheckedInput } from '../../shared/contract.ts';
import { HookglassError } from './errors.ts';
import { verifyRequest } from './verify/index.ts';

/** As for a delivery that was received. */
const MAX_DOCTOR_MS = 50;

/** Rejects `bad-input` when there is no such provider, or an option or the time makes no sense. */
export function verifyCall(
  { bodyBase64, at, ...question }: CheckedInput<'verify'>,
  now: number,
): CallResults['verify'] {
  const verdict = verifyRequest({
    ...question,
    body: Buffer.from(bodyBase64, 'base64'),
    at: at === undefined ? now : Date.parse(at),
    budgetMs: MAX_DOCTOR_MS,
    clock: () => performance.now(),
  });
  if ('problem' in verdict) throw new HookglassError('bad-input', verdict.problem);
  return verdict;
}
