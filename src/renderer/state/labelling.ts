// Colour labels and notes: on one delivery, or on all the chosen ones.

import type { Label } from '../../shared/labels.ts';
import type { Delivery, DeliverySummary } from '../../shared/model.ts';
import { call } from '../host.ts';
import { reportError } from './actions.ts';
import { useDetail } from './detail.ts';
import { markedRows } from './marks.ts';
import { indexOf, rowAt, useStream } from './stream.ts';
import { useView } from './view.ts';

/** Puts a label on deliveries in place of the one they have; null takes it away. */
export async function setLabel(ids: string[], label: Label | null): Promise<void> {
  try {
    await call('deliveries.annotate', { ids, label });
  } catch (error) {
    reportError(error);
  }
}

/** Labels all the chosen deliveries. */
export function labelMarked(label: Label | null): Promise<void> {
  return setLabel(
    markedRows().map(({ id }) => id),
    label,
  );
}

/** Opens the note of deliveries for writing. */
export function openNote(ids: string[], note: string | null): void {
  useView.getState().open({ kind: 'note', ids, note: note ?? '' });
}

/** Writes on a delivery, beginning with what is there. */
export function noteOnSelected(id: string): void {
  openNote([id], knownOf(id)?.note ?? null);
}

/** Asks for the label of a delivery. */
export function chooseLabel(id: string): void {
  useView.getState().open({ kind: 'label', ids: [id], label: knownOf(id)?.label ?? null });
}

/** Asks for one label for all the chosen deliveries. */
export function chooseLabelOfMarked(): void {
  const rows = markedRows();
  const first = rows[0]?.label ?? null;
  const label = rows.every((row) => row.label === first) ? first : null;
  useView.getState().open({ kind: 'label', ids: rows.map(({ id }) => id), label });
}

function knownOf(id: string): DeliverySummary | Delivery | null {
  const stream = useStream.getState();
  const { delivery } = useDetail.getState();
  return delivery?.id === id ? delivery : (rowAt(stream, indexOf(stream, id)) ?? null);
}

/** Writes one note on all the chosen deliveries, in place of theirs. */
export function noteOnMarked(): void {
  const rows = markedRows();
  const [first] = rows;
  const same = rows.every(({ note }) => note === first?.note);
  openNote(
    rows.map(({ id }) => id),
    same ? (first?.note ?? null) : null,
  );
}
