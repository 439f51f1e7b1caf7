// Search results: asked for page by page and appended. A page may be short although more follows.

import type { AppEvent } from '../../shared/contract.ts';
import type { DeliverySummary } from '../../shared/model.ts';
import type { Call } from '../../shared/rpc.ts';
import { inScope, type Scope, scopeInput } from './scope.ts';

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
}

export interface SearchLoader {
  start(scope: Scope, query: string): void;
  stop(): void;
  setVisible(last: number): void;
  applyEvents(events: readonly AppEvent[]): void;
}

interface Parts {
  ask: Call;
  get(): Search | null;
  set(search: Search | null): void;
}

const PAGE = 100;
const AHEAD = 60;
/** More results than anyone reads: beyond them the interface asks for a narrower search. */
export const MAX_RESULTS = 5000;

export function createSearchLoader({ ask, get, set }: Parts): SearchLoader {
  let epoch = 0;
  let scope: Scope = { endpointId: null, only: null };
  let cursor: string | null = null;
  let lastVisible = 0;

  const change = (part: Partial<Search>) => {
    const search = get();
    if (search !== null) set({ ...search, ...part });
  };

  const enough = () => {
    const search = get();
    return search === null || (search.fresh && search.rows.length > lastVisible + AHEAD);
  };

  const run = async (): Promise<void> => {
    const began = epoch;
    change({ status: 'searching', error: null });
    try {
      for (;;) {
        const query = get()?.query ?? '';
        const page = await ask('deliveries.list', {
          ...scopeInput(scope),
          query,
          limit: PAGE,
          ...(cursor === null ? {} : { cursor }),
        });
        const search = get();
        if (began !== epoch || search === null) return;
        cursor = page.nextCursor;
        const rows = search.fresh ? [...search.rows, ...page.items] : page.items;
        const full = rows.length >= MAX_RESULTS;
        const over = full ? 'full' : cursor === null ? 'done' : null;
        set({ ...search, rows, fresh: true, status: over ?? 'searching' });
        if (over !== null) return;
        if (enough()) return change({ status: 'more' });
      }
    } catch (error) {
      if (began !== epoch) return;
      change({ status: 'error', error: error instanceof Error ? error.message : String(error) });
    }
  };

  const apply = (event: AppEvent): void => {
    const search = get();
    if (search === null) return;
    if (event.type === 'deliveries.added') {
      const arrived = event.items.filter((item) => inScope(scope, item)).length + event.skipped;
      if (arrived > 0) change({ arrived: search.arrived + arrived });
    } else if (event.type === 'deliveries.changed') {
      const changes = new Map(event.items.map((item) => [item.id, item]));
      if (!search.rows.some(({ id }) => changes.has(id))) return;
      change({ rows: search.rows.map((row) => changes.get(row.id) ?? row) });
    } else if (event.type === 'deliveries.removed') {
      const gone = new Set(event.ids);
      const rows = search.rows.filter(({ id }) => !gone.has(id));
      if (rows.length < search.rows.length) change({ rows });
    } else if (event.type === 'deliveries.reset') {
      start(scope, search.query);
    }
  };

  const start = (nextScope: Scope, query: string): void => {
    epoch += 1;
    scope = nextScope;
    cursor = null;
    const rows = get()?.rows ?? [];
    set({ query, rows, fresh: false, status: 'searching', error: null, arrived: 0 });
    void run();
  };

  return {
    start,
    stop() {
      epoch += 1;
      if (get() !== null) set(null);
    },
    setVisible(last) {
      lastVisible = last;
      if (get()?.status === 'more' && !enough()) void run();
    },
    applyEvents: (events) => events.forEach(apply),
  };
}
