// How many deliveries a filter finds.

import type { Counted } from '../../../../shared/finding.ts';
import type { CountAsk } from '../threads/protocol.ts';
import type { ScanRows } from './scan.ts';

/** A count beside a saved filter is worth no more than this. */
const ENOUGH_MS = 250;

export function createCount(
  scan: ScanRows,
): (ask: CountAsk, signal: AbortSignal) => Promise<Counted> {
  return async (ask, signal) => {
    let count = 0;
    const { complete } = await scan(
      { ...ask, columns: 'd.id', lowest: 0, enoughMs: ENOUGH_MS },
      () => {
        count++;
      },
      signal,
    );
    return { count, complete };
  };
}
