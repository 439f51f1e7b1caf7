// The store's calls that change or remove what is stored, in the writing thread.

import { byId, type Call } from './call.ts';
import { firstIdAt } from './ids.ts';
import type { Store } from './store.ts';
import type { Threads } from './threads/start.ts';

const DAY_MS = 86_400_000;

type Changes = Pick<Store, 'setPinned' | 'updateVerdict' | 'removeDelivery' | 'clear' | 'prune'>;

export function createChanges(writer: Threads['writer'], clock: () => number, call: Call): Changes {
  return {
    setPinned: (id, pinned) =>
      byId(call, 'dlv', id, false, (row) => writer.ask({ kind: 'pin', id: row, pinned })),
    updateVerdict: (id, verdict) =>
      byId(call, 'dlv', id, false, (row) => writer.ask({ kind: 'verdict', id: row, verdict })),
    removeDelivery: (id) =>
      byId(call, 'dlv', id, false, (row) => writer.ask({ kind: 'remove', id: row })),
    clear: (endpointId) => call(() => writer.ask({ kind: 'clear', endpointId })),
    prune({ maxCount, maxBytes, maxAgeDays }) {
      const keptFrom = firstIdAt(clock() - maxAgeDays * DAY_MS);
      return call(() => writer.ask({ kind: 'prune', limits: { maxCount, maxBytes, keptFrom } }));
    },
  };
}
