// Moving through the list: by rows, by screens, to its ends.

import type { DeliverySummary } from '../../shared/model.ts';
import { reportError } from './actions.ts';
import { indexOf, rowCount, useStream } from './stream.ts';
import { useView } from './view.ts';

/** Moves the selection by so many rows; from nothing it goes to the newest. */
export async function moveSelection(by: number): Promise<void> {
  await selectIndex(indexFromSelected(by));
}

/** Selects the row at an index, or the nearest there is. */
export async function selectIndex(index: number): Promise<void> {
  const row = await rowNear(index);
  if (row !== null) useView.getState().select(row.id);
}

/** The index so many rows after the selected one; that of the newest when none is selected. */
export function indexFromSelected(by: number): number {
  const { selectedId } = useView.getState();
  const index = selectedId === null ? -1 : indexOf(useStream.getState(), selectedId);
  return index === -1 ? 0 : index + by;
}

/** The row at an index, or the nearest there is, fetched when it must be; null when there is none. */
export async function rowNear(index: number): Promise<DeliverySummary | null> {
  const stream = useStream.getState();
  const nearest = Math.min(Math.max(index, 0), rowCount(stream) - 1);
  if (nearest < 0) return null;
  try {
    return await stream.loadRow(nearest);
  } catch (error) {
    reportError(error);
    return null;
  }
}
