// Commands of the list: moving through it, choosing in it, and what it shows.

import { markRead } from './actions.ts';
import type { Command } from './command.ts';
import { canSaveFilter, openSaveFilter, showAll } from './filters.ts';
import { clearMarks, extendMarks, extendMarksTo, markAll, useMarks } from './marks.ts';
import { clearAll, undoRemoval } from './removing.ts';
import { moveSelection, selectIndex } from './selection.ts';
import { rowCount, useStream } from './stream.ts';
import { useTimeline } from './timeline.ts';
import { useView } from './view.ts';

const PAGE_ROWS = 10;

/** Takes back one thing at a time: the choice of several, the search, then the selection. */
function stepBack(): void {
  const view = useView.getState();
  if (useMarks.getState().rows.size > 0) clearMarks();
  else if (view.query !== '') view.setQuery('');
  else view.select(null);
}

function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>('[data-search-field]');
  field?.focus();
  field?.select();
}

const moves: Command[] = [
  { keys: ['j', 'ArrowDown'], label: 'Next delivery', run: () => void moveSelection(1) },
  { keys: ['k', 'ArrowUp'], label: 'Previous delivery', run: () => void moveSelection(-1) },
  { keys: ['PageDown'], label: 'Ten further', run: () => void moveSelection(PAGE_ROWS) },
  { keys: ['PageUp'], label: 'Ten back', run: () => void moveSelection(-PAGE_ROWS) },
  { keys: ['Home'], label: 'Newest delivery', run: () => void selectIndex(0) },
  {
    keys: ['End'],
    label: 'Oldest delivery',
    run: () => void selectIndex(rowCount(useStream.getState()) - 1),
  },
  {
    keys: ['shift+ArrowDown'],
    label: 'Choose the next one too',
    run: () => void extendMarks(1),
  },
  {
    keys: ['shift+ArrowUp'],
    label: 'Choose the previous one too',
    run: () => void extendMarks(-1),
  },
  {
    keys: ['shift+Home'],
    label: 'Choose all up to the newest',
    run: () => void extendMarksTo(0),
  },
  {
    keys: ['shift+End'],
    label: 'Choose all down to the oldest',
    run: () => void extendMarksTo(rowCount(useStream.getState()) - 1),
  },
].map((command) => ({ ...command, group: 'List', moves: true }));

const others: Command[] = [
  {
    keys: ['mod+a'],
    label: 'Choose all deliveries of the list',
    group: 'List',
    not: 'outside-list',
    enabled: () => rowCount(useStream.getState()) > 0,
    run: () => void markAll(),
  },
  {
    keys: ['mod+z'],
    label: 'Undo the last deletion',
    group: 'List',
    not: 'typing',
    run: () => void undoRemoval(),
  },
  { keys: ['/'], label: 'Search', group: 'List', run: focusSearch },
  {
    keys: ['g'],
    label: 'Go to the newest',
    group: 'List',
    run: () => useStream.getState().reveal(),
  },
  {
    keys: ['Escape'],
    label: 'Let go of the choice, the search, the delivery',
    group: 'List',
    moves: true,
    run: stepBack,
  },
  {
    keys: [],
    label: 'Show all deliveries',
    group: 'List',
    run: showAll,
  },
  {
    keys: ['mod+s'],
    label: 'Save the filter',
    group: 'List',
    enabled: canSaveFilter,
    run: openSaveFilter,
  },
  {
    keys: [],
    label: 'Show failed signatures',
    group: 'List',
    run: () => useView.getState().setScope({ endpointId: null, only: 'failed' }),
  },
  {
    keys: [],
    label: 'Show pinned deliveries',
    group: 'List',
    run: () => useView.getState().setScope({ endpointId: null, only: 'pinned' }),
  },
  {
    keys: ['v'],
    label: 'Statistics',
    group: 'List',
    run: () => useView.getState().open({ kind: 'statistics' }),
  },
  {
    keys: ['h'],
    label: 'Show or hide the timeline',
    group: 'List',
    run: () => useTimeline.getState().setShown(!useTimeline.getState().shown),
  },
  { keys: [], label: 'Mark everything as read', group: 'List', run: () => void markRead(null) },
  { keys: [], label: 'Clear all deliveries', group: 'List', run: () => clearAll() },
];

/** Begins a term in the filter field, as if it had been typed there. */
export function beginTerm(text: string): void {
  const { query, setQuery } = useView.getState();
  setQuery(query.trim() === '' ? text : `${query} ${text}`);
  const field = document.querySelector<HTMLInputElement>('[data-search-field]');
  field?.focus();
}

export const listCommands: readonly Command[] = [...moves, ...others];
