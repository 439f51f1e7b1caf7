// Replaying several deliveries: one after another in the order they came in, each to its endpoint's
// destination, so that a server sees them as it would have. What stops one does not stop the others.

import type { Attempt, DeliverySummary } from '../../shared/model.ts';
import { CallError } from '../../shared/rpc.ts';
import { compareIds } from './list-window.ts';

export interface Tally {
  /** Answered below 400, and otherwise. */
  ok: number;
  refused: number;
  /** No answer came. */
  failed: number;
  /** Their endpoint has no destination, or none that was allowed. */
  nowhere: number;
  /** They are gone, or never were a whole request. */
  unsendable: number;
  /** Not sent any more, as it was stopped. */
  left: number;
}

export interface ReplayManyParts {
  /** Sends a delivery again; answers the attempt's id. */
  send(id: string): Promise<string>;
  /** Resolves when the attempt has ended. */
  ended(attemptId: string): Promise<Pick<Attempt, 'outcome' | 'status'>>;
  /** Asks whether the endpoint's destination may be used; false when not. */
  allow(endpointId: string): Promise<boolean>;
  progress(done: number, of: number): void;
  stopped(): boolean;
}

/** Rejects when the host cannot be asked any more. */
export async function replayInOrder(
  rows: readonly DeliverySummary[],
  parts: ReplayManyParts,
): Promise<Tally> {
  const tally: Tally = { ok: 0, refused: 0, failed: 0, nowhere: 0, unsendable: 0, left: 0 };
  const oldestFirst = [...rows].sort((a, b) => compareIds(a.id, b.id));
  const forbidden = new Set<string>();
  for (const [index, row] of oldestFirst.entries()) {
    if (parts.stopped()) {
      tally.left = oldestFirst.length - index;
      break;
    }
    parts.progress(index, oldestFirst.length);
    tally[await replayOne(row, parts, forbidden)] += 1;
  }
  return tally;
}

async function replayOne(
  row: DeliverySummary,
  parts: ReplayManyParts,
  forbidden: Set<string>,
): Promise<Exclude<keyof Tally, 'left'>> {
  if (forbidden.has(row.endpointId)) return 'nowhere';
  try {
    const { outcome, status } = await parts.ended(await parts.send(row.id));
    if (outcome === 'failure') return 'failed';
    return status !== null && status < 400 ? 'ok' : 'refused';
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    switch (error.code) {
      case 'destination-unconfirmed':
        if (await parts.allow(row.endpointId)) return replayOne(row, parts, forbidden);
        forbidden.add(row.endpointId);
        return 'nowhere';
      case 'no-destination':
        return 'nowhere';
      case 'not-found':
      case 'conflict':
      case 'body-gone':
        return 'unsendable';
      default:
        throw error;
    }
  }
}
