// Tells how the replays end that were asked for here, once each. The end may be told before the call answers.

import type { AppEvent } from '../../shared/contract.ts';
import type { Attempt } from '../../shared/model.ts';

const MAX_REMEMBERED = 100;

type Tell = (attempt: Attempt) => void;

/** Matches replays that were asked for with the ends that events tell of. */
export function createAttemptWatch(tell: Tell) {
  const awaited = new Map<string, Tell>();
  const ended = new Map<string, Attempt>();

  return {
    /** Says that the end of this attempt is of interest, to `whom` if it is not to be told as ever. */
    expect(attemptId: string, whom: Tell = tell): void {
      const attempt = ended.get(attemptId);
      if (attempt !== undefined) whom(attempt);
      else awaited.set(attemptId, whom);
    },
    applyEvents(events: readonly AppEvent[]): void {
      for (const event of events) {
        if (event.type !== 'attempt.changed' || event.attempt.outcome === 'pending') continue;
        const { attempt } = event;
        if (attempt.trigger !== 'replay') continue;
        ended.set(attempt.id, attempt);
        const [oldest] = ended.keys();
        if (ended.size > MAX_REMEMBERED && oldest !== undefined) ended.delete(oldest);
        awaited.get(attempt.id)?.(attempt);
        awaited.delete(attempt.id);
      }
    },
  };
}
