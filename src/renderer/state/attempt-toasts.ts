// Tells how the replays end that were asked for here, once each. The end may be told before the call answers.

import type { AppEvent } from '../../shared/contract.ts';
import type { Attempt } from '../../shared/model.ts';

const MAX_REMEMBERED = 100;

/** Matches replays that were asked for with the ends that events tell of. */
export function createAttemptWatch(tell: (attempt: Attempt) => void) {
  const awaited = new Set<string>();
  const ended = new Map<string, Attempt>();

  return {
    /** Says that the end of this attempt is of interest. */
    expect(attemptId: string): void {
      const attempt = ended.get(attemptId);
      if (attempt !== undefined) tell(attempt);
      else awaited.add(attemptId);
    },
    applyEvents(events: readonly AppEvent[]): void {
      for (const event of events) {
        if (event.type !== 'attempt.changed' || event.attempt.outcome === 'pending') continue;
        const { attempt } = event;
        if (attempt.trigger !== 'replay') continue;
        ended.set(attempt.id, attempt);
        const [oldest] = ended.keys();
        if (ended.size > MAX_REMEMBERED && oldest !== undefined) ended.delete(oldest);
        if (awaited.delete(attempt.id)) tell(attempt);
      }
    },
  };
}
