// Group commit: everything that was asked for in one turn of the event loop is one transaction.

import { type PackedRepeats, packedRepeats, repeatsAny } from '../repeats.ts';
import type { Group, GroupResult, Problem } from '../threads/protocol.ts';
import { problemOf } from '../threads/protocol.ts';
import type { AttemptWriter } from './attempts.ts';
import type { DeliveryWriter } from './deliveries.ts';
import type { Recurrences } from './recurrences.ts';
import type { Transact } from './transaction.ts';

/** A delivery's rows without its message: the verdict and what the list shows. */
const ROW_BYTES = 600;

export interface GroupOptions {
  deliveries: DeliveryWriter;
  recurrences: Recurrences;
  attempts: AttemptWriter;
  transact: Transact;
}

export function createGroupCommit({ deliveries, recurrences, attempts, transact }: GroupOptions) {
  function write(group: Group, repeats: PackedRepeats): void {
    const { count, used } = group.deliveries;
    transact(
      () => {
        deliveries.insert(group.deliveries, repeats, 0, count);
        for (const answer of group.answers) deliveries.recordAnswer(answer);
        for (const attempt of group.attempts) attempts.put(attempt);
        for (const [id, body] of group.attemptBodies) attempts.putBody(id, body);
      },
      used + count * ROW_BYTES,
    );
  }

  /** One bad entry must not take the others of its group with it: each gets a try of its own. */
  function writeEach(group: Group, repeats: PackedRepeats): GroupResult {
    const result = resultOf(repeats);
    const { count, used } = group.deliveries;
    for (let place = 0; place < count; place++) {
      const problem = tryTo(() => {
        transact(
          () => deliveries.insert(group.deliveries, repeats, place, place + 1),
          used / count,
        );
      });
      if (problem) result.deliveries.push([place, problem]);
    }
    if (result.deliveries.length > 0) recurrences.doubt();
    for (const answer of group.answers) {
      tryTo(() => transact(() => deliveries.recordAnswer(answer)));
    }
    for (const [place, attempt] of group.attempts.entries()) {
      const problem = tryTo(() => transact(() => attempts.put(attempt)));
      if (problem) result.attempts.push([place, problem]);
    }
    for (const [id, body] of group.attemptBodies) {
      tryTo(() => transact(() => attempts.putBody(id, body), body.length));
    }
    return result;
  }

  /** Never throws: what could not be written is in the result. */
  return (group: Group): GroupResult => {
    let repeats = packedRepeats(group.deliveries.count);
    try {
      // Once, before anything is written: a second look would find what the first one noted.
      repeats = recurrences.note(group.deliveries);
      write(group, repeats);
      return resultOf(repeats);
    } catch {
      return writeEach(group, repeats);
    }
  };
}

/** All was written. */
function resultOf(repeats: PackedRepeats): GroupResult {
  return { deliveries: [], attempts: [], repeats: repeatsAny(repeats) ? repeats : null };
}

function tryTo(work: () => void): Problem | null {
  try {
    work();
    return null;
  } catch (error) {
    return problemOf(error);
  }
}
