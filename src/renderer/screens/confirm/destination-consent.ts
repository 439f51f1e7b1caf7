// A call that sends something to a destination, with the question that the host may have first.

import { CallError } from '../../../shared/rpc.ts';

/**
 * Does the work; when the host wants the destination confirmed, asks and does it once more. Answers
 * null when the user said no. Other errors pass through.
 */
export async function withConsent<T>(
  work: () => Promise<T>,
  ask: () => Promise<boolean>,
): Promise<{ result: T } | null> {
  try {
    return { result: await work() };
  } catch (error) {
    if (!(error instanceof CallError) || error.code !== 'destination-unconfirmed') throw error;
  }
  return (await ask()) ? { result: await work() } : null;
}
