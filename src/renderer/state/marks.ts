// Several deliveries chosen together. One of them, the selected one, leads: keys extend the choice from it.

import { create } from 'zustand';
import type { AppEvent } from '../../shared/contract.ts';
import type { DeliverySummary } from '../../shared/model.ts';
import { call } from '../host.ts';
import { reportError } from './actions.ts';
import { useDetail } from './detail.ts';
import { compareIds } from './list-window.ts';
import { rowsBetween, rowsFromTop } from './marked-rows.ts';
import { indexFromSelected, rowNear } from './selection.ts';
import { indexOf, rowAt, useStream } from './stream.ts';
import { useView, type ViewState } from './view.ts';

export interface Marks {
  /** Those chosen, by id; empty unless there are at least two. */
  rows: ReadonlyMap<string, DeliverySummary>;
  /** There were more than can be chosen at once. */
  capped: boolean;
}

const nothing: Marks = { rows: new Map(), capped: false };

export const useMarks = create<Marks>()(() => nothing);

/** Where a range begins; null: at the selected one. */
let anchor: DeliverySummary | null = null;
/** The selection that belongs to the marks: any other ends them. */
let lead: string | null = null;
/** Counts choices: rows that were asked for before the last one are of no interest. */
let epoch = 0;

/** The chosen deliveries when they are several; else an empty list. Newest first. */
export function markedRows({ rows }: Pick<Marks, 'rows'> = useMarks.getState()): DeliverySummary[] {
  return [...rows.values()].sort((a, b) => compareIds(b.id, a.id));
}

/** Lets go of all but the selected one. */
export function clearMarks(): void {
  epoch += 1;
  anchor = null;
  lead = null;
  if (useMarks.getState().rows.size > 0) useMarks.setState(nothing);
}

/** Selects this row and no other. */
export function selectOnly(id: string): void {
  clearMarks();
  useView.getState().select(id);
}

/** Adds a row to the chosen ones, or takes it out. */
export function toggleMark(row: DeliverySummary): void {
  const rows = new Map(useMarks.getState().rows);
  const selected = selectedRow();
  if (rows.size === 0 && selected !== null) rows.set(selected.id, selected);
  if (!rows.delete(row.id)) rows.set(row.id, row);
  choose([...rows.values()], rows.has(row.id) ? row.id : null);
  anchor = row;
}

/** Chooses everything from where the choice began to this row. */
export async function markUpTo(row: DeliverySummary): Promise<void> {
  const from = anchor ?? selectedRow() ?? row;
  const began = ++epoch;
  try {
    const { rows, capped } = await rowsBetween(call, useStream.getState(), from, row);
    if (began !== epoch) return;
    choose(rows, row.id, capped);
    anchor = from;
  } catch (error) {
    reportError(error);
  }
}

/** Extends the choice by so many rows from the leading one. */
export function extendMarks(by: number): Promise<void> {
  return extendMarksTo(indexFromSelected(by));
}

/** Extends the choice to the row at an index, or the nearest there is. */
export async function extendMarksTo(index: number): Promise<void> {
  const row = await rowNear(index);
  if (row !== null) await markUpTo(row);
}

/** Chooses everything in the list, loaded or not. */
export async function markAll(): Promise<void> {
  const began = ++epoch;
  try {
    const { rows, capped } = await rowsFromTop(call, useStream.getState());
    const [newest] = rows;
    if (began !== epoch || newest === undefined) return;
    const { selectedId } = useView.getState();
    const leads = rows.find(({ id }) => id === selectedId) ?? newest;
    choose(rows, leads.id, capped);
    anchor = leads;
  } catch (error) {
    reportError(error);
  }
}

/** What was just done to all of them: changes of many are not told one by one. */
export function patchMarks(change: Partial<Pick<DeliverySummary, 'pinned' | 'label'>>): void {
  const rows = markedRows().map((row) => [row.id, { ...row, ...change }] as const);
  useMarks.setState({ rows: new Map(rows) });
}

/** Another selection, list or search ends the choice. */
export function followMarks(view: ViewState, before: ViewState): void {
  const moved =
    view.endpointId !== before.endpointId ||
    view.only !== before.only ||
    view.query !== before.query;
  if (moved || (view.selectedId !== before.selectedId && view.selectedId !== lead)) clearMarks();
}

/** Keeps the chosen ones up to date. */
export function applyToMarks(events: readonly AppEvent[]): void {
  for (const event of events) {
    const { rows } = useMarks.getState();
    if (rows.size === 0) return;
    if (event.type === 'deliveries.changed') {
      const changes = event.items.filter(({ id }) => rows.has(id));
      if (changes.length === 0) continue;
      const next = new Map([...rows, ...changes.map((row) => [row.id, row] as const)]);
      useMarks.setState({ rows: next });
    } else if (event.type === 'deliveries.removed') {
      const left = markedRows().filter(({ id }) => !event.ids.includes(id));
      if (left.length < rows.size) choose(left, null);
    }
  }
}

/** One alone is the selected one, as if it had been clicked. */
function choose(rows: readonly DeliverySummary[], wanted: string | null, capped = false): void {
  epoch += 1;
  const { selectedId, select } = useView.getState();
  const [first] = rows;
  const stays = rows.some(({ id }) => id === selectedId) ? selectedId : (first?.id ?? null);
  lead = rows.length > 1 ? (wanted ?? stays) : (first?.id ?? null);
  const next = rows.length > 1 ? { rows: new Map(rows.map((row) => [row.id, row])), capped } : null;
  useMarks.setState(next ?? nothing);
  select(lead);
}

function selectedRow(): DeliverySummary | null {
  const { selectedId } = useView.getState();
  if (selectedId === null) return null;
  const stream = useStream.getState();
  const { delivery } = useDetail.getState();
  return (
    rowAt(stream, indexOf(stream, selectedId)) ?? (delivery?.id === selectedId ? delivery : null)
  );
}
