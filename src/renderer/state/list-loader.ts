// Keeps the held part of the list true: fetches what is looked at, takes in what arrives, and starts
// anew where that is the only honest answer. One request at a time; answers that came too late are dropped.

import type { AppEvent } from '../../shared/contract.ts';
import type { DeliverySummary } from '../../shared/model.ts';
import type { Call } from '../../shared/rpc.ts';
import type { Later } from '../lib/later.ts';
import {
  addNewest,
  compareIds,
  emptyWindow,
  indexOfRow,
  type ListWindow,
  nextRequest,
  PAGE,
  putPage,
  realigned,
  removeRows,
  replaceRows,
  rowAtIndex,
  windowFrom,
} from './list-window.ts';
import {
  addPending,
  nothingPending,
  type Pending,
  removePending,
  replacePending,
} from './pending.ts';
import { everything, inScope, type Scope, scopeInput } from './scope.ts';

export interface ListState {
  window: ListWindow;
  pending: Pending;
  /** False until the first answer for the scope. */
  loaded: boolean;
  error: string | null;
}

export interface ListLoader {
  /** Shows the newest of a scope; what was shown goes at once when the scope is another one. */
  start(scope: Scope): void;
  setVisible(first: number, last: number): void;
  setAtTop(atTop: boolean): void;
  setReading(reading: boolean): void;
  applyEvents(events: readonly AppEvent[]): void;
  /** Shows what waits behind the pill. */
  reveal(): void;
  /** The row at an index, fetched when it must be. Null when there is none. */
  loadRow(index: number): Promise<DeliverySummary | null>;
}

interface Parts {
  ask: Call;
  later: Later;
  get(): ListState;
  set(change: Partial<ListState>): void;
}

type Refresh = 'top' | 'realign';

/** Least time between two fresh looks at the list, so that a flood of arrivals costs four requests a second. */
const REFRESH_GAP_MS = 250;

export const emptyList: ListState = {
  window: emptyWindow,
  pending: nothingPending,
  loaded: false,
  error: null,
};

export function createListLoader({ ask, later, get, set }: Parts): ListLoader {
  let scope = everything;
  let epoch = 0;
  /** Counts changes that move loaded rows: a page asked for before one is not where it was. */
  let layout = 0;
  let busy = false;
  let wanted: Refresh | null = null;
  let resting = false;
  let arrivals: { items: DeliverySummary[]; skipped: number | null } | null = null;
  let visible = { first: 0, last: 0 };
  let atTop = true;
  let reading = false;

  // New rows appear at once only where nothing is being read: at the very top, with no row selected.
  const follows = () => atTop && !reading;

  const fail = (error: unknown) => {
    arrivals = null;
    set({ error: error instanceof Error ? error.message : String(error) });
  };

  const pump = (): void => {
    if (busy || get().error !== null) return;
    if (wanted !== null && !resting) {
      const kind = wanted;
      wanted = null;
      run(() => (kind === 'top' || !get().loaded ? loadTop() : realign()));
      return;
    }
    const request = nextRequest(get().window, visible.first, visible.last);
    if (request !== null && wanted !== 'top') run(() => loadPage(request));
  };

  const run = (job: () => Promise<void>): void => {
    const began = epoch;
    busy = true;
    job()
      .catch((error: unknown) => {
        if (began === epoch) fail(error);
      })
      .finally(() => {
        if (began !== epoch) return;
        busy = false;
        pump();
      });
  };

  const refresh = (kind: Refresh): void => {
    if (wanted !== 'top') wanted = kind;
    pump();
  };

  const rest = (): void => {
    const began = epoch;
    resting = true;
    later(REFRESH_GAP_MS, () => {
      if (began !== epoch) return;
      resting = false;
      pump();
    });
  };

  const loadTop = async (): Promise<void> => {
    const began = epoch;
    arrivals = { items: [], skipped: 0 };
    const page = await ask('deliveries.list', { ...scopeInput(scope), limit: PAGE });
    if (began !== epoch) return;
    rest();
    layout += 1;
    set({ window: windowFrom(page), pending: nothingPending, loaded: true });
    settleArrivals();
  };

  const realign = async (): Promise<void> => {
    const began = epoch;
    const before = get().pending;
    arrivals = { items: [], skipped: 0 };
    const offset = before.count;
    const page = await ask('deliveries.list', { ...scopeInput(scope), limit: PAGE, offset });
    if (began !== epoch) return;
    rest();
    layout += 1;
    const found = realigned(get().window, page, offset);
    if (found === null) {
      arrivals = null;
      wanted = 'top';
      return;
    }
    const { window, newer } = found;
    const counted = { count: newer, exact: true, rows: newer === 0 ? [] : null };
    set({ window, pending: newer === before.count ? before : counted });
    settleArrivals();
  };

  const settleArrivals = (): void => {
    const waiting = arrivals;
    arrivals = null;
    if (waiting !== null) arrive(waiting.items, waiting.skipped);
  };

  const loadPage = async (request: NonNullable<ReturnType<typeof nextRequest>>): Promise<void> => {
    const began = epoch;
    const asked = layout;
    const { cursor, offset, limit } = request;
    const page = await ask('deliveries.list', { ...scopeInput(scope), cursor, offset, limit });
    if (began === epoch && asked === layout) set({ window: putPage(get().window, request, page) });
  };

  const arrive = (items: DeliverySummary[], skipped: number | null): void => {
    if (items.length === 0 && skipped === 0) return;
    if (arrivals !== null) {
      arrivals.items.push(...items);
      if (arrivals.items.length > PAGE) arrivals = { items: [], skipped: null };
      else if (skipped === null || arrivals.skipped === null) arrivals.skipped = null;
      else arrivals.skipped += skipped;
      return;
    }
    const { window, pending } = get();
    if (!follows()) set({ pending: addPending(pending, items, skipped) });
    else if (skipped === 0 && pending.count === 0) set({ window: addNewest(window, items) });
    else refresh('top');
  };

  const reveal = (): void => {
    const { window, pending } = get();
    if (pending.count === 0 && pending.exact) return;
    if (pending.rows === null || arrivals !== null) refresh('top');
    else set({ window: addNewest(window, pending.rows), pending: nothingPending });
  };

  const remove = (ids: string[]): void => {
    const { window, pending } = get();
    const { window: left, unknown } = removeRows(window, ids);
    layout += 1;
    set({ window: left, pending: removePending(pending, ids) });
    const { anchor } = window;
    const missed = unknown.some((id) => anchor !== null && compareIds(id, anchor.id) <= 0);
    if (missed) refresh(follows() ? 'top' : 'realign');
  };

  const change = (items: DeliverySummary[]): void => {
    const { window, pending } = get();
    const nextWindow = replaceRows(window, items);
    const nextPending = replacePending(pending, items);
    if (nextWindow !== window || nextPending !== pending) {
      set({ window: nextWindow, pending: nextPending });
    }
    // A row that was just pinned belongs into the list of the pinned; where, only the host knows.
    const joined = (item: DeliverySummary) => item.pinned && indexOfRow(nextWindow, item.id) === -1;
    if (scope.only === 'pinned' && items.some((item) => inScope(scope, item) && joined(item))) {
      refresh('top');
    }
  };

  const apply = (event: AppEvent): void => {
    if (event.type === 'deliveries.added') {
      const narrow = scope.endpointId !== null || scope.only !== null;
      const items = event.items.filter((item) => inScope(scope, item));
      arrive(items, event.skipped > 0 && narrow ? null : event.skipped);
    } else if (event.type === 'deliveries.changed') change(event.items);
    else if (event.type === 'deliveries.removed') remove(event.ids);
    else if (event.type === 'deliveries.reset') refresh(follows() ? 'top' : 'realign');
  };

  return {
    start(next) {
      const same = next.endpointId === scope.endpointId && next.only === scope.only;
      scope = next;
      epoch += 1;
      busy = false;
      resting = false;
      arrivals = null;
      visible = same ? visible : { first: 0, last: 0 };
      set(same && get().loaded ? { error: null } : { ...emptyList });
      wanted = same && !follows() ? 'realign' : 'top';
      pump();
    },
    setVisible(first, last) {
      visible = { first, last };
      pump();
    },
    setAtTop(next) {
      atTop = next;
      if (follows()) reveal();
    },
    setReading(next) {
      reading = next;
      if (follows()) reveal();
    },
    applyEvents: (events) => events.forEach(apply),
    reveal,
    async loadRow(index) {
      const { window } = get();
      const row = rowAtIndex(window, index);
      if (row !== undefined) return row;
      const request = nextRequest(window, index, index);
      if (request === null) return null;
      const began = epoch;
      const asked = layout;
      const { cursor, offset, limit, position } = request;
      const page = await ask('deliveries.list', { ...scopeInput(scope), cursor, offset, limit });
      if (began !== epoch || asked !== layout) return null;
      const { top } = get().window;
      set({ window: putPage(get().window, request, page) });
      return (
        page.items[index + window.top - position] ??
        rowAtIndex(get().window, index + window.top - top) ??
        null
      );
    },
  };
}
