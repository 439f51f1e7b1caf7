// Colour labels and notes: on one delivery, or on all the chosen ones.

import type { Label } from '../../shared/labels.ts';
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
  const stream = useStream.getState();
  const { delivery } = useDetail.getState();
  const known = delivery?.id === id ? delivery : rowAt(stream, indexOf(stream, id));
  openNote([id], known?.note ?? null);
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
