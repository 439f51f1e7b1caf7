// The store's calls that change or remove what is stored, in the writing thread.

import { byId, type Call } from './call.ts';
import { labelCode } from './codes.ts';
import { firstIdAt, formatId, parseId } from './ids.ts';
import type { Store } from './store.ts';
import type { Threads } from './threads/start.ts';

const DAY_MS = 86_400_000;

type Changes = Pick<
  Store,
  'setPinned' | 'annotate' | 'updateVerdict' | 'hide' | 'hideAll' | 'restore' | 'purge' | 'prune'
>;

export function createChanges(writer: Threads['writer'], clock: () => number, call: Call): Changes {
  return {
    setPinned: (id, pinned) =>
      byId(call, 'dlv', id, false, (row) => writer.ask({ kind: 'pin', id: row, pinned })),
    annotate: ({ ids, label, note }) => {
      const rows = ids.flatMap((id) => parseId('dlv', id) ?? []);
      return call(async () => {
        const found = await writer.ask({
          kind: 'annotate',
          ids: rows,
          ...(label !== undefined && { label: labelCode(label) }),
          ...(note !== undefined && { note }),
        });
        return found.map((id) => formatId('dlv', id));
      });
    },
    updateVerdict: (id, verdict, provider) =>
      byId(call, 'dlv', id, false, (row) =>
        writer.ask({ kind: 'verdict', id: row, verdict, provider: provider ?? null }),
      ),
    hide: (ids) => {
      const rows = ids.flatMap((id) => parseId('dlv', id) ?? []);
      return call(() => writer.ask({ kind: 'hide', ids: rows }));
    },
    hideAll: (endpointId) => call(() => writer.ask({ kind: 'hideAll', endpointId })),
    restore: (removal) =>
      call(async () => {
        const { restored, ids } = await writer.ask({ kind: 'restore', removal });
        return { restored, ids: ids.map((id) => formatId('dlv', id)) };
      }),
    purge: (removal) => call(() => writer.ask({ kind: 'purge', removal })),
    prune({ maxCount, maxBytes, maxAgeDays }) {
      const keptFrom = firstIdAt(clock() - maxAgeDays * DAY_MS);
      return call(() => writer.ask({ kind: 'prune', limits: { maxCount, maxBytes, keptFrom } }));
    },
  };
}
