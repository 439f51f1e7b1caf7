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
  type PageRequest,
  putPage,
  realigned,
  removeRows,
  replaceRows,
  rowAtIndex,
  rowAtPosition,
  windowFrom,
} from './list-window.ts';
import {
  type Arrivals,
  addArrivals,
  addPending,
  noArrivals,
  nothingPending,
  type Pending,
  removePending,
  replaceArrivals,
  replacePending,
} from './pending.ts';
import { everything, inScope, type Scope, sameScope, scopeInput } from './scope.ts';

export interface ListState {
  window: ListWindow;
  pending: Pending;
  /** False until the first answer for the scope. */
  loaded: boolean;
  /** Why the last request failed; it is tried again by itself. */
  error: string | null;
}

export interface ListLoaderParts {
  ask: Call;
  later: Later;
  get(): ListState;
  set(change: Partial<ListState>): void;
}

/** A fresh look at the list: from its top, or at the place where it stands. */
type Refresh = 'top' | 'realign';

/** Least time between two fresh looks, so that a flood of arrivals costs four requests a second. */
const REFRESH_GAP_MS = 250;
const RETRY_MS = 2000;

export const emptyList: ListState = {
  window: emptyWindow,
  pending: nothingPending,
  loaded: false,
  error: null,
};

export class ListLoader {
  private readonly parts: ListLoaderParts;
  private scope = everything;
  /** Counts starts: what was asked for before the last one is of no interest. */
  private epoch = 0;
  /** Counts changes that move loaded rows: a page asked for before one is not where it was. */
  private layout = 0;
  private busy = false;
  private wanted: Refresh | null = null;
  private resting = false;
  /** What arrives during a fresh look waits for its end. */
  private arrivals: Arrivals | null = null;
  private visible = { first: 0, last: 0 };
  private atTop = true;
  private reading = false;

  constructor(parts: ListLoaderParts) {
    this.parts = parts;
  }

  /** Shows the newest of a scope. What was shown goes at once when it is another scope. */
  start(scope: Scope): void {
    const { get, set } = this.parts;
    const again = sameScope(scope, this.scope) && get().loaded;
    this.scope = scope;
    this.epoch += 1;
    this.busy = false;
    this.resting = false;
    this.arrivals = null;
    if (!again) {
      this.visible = { first: 0, last: 0 };
      this.atTop = true;
      set(emptyList);
    }
    this.wanted = again && !this.follows() ? 'realign' : 'top';
    this.pump();
  }

  setVisible(first: number, last: number): void {
    this.visible = { first, last };
    this.pump();
  }

  setAtTop(atTop: boolean): void {
    this.atTop = atTop;
    if (this.follows()) this.reveal();
  }

  setReading(reading: boolean): void {
    this.reading = reading;
    if (this.follows()) this.reveal();
  }

  applyEvents(events: readonly AppEvent[]): void {
    for (const event of events) {
      if (event.type === 'deliveries.added') this.added(event.items, event.skipped);
      else if (event.type === 'deliveries.changed') this.changed(event.items);
      else if (event.type === 'deliveries.removed') this.removed(event.ids);
      else if (event.type === 'deliveries.reset') this.lookAgain();
    }
  }

  /** Shows what waits behind the pill. */
  reveal(): void {
    const { get, set } = this.parts;
    const { window, pending } = get();
    if (pending.count === 0 && pending.exact) return;
    if (pending.rows === null || this.arrivals !== null) this.refresh('top');
    else set({ window: addNewest(window, pending.rows), pending: nothingPending });
  }

  /** The row at an index, fetched when it must be. Null when there is none, or the list moved meanwhile. */
  async loadRow(index: number): Promise<DeliverySummary | null> {
    const { get } = this.parts;
    const { window } = get();
    const request = nextRequest(window, index, index);
    if (rowAtIndex(window, index) === undefined && request !== null) await this.loadPage(request);
    return rowAtPosition(get().window, window.top + index) ?? null;
  }

  // New rows appear at once only where nothing is being read: at the very top, with no row selected.
  private follows(): boolean {
    return this.atTop && !this.reading;
  }

  private lookAgain(): void {
    this.refresh(this.follows() ? 'top' : 'realign');
  }

  private refresh(kind: Refresh): void {
    if (this.wanted !== 'top') this.wanted = kind;
    this.pump();
  }

  private pump(): void {
    if (this.busy) return;
    const { wanted } = this;
    if (wanted !== null && !this.resting) {
      this.wanted = null;
      const fromTop = wanted === 'top' || !this.parts.get().loaded;
      this.run(fromTop ? () => this.loadTop() : () => this.realign(), wanted);
      return;
    }
    const request = nextRequest(this.parts.get().window, this.visible.first, this.visible.last);
    if (request !== null && wanted !== 'top') this.run(() => this.loadPage(request), null);
  }

  private run(job: () => Promise<void>, refresh: Refresh | null): void {
    const began = this.epoch;
    this.busy = true;
    const goOn = () => {
      if (began !== this.epoch) return;
      this.busy = false;
      this.pump();
    };
    job().then(
      () => {
        if (began === this.epoch && this.parts.get().error !== null)
          this.parts.set({ error: null });
        goOn();
      },
      (error: unknown) => {
        if (began !== this.epoch) return;
        this.arrivals = null;
        this.wanted ??= refresh;
        this.parts.set({ error: error instanceof Error ? error.message : String(error) });
        this.parts.later(RETRY_MS, goOn);
      },
    );
  }

  private async loadTop(): Promise<void> {
    const { ask, set } = this.parts;
    const began = this.epoch;
    this.arrivals = noArrivals;
    const page = await ask('deliveries.list', { ...scopeInput(this.scope), limit: PAGE });
    if (began !== this.epoch) return;
    set({ window: windowFrom(page), pending: nothingPending, loaded: true });
    this.refreshed();
  }

  private async realign(): Promise<void> {
    const { ask, get, set } = this.parts;
    const began = this.epoch;
    const before = get().pending;
    const offset = before.count;
    this.arrivals = noArrivals;
    const page = await ask('deliveries.list', { ...scopeInput(this.scope), limit: PAGE, offset });
    if (began !== this.epoch) return;
    const found = realigned(get().window, page, offset);
    if (found === null) {
      this.arrivals = null;
      this.wanted = 'top';
      return;
    }
    const { window, newer } = found;
    const counted = { count: newer, exact: true, rows: newer === 0 ? [] : null };
    set({ window, pending: newer === before.count ? before : counted });
    this.refreshed();
  }

  /** After a fresh look: takes in what came meanwhile, and rests. */
  private refreshed(): void {
    this.layout += 1;
    const began = this.epoch;
    this.resting = true;
    this.parts.later(REFRESH_GAP_MS, () => {
      if (began !== this.epoch) return;
      this.resting = false;
      this.pump();
    });
    const waiting = this.arrivals;
    this.arrivals = null;
    if (waiting !== null) this.arrive(waiting.items, waiting.skipped);
  }

  private async loadPage(request: PageRequest): Promise<void> {
    const { ask, get, set } = this.parts;
    const { epoch, layout } = this;
    const { cursor, offset, limit } = request;
    const input = { ...scopeInput(this.scope), cursor, offset, limit };
    const page = await ask('deliveries.list', input);
    if (epoch === this.epoch && layout === this.layout) {
      set({ window: putPage(get().window, request, page) });
    }
  }

  private added(all: DeliverySummary[], skipped: number): void {
    const items = all.filter((item) => inScope(this.scope, item));
    const whole = sameScope(this.scope, everything);
    this.arrive(items, skipped > 0 && !whole ? null : skipped);
  }

  private arrive(items: readonly DeliverySummary[], skipped: number | null): void {
    if (items.length === 0 && skipped === 0) return;
    const { get, set } = this.parts;
    const { window, pending } = get();
    if (this.arrivals !== null) this.arrivals = addArrivals(this.arrivals, items, skipped);
    else if (!this.follows()) set({ pending: addPending(pending, items, skipped) });
    else if (skipped === 0 && pending.count === 0) set({ window: addNewest(window, items) });
    else this.refresh('top');
  }

  private changed(items: DeliverySummary[]): void {
    const { get, set } = this.parts;
    const before = get();
    const window = replaceRows(before.window, items);
    const pending = replacePending(before.pending, items);
    if (window !== before.window || pending !== before.pending) set({ window, pending });
    this.arrivals &&= replaceArrivals(this.arrivals, items);
    // A row that was just pinned belongs into the list of the pinned; where, only the host knows.
    const isNew = (item: DeliverySummary) => indexOfRow(window, item.id) === -1;
    if (this.scope.only === 'pinned' && items.some((d) => inScope(this.scope, d) && isNew(d))) {
      this.lookAgain();
    }
  }

  private removed(ids: string[]): void {
    const { get, set } = this.parts;
    const { window, pending } = get();
    const { window: left, unknown } = removeRows(window, ids);
    if (left !== window) this.layout += 1;
    set({ window: left, pending: removePending(pending, ids) });
    const { anchor } = window;
    if (unknown.some((id) => anchor !== null && compareIds(id, anchor.id) <= 0)) this.lookAgain();
  }
}
