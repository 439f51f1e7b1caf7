// What a filter finds: asked for page by page and appended, and kept up to date. What arrives or changes
// is shown to the store, which says what of it the filter finds: many at once, a few times a second.

import type { AppEvent } from '../../shared/contract.ts';
import type { DeliverySummary } from '../../shared/model.ts';
import type { Call } from '../../shared/rpc.ts';
import type { Later } from '../lib/later.ts';
import { compareIds } from './list-window.ts';
import { everything, inScope, type Scope, scopeInput } from './scope.ts';
import { merged, noNews, type SearchNews, withNews } from './search-news.ts';

export interface Search {
  query: string;
  /** Those of the query before until `fresh`. */
  rows: readonly DeliverySummary[];
  fresh: boolean;
  /** `more`: older ones have not been looked at yet. `full`: as many as are shown at most were found. */
  status: 'searching' | 'more' | 'full' | 'done' | 'error';
  error: string | null;
  /** Found since, waiting behind the pill, newest first. */
  waiting: readonly DeliverySummary[];
  /** True once there may be more than was told: only a new search finds all. */
  stale: boolean;
}

export interface SearchLoaderParts {
  ask: Call;
  later: Later;
  get(): Search | null;
  set(search: Search | null): void;
}

const PAGE = 100;
const AHEAD = 60;
/** More results than anyone reads: beyond them the interface asks for a narrower search. */
export const MAX_RESULTS = 5000;
/** Least time between two looks at what came: a flood costs four questions a second. */
const LOOK_GAP_MS = 250;

export class SearchLoader {
  private readonly parts: SearchLoaderParts;
  /** Counts searches: an answer to an earlier one is dropped. */
  private epoch = 0;
  private scope = everything;
  private cursor: string | null = null;
  private lastVisible = 0;
  private atTop = true;
  private reading = false;
  private news: SearchNews = noNews;
  private looking = false;

  constructor(parts: SearchLoaderParts) {
    this.parts = parts;
  }

  /** Searches; the results of the search before stay until the first answer. */
  start(scope: Scope, query: string): void {
    this.epoch += 1;
    this.scope = scope;
    this.cursor = null;
    this.lastVisible = 0;
    this.news = noNews;
    const rows = this.parts.get()?.rows ?? [];
    const begun = { query, rows, fresh: false, error: null, waiting: [], stale: false };
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

  setAtTop(atTop: boolean): void {
    this.atTop = atTop;
    this.followAgain();
  }

  setReading(reading: boolean): void {
    this.reading = reading;
    this.followAgain();
  }

  /** Shows what waits; where that is not all, it searches again. */
  reveal(): void {
    const search = this.parts.get();
    if (search === null) return;
    if (search.stale) this.start(this.scope, search.query);
    else this.change({ rows: merged(search.rows, search.waiting), waiting: [] });
  }

  applyEvents(events: readonly AppEvent[]): void {
    for (const event of events) {
      const search = this.parts.get();
      if (search === null) return;
      if (event.type === 'deliveries.added') {
        const items = event.items.filter((item) => inScope(this.scope, item));
        this.tell(items, event.skipped > 0);
      } else if (event.type === 'deliveries.changed') {
        this.replace(event.items);
        this.tell(event.items, false);
      } else if (event.type === 'deliveries.removed') {
        this.remove(new Set(event.ids));
      } else if (event.type === 'deliveries.reset') {
        // Searching again by itself would move what is being read.
        this.change({ stale: true });
      }
    }
  }

  private tell(items: readonly DeliverySummary[], gap: boolean): void {
    this.news = withNews(this.news, items, gap);
    this.look();
  }

  private replace(items: readonly DeliverySummary[]): void {
    const changes = new Map(items.map((item) => [item.id, item]));
    const search = this.parts.get();
    if (search === null || !search.rows.some(({ id }) => changes.has(id))) return;
    this.change({ rows: search.rows.map((row) => changes.get(row.id) ?? row) });
  }

  private remove(ids: ReadonlySet<string>): void {
    const search = this.parts.get();
    if (search === null) return;
    const rows = search.rows.filter(({ id }) => !ids.has(id));
    const waiting = search.waiting.filter(({ id }) => !ids.has(id));
    const fewer = rows.length < search.rows.length || waiting.length < search.waiting.length;
    if (fewer) this.change({ rows, waiting });
  }

  private change(part: Partial<Search>): void {
    const search = this.parts.get();
    if (search !== null) this.parts.set({ ...search, ...part });
  }

  // As in the live list: rows move only where nothing is being read.
  private follows(): boolean {
    return this.atTop && !this.reading;
  }

  private followAgain(): void {
    const search = this.parts.get();
    if (search !== null && this.follows() && search.waiting.length > 0) this.reveal();
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
    const rows = search.fresh ? merged(search.rows, page.items) : page.items;
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
    if (!search.fresh) this.look();
    return status;
  }

  /** Looks at what came, unless a look is under way; then that one is followed by another. */
  private look(): void {
    const search = this.parts.get();
    const { ids, gap } = this.news;
    if (this.looking || search === null || !search.fresh) return;
    if (ids.length === 0 && !gap) return;
    const began = this.epoch;
    this.looking = true;
    this.news = noNews;
    void this.lookAt(ids, gap, began)
      .catch(() => {
        if (began === this.epoch) this.change({ stale: true });
      })
      .then(() => {
        this.parts.later(LOOK_GAP_MS, () => {
          this.looking = false;
          this.look();
        });
      });
  }

  private async lookAt(ids: string[], gap: boolean, began: number): Promise<void> {
    const search = this.parts.get();
    if (search === null) return;
    if (gap) {
      // Too many to be told one by one. The page at the top is what would be seen of them.
      if (this.follows()) await this.top(began);
      else this.change({ stale: true });
      return;
    }
    const { query } = search;
    const input = { ...scopeInput(this.scope), query, ids, limit: ids.length };
    const { items } = await this.parts.ask('deliveries.list', input);
    if (began !== this.epoch) return;
    this.take(ids, items);
  }

  private async top(began: number): Promise<void> {
    const query = this.parts.get()?.query ?? '';
    const input = { ...scopeInput(this.scope), query, limit: PAGE };
    const { items, nextCursor } = await this.parts.ask('deliveries.list', input);
    const search = this.parts.get();
    if (began !== this.epoch || search === null) return;
    const known = new Set(search.rows.map(({ id }) => id));
    // Where it does not reach down to what is known, what is between is not: it begins from there.
    if (items.some(({ id }) => known.has(id)) || nextCursor === null) {
      this.change({ rows: merged(search.rows, items) });
      return;
    }
    this.epoch += 1;
    this.cursor = nextCursor;
    this.change({ rows: items, waiting: [], status: 'more' });
  }

  /** What a look at some found: new ones come in or wait, what fits no more goes. */
  private take(ids: readonly string[], items: readonly DeliverySummary[]): void {
    const search = this.parts.get();
    if (search === null) return;
    const reached = search.status === 'done' ? null : (search.rows.at(-1)?.id ?? null);
    const found = items.filter(({ id }) => reached === null || compareIds(id, reached) > 0);
    if (!this.follows()) {
      const known = new Set(search.rows.map(({ id }) => id));
      const fresh = found.filter(({ id }) => !known.has(id));
      if (fresh.length > 0) this.change({ waiting: merged(search.waiting, fresh) });
      return;
    }
    const fit = new Set(items.map(({ id }) => id));
    const gone = new Set(ids.filter((id) => !fit.has(id)));
    const kept = search.rows.filter(({ id }) => !gone.has(id));
    if (found.length === 0 && kept.length === search.rows.length) return;
    this.change({ rows: merged(kept, [...search.waiting, ...found]), waiting: [] });
  }
}
