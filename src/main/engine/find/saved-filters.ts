// The filters that the user gave a name, after the three that are always there.

import { z } from 'zod';
import type { SavedFilter } from '../../../shared/finding.ts';
import { HookglassError } from '../errors.ts';
import type { KeyValueTable } from '../store/store.ts';

const KEY = 'filters';
const MAX_FILTERS = 200;

const BUILT_IN: readonly SavedFilter[] = [
  { id: 'failed', name: 'Failed signatures', query: 'verdict:failed', builtIn: true },
  { id: 'late', name: 'Past the deadline', query: 'is:late', builtIn: true },
  { id: 'pinned', name: 'Pinned', query: 'is:pinned', builtIn: true },
];

const stored = z.array(z.object({ id: z.string(), name: z.string(), query: z.string() }));

export interface SavedFilters {
  /** In the order in which they were saved. */
  list(): SavedFilter[];
  /** Throws `not-found` for an id that is not there, `conflict` for those that stay or a name that is taken. */
  save(filter: { id?: string | undefined; name: string; query: string }): SavedFilter;
  /** False when there is none. Throws `conflict` for those that stay. */
  remove(id: string): boolean;
}

export function createSavedFilters(table: KeyValueTable, newId: () => string): SavedFilters {
  let own = readStored(table);

  function write(filters: SavedFilter[]): void {
    const kept = filters.map(({ id, name, query }) => ({ id, name, query }));
    table.put(KEY, JSON.stringify(kept));
    own = filters;
  }

  function requireOwn(id: string): void {
    const found = BUILT_IN.find((filter) => filter.id === id);
    if (!found) return;
    throw new HookglassError('conflict', `“${found.name}” is always there and cannot be changed.`);
  }

  return {
    list: () => [...BUILT_IN, ...own],
    save({ id, name, query }) {
      if (id !== undefined) requireOwn(id);
      const isTaken = [...BUILT_IN, ...own].some(
        (other) => other.id !== id && other.name.toLowerCase() === name.toLowerCase(),
      );
      if (isTaken) {
        throw new HookglassError('conflict', `There is a filter named “${name}” already.`);
      }
      if (id !== undefined && !own.some((filter) => filter.id === id)) {
        throw new HookglassError('not-found', `There is no saved filter ${id}.`);
      }
      if (id === undefined && own.length >= MAX_FILTERS) {
        throw new HookglassError('conflict', `More than ${MAX_FILTERS} filters cannot be saved.`);
      }
      const saved = { id: id ?? newId(), name, query, builtIn: false };
      const changed = own.map((filter) => (filter.id === id ? saved : filter));
      write(id === undefined ? [...own, saved] : changed);
      return saved;
    },
    remove(id) {
      requireOwn(id);
      const left = own.filter((filter) => filter.id !== id);
      const isGone = left.length < own.length;
      if (isGone) write(left);
      return isGone;
    },
  };
}

function readStored(table: KeyValueTable): SavedFilter[] {
  const parsed = stored.safeParse(JSON.parse(table.all().get(KEY) ?? '[]'));
  return parsed.success ? parsed.data.map((filter) => ({ ...filter, builtIn: false })) : [];
}
