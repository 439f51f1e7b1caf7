// How many deliveries the saved filters find, for the sidebar: counted one after another, again when
// something came or changed, and seldom enough that counting costs a small part of the time.

import { create } from 'zustand';
import type { AppEvent } from '../../shared/contract.ts';
import type { Call } from '../../shared/rpc.ts';
import { call } from '../host.ts';
import { later as afterMs, type Later } from '../lib/later.ts';

export interface FilterCount {
  count: number;
  /** False when there may be more: counting took too long. */
  complete: boolean;
}

export interface FilterCounts {
  /** By the filter's text. */
  counts: ReadonlyMap<string, FilterCount>;
  /** The filters whose counts are shown from now on. */
  show(queries: readonly string[]): void;
  applyEvents(events: readonly AppEvent[]): void;
}

const PAUSE_MS = 2000;
/** Counting may take one part of so many. */
const SHARE = 10;

/** A store that asks through `ask`; `later` stands for the clock, `now` tells it in ms. */
export function createFilterCounts(ask: Call, later: Later, now: () => number) {
  return create<FilterCounts>()((set, get) => {
    let queries: readonly string[] = [];
    let dirty = false;
    let busy = false;

    const countAll = async () => {
      busy = true;
      dirty = false;
      const began = now();
      for (const query of queries) {
        try {
          const counted = await ask('deliveries.count', { query });
          set({ counts: new Map([...get().counts, [query, counted]]) });
        } catch {
          // Without its count a filter is as good; it is tried again with the next change.
        }
      }
      later(Math.max(PAUSE_MS, (now() - began) * SHARE), () => {
        busy = false;
        if (dirty) void countAll();
      });
    };
    const touch = () => {
      dirty = true;
      if (!busy) void countAll();
    };

    return {
      counts: new Map(),
      show(next) {
        const added = next.some((query) => !queries.includes(query));
        queries = next;
        set({ counts: new Map([...get().counts].filter(([query]) => next.includes(query))) });
        if (added) touch();
      },
      applyEvents(events) {
        if (queries.length > 0 && events.some(({ type }) => type.startsWith('deliveries.')))
          touch();
      },
    };
  });
}

export const useFilterCounts = createFilterCounts(call, afterMs, () => performance.now());
