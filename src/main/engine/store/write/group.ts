// Group commit: everything that was asked for in one turn of the event loop is one transaction.

import type { Group, GroupResult, Problem } from '../threads/protocol.ts';
import { problemOf } from '../threads/protocol.ts';
import type { AttemptWriter } from './attempts.ts';
import { type DeliveryWriter, inlineSize } from './deliveries.ts';
import type { Transact } from './transaction.ts';

/** The rows of a delivery without its body: headers, verdict and what the list shows. */
const ROW_BYTES = 1000;

export interface GroupOptions {
  deliveries: DeliveryWriter;
  attempts: AttemptWriter;
  transact: Transact;
}

export function createGroupCommit({ deliveries, attempts, transact }: GroupOptions) {
  function write(group: Group): void {
    const bytes = group.bodies.length + group.deliveries.length * ROW_BYTES;
    transact(() => {
      deliveries.insert(group.deliveries, group.bodies);
      for (const answer of group.answers) deliveries.recordAnswer(answer);
      for (const attempt of group.attempts) attempts.put(attempt);
      for (const [id, body] of group.attemptBodies) attempts.putBody(id, body);
    }, bytes);
  }

  /** One bad entry must not take the others of its group with it: each gets a try of its own. */
  function writeEach(group: Group): GroupResult {
    const result: GroupResult = { deliveries: [], attempts: [] };
    let at = 0;
    for (const [place, parcel] of group.deliveries.entries()) {
      const bodies = group.bodies.subarray(at, at + inlineSize(parcel));
      at += bodies.length;
      const problem = attempt(() => write({ ...EMPTY, deliveries: [parcel], bodies }));
      if (problem) result.deliveries.push([place, problem]);
    }
    for (const answer of group.answers) attempt(() => write({ ...EMPTY, answers: [answer] }));
    for (const [place, each] of group.attempts.entries()) {
      const problem = attempt(() => write({ ...EMPTY, attempts: [each] }));
      if (problem) result.attempts.push([place, problem]);
    }
    for (const body of group.attemptBodies) {
      attempt(() => write({ ...EMPTY, attemptBodies: [body] }));
    }
    return result;
  }

  /** Never throws: what could not be written is in the result. */
  return (group: Group): GroupResult => {
    try {
      write(group);
      return { deliveries: [], attempts: [] };
    } catch {
      return writeEach(group);
    }
  };
}

const EMPTY: Group = {
  kind: 'group',
  deliveries: [],
  bodies: new Uint8Array(),
  answers: [],
  attempts: [],
  attemptBodies: [],
};

function attempt(work: () => void): Problem | null {
  try {
    work();
    return null;
  } catch (error) {
    return problemOf(error);
  }
}
