// The list in the middle: either the live list, or the results of a search over it.
//
// The rule of movement: while the list is at its very top and no row is selected, new deliveries appear
// at once. Otherwise nothing moves; they are counted behind a pill, and shown when it is pressed, or when
// the person is back at the top with nothing selected. So it is under a filter, too. A filter that cannot
// be read changes nothing: what the last good one found stays.

import { create } from 'zustand';
import type { AppEvent } from '../../shared/contract.ts';
import type { DeliverySummary } from '../../shared/model.ts';
import { parseQuery } from '../../shared/query/parse.ts';
import type { Call } from '../../shared/rpc.ts';
import { call } from '../host.ts';
import { later as afterMs, type Later } from '../lib/later.ts';
import { emptyList, ListLoader, type ListState } from './list-loader.ts';
import { countRows, indexOfRow, rowAtIndex } from './list-window.ts';
import { everything, type Scope, sameScope } from './scope.ts';
import { type Search, SearchLoader } from './search-loader.ts';

export interface StreamState extends ListState {
  scope: Scope;
  /** Null while the live list is shown. */
  search: Search | null;
  /** Grows whenever the list should go to its top. */
  toTop: number;
  /** Shows a scope, searched for `query` when that is not blank. Typing is waited out. */
  show(scope: Scope, query: string): void;
  /** The first and last row on screen, by index. */
  setVisible(first: number, last: number): void;
  setAtTop(atTop: boolean): void;
  /** Whether a row is selected: then nothing moves. */
  setReading(reading: boolean): void;
  applyEvents(events: readonly AppEvent[]): void;
  /** Shows what waits behind the pill, and goes to the top; while searching it searches again. */
  reveal(): void;
  /** Asks for everything on screen anew: after a reconnect, or after an error. */
  reload(): void;
  /** The row at an index, fetched when it must be. */
  loadRow(index: number): Promise<DeliverySummary | null>;
}

const TYPING_MS = 150;

/** How many rows the list has, loaded or not. */
export function rowCount({ search, window }: StreamState): number {
  return search === null ? countRows(window) : search.rows.length;
}

/** The row at an index counted from the top; undefined when it is not loaded. */
export function rowAt({ search, window }: StreamState, index: number): DeliverySummary | undefined {
  return search === null ? rowAtIndex(window, index) : search.rows[index];
}

/** The index of a loaded row; -1 when it is not there. */
export function indexOf({ search, window }: StreamState, id: string): number {
  if (search !== null) return search.rows.findIndex((row) => row.id === id);
  return indexOfRow(window, id);
}

/** A list that asks through `ask`; `later` stands for the clock. */
export function createStream(ask: Call, later: Later = afterMs) {
  return create<StreamState>()((set, get) => {
    const list = new ListLoader({ ask, later, get, set });
    const results = new SearchLoader({
      ask,
      later,
      get: () => get().search,
      set: (search) => set({ search }),
    });
    let stopWaiting = () => {};
    let started = false;
    let query = '';

    return {
      ...emptyList,
      scope: everything,
      search: null,
      toTop: 0,
      show(scope, text) {
        const moved = !sameScope(scope, get().scope);
        const wanted = parseQuery(text).ok ? text.trim() : query;
        const typed = wanted !== query;
        if (!moved && !typed && started) return;
        query = wanted;
        stopWaiting();
        set({ scope, ...(moved || typed ? { toTop: get().toTop + 1 } : {}) });
        if (moved || !started) list.start(scope);
        started = true;
        if (query === '') return results.stop();
        if (moved || !typed) return results.start(scope, query);
        stopWaiting = later(TYPING_MS, () => results.start(scope, query));
      },
      setVisible(first, last) {
        if (get().search === null) list.setVisible(first, last);
        else results.setVisible(last);
      },
      setAtTop(atTop) {
        if (get().search === null) list.setAtTop(atTop);
        else results.setAtTop(atTop);
      },
      setReading(reading) {
        list.setReading(reading);
        results.setReading(reading);
      },
      applyEvents(events) {
        list.applyEvents(events);
        results.applyEvents(events);
      },
      reveal() {
        const { search, toTop } = get();
        set({ toTop: toTop + 1 });
        if (search === null) list.reveal();
        else results.reveal();
      },
      reload() {
        const { scope, search } = get();
        list.start(scope);
        if (search !== null) results.start(scope, search.query);
      },
      async loadRow(index) {
        const { search } = get();
        return search === null ? list.loadRow(index) : (search.rows[index] ?? null);
      },
    };
  });
}

export const useStream = createStream(call);
