// Removing deliveries so that it can be taken back for a while: hidden at once, gone for good when the
// time is over or, whatever happened until then, at the next start.

import type { Removed } from '../../shared/contract.ts';
import type { Bus } from './bus.ts';
import { HookglassError } from './errors.ts';
import type { Later } from './later.ts';
import type { Hidden, Restored, Store } from './store/store.ts';

/** How long a removal can be undone, in ms. */
const UNDO_MS = 10_000;
/** More at once, and lists load anew instead of being told each id. */
const MAX_TOLD = 200;

export interface Removals {
  /** Removes these, pinned or not. Rejects `not-found` when none of them is there. */
  remove(ids: readonly string[]): Promise<Removed>;
  /** Removes all unpinned ones, of one endpoint or of all. */
  clear(endpointId: string | null): Promise<Removed>;
  /** Brings back what a removal took, or the last one; rejects `not-found` when that is over. */
  undo(removal: string | null): Promise<Restored>;
  /** What can still be undone waits for the next start to go for good. */
  close(): void;
}

export interface RemovalsOptions {
  store: Pick<Store, 'hide' | 'hideAll' | 'restore' | 'purge'>;
  bus: Bus;
  now: () => Date;
  later: Later;
  /** The counts are other ones now. */
  onChanged: () => void;
  onError: (error: unknown) => void;
}

export function createRemovals(options: RemovalsOptions): Removals {
  const { store, bus, onChanged, onError } = options;
  /** What can be undone, oldest first, with what calls its end off. */
  const open = new Map<string, () => void>();
  store.purge(null).catch(onError);

  function kept({ removal, count }: Hidden): Removed {
    onChanged();
    if (count === 0) return { removed: 0, removal: null, undoUntil: null };
    const name = String(removal);
    const callOff = options.later(UNDO_MS, () => {
      open.delete(name);
      store.purge(removal).then(onChanged, onError);
    });
    open.set(name, callOff);
    const undoUntil = new Date(options.now().getTime() + UNDO_MS).toISOString();
    return { removed: count, removal: name, undoUntil };
  }

  return {
    async remove(ids) {
      const hidden = await store.hide(ids);
      if (hidden.count > 0 && ids.length <= MAX_TOLD) {
        bus.publish({ type: 'deliveries.removed', ids: [...ids] });
      } else if (hidden.count > 0) bus.publish({ type: 'deliveries.reset' });
      return kept(hidden);
    },
    async clear(endpointId) {
      const hidden = await store.hideAll(endpointId);
      bus.publish({ type: 'deliveries.reset' });
      return kept(hidden);
    },
    async undo(wanted) {
      const name = wanted ?? [...open.keys()].at(-1);
      const callOff = name === undefined ? undefined : open.get(name);
      if (name === undefined || callOff === undefined) {
        const seconds = UNDO_MS / 1000;
        const message = `There is nothing to undo: what was removed more than ${seconds} seconds ago is gone.`;
        throw new HookglassError('not-found', message);
      }
      callOff();
      open.delete(name);
      const restored = await store.restore(Number(name));
      bus.publish({ type: 'deliveries.reset' });
      onChanged();
      return restored;
    },
    close() {
      for (const callOff of open.values()) callOff();
      open.clear();
    },
  };
}
