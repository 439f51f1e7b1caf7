// What one does with filters: showing and keeping them, and adding what is on screen to the present one.

import { toast } from 'sonner';
import type { SavedFilter } from '../../shared/finding.ts';
import { parseQuery } from '../../shared/query/parse.ts';
import { withTerm } from '../../shared/query/terms.ts';
import { call } from '../host.ts';
import { reportError } from './actions.ts';
import { useApp } from './app.ts';
import { useView } from './view.ts';

/** The scope that shows a filter that came with Hookglass without a search; null for any other. */
export function scopeOf({ id, builtIn }: SavedFilter): 'failed' | 'pinned' | null {
  return builtIn && (id === 'failed' || id === 'pinned') ? id : null;
}

/** Shows what a saved filter finds, of all endpoints, in the place of what is shown. */
export function showFilter(filter: SavedFilter): void {
  const { setScope, setQuery, query } = useView.getState();
  const only = scopeOf(filter);
  // A filter that was saved makes way; what was typed on top of a built-in one stays.
  if (only === null) setQuery(filter.query);
  else if (isSaved(query)) setQuery('');
  setScope({ endpointId: null, only });
}

/** Shows everything: a saved filter makes way, what was typed stays. */
export function showAll(): void {
  const { setScope, setQuery, query } = useView.getState();
  if (isSaved(query)) setQuery('');
  setScope({ endpointId: null, only: null });
}

function isSaved(query: string): boolean {
  return useApp.getState().filters.some((filter) => filter.query === query);
}

/** Whether the present filter is one that can be kept, and is not yet. */
export function canSaveFilter(): boolean {
  const { query } = useView.getState();
  return query.trim() !== '' && !isSaved(query) && parseQuery(query).ok;
}

/** Asks for a name for the present filter. */
export function openSaveFilter(): void {
  const { open, query } = useView.getState();
  open({ kind: 'save-filter', filter: { id: null, name: '', query } });
}

/** Keeps the present filter under the name of a saved one. */
export async function replaceFilter({ id, name }: SavedFilter): Promise<void> {
  try {
    await call('filters.save', { id, name, query: useView.getState().query });
    toast.success(`Changed “${name}”`);
  } catch (error) {
    reportError(error);
  }
}

/** Removes a saved filter, and offers to bring it back. */
export async function removeFilter({ id, name, query }: SavedFilter): Promise<void> {
  try {
    await call('filters.remove', { id });
    const onClick = () => void call('filters.save', { name, query }).catch(reportError);
    toast.success(`Removed “${name}”`, { action: { label: 'Undo', onClick } });
  } catch (error) {
    reportError(error);
  }
}

/** Adds a term to the present filter. */
export function addTerm(term: string): void {
  const { query, setQuery } = useView.getState();
  setQuery(withTerm(query, term));
}

/** Takes what fits a term out of the list. */
export function excludeTerm(term: string): void {
  addTerm(`-${term}`);
}
