// Search results: asked for page by page and appended. A page may be short although more follows.

import type { AppEvent } from '../../shared/contract.ts';
import type { DeliverySummary } from '../../shared/model.ts';
import type { Call } from '../../shared/rpc.ts';
import { everything, inScope, type Scope, scopeInput } from './scope.ts';

export interface Search {
  query: string;
  /** Those of the query before until `fresh`. */
  rows: readonly DeliverySummary[];
  fresh: boolean;
  /** `more`: older ones have not been looked at yet. `full`: as many as are shown at most were found. */
  status: 'searching' | 'more' | 'full' | 'done' | 'error';
  error: string | null;
  /** Deliveries that came in since; they were not searched. */
  arrived: number;
  /** True once so much changed that a new search may find less. */
  stale: boolean;
}

export interface SearchLoaderParts {
  ask: Call;
  get(): Search | null;
  set(search: Search | null): void;
}

const PAGE = 100;
const AHEAD = 60;
/** More results than anyone reads: beyond them the interface asks for a narrower search. */
export const MAX_RESULTS = 5000;

export class SearchLoader {
  private readonly parts: SearchLoaderParts;
  /** Counts searches: an answer to an earlier one is dropped. */
  private epoch = 0;
  private scope = everything;
  private cursor: string | null = null;
  private lastVisible = 0;

  constructor(parts: SearchLoaderParts) {
    this.parts = parts;
  }

  /** Searches; the results of the search before stay until the first answer. */
  start(scope: Scope, query: string): void {
    this.epoch += 1;
    this.scope = scope;
    this.cursor = null;
    this.lastVisible = 0;
    const rows = this.parts.get()?.rows ?? [];
    const begun = { query, rows, fresh: false, error: null, arrived: 0, stale: false };
    this.parts.set({ ...begun, status: 'searching' });
    void this.run();
  }

  stop(): void {
    this.epoch += 1;
    if (this.parts.get() !== null) this.parts.set(null);
  }

  setVisible(last: number): void {
    this.lastVisible = last;
    const search = this.parts.get();
    if (search?.status === 'more' && !this.enough(search)) void this.run();
  }

  applyEvents(events: readonly AppEvent[]): void {
    for (const event of events) {
      const search = this.parts.get();
      if (search === null) return;
      if (event.type === 'deliveries.added') {
        const matching = event.items.filter((item) => inScope(this.scope, item));
        const arrived = search.arrived + matching.length + event.skipped;
        if (arrived > search.arrived) this.change({ arrived });
      } else if (event.type === 'deliveries.changed') {
        const changes = new Map(event.items.map((item) => [item.id, item]));
        if (!search.rows.some(({ id }) => changes.has(id))) continue;
        this.change({ rows: search.rows.map((row) => changes.get(row.id) ?? row) });
      } else if (event.type === 'deliveries.removed') {
        const gone = new Set(event.ids);
        const rows = search.rows.filter(({ id }) => !gone.has(id));
        if (rows.length < search.rows.length) this.change({ rows });
      } else if (event.type === 'deliveries.reset') {
        // Searching again by itself would move what is being read.
        this.change({ stale: true });
      }
    }
  }

  private change(part: Partial<Search>): void {
    const search = this.parts.get();
    if (search !== null) this.parts.set({ ...search, ...part });
  }

  private enough({ fresh, rows }: Search): boolean {
    return fresh && rows.length > this.lastVisible + AHEAD;
  }

  private async run(): Promise<void> {
    const began = this.epoch;
    this.change({ status: 'searching', error: null });
    try {
      while (began === this.epoch && (await this.next(began)) === 'searching');
    } catch (error) {
      if (began !== this.epoch) return;
      const message = error instanceof Error ? error.message : String(error);
      this.change({ status: 'error', error: message });
    }
  }

  /** Asks for the next page, and answers whether another has to follow. */
  private async next(began: number): Promise<Search['status']> {
    const query = this.parts.get()?.query ?? '';
    const page = await this.parts.ask('deliveries.list', {
      ...scopeInput(this.scope),
      query,
      limit: PAGE,
      ...(this.cursor === null ? {} : { cursor: this.cursor }),
    });
    const search = this.parts.get();
    if (began !== this.epoch || search === null) return 'done';
    this.cursor = page.nextCursor;
    const rows = search.fresh ? [...search.rows, ...page.items] : page.items;
    const found: Search = { ...search, rows, fresh: true };
    const status =
      rows.length >= MAX_RESULTS
        ? 'full'
        : page.nextCursor === null
          ? 'done'
          : this.enough(found)
            ? 'more'
            : 'searching';
    this.parts.set({ ...found, status });
    return status;
  }
}
