// Moving through the list: by rows, by screens, to its ends.

import { reportError } from './actions.ts';
import { indexOf, rowCount, useStream } from './stream.ts';
import { useView } from './view.ts';

/** Moves the selection by so many rows; from nothing it goes to the newest. */
export async function moveSelection(by: number): Promise<void> {
  const stream = useStream.getState();
  const { selectedId } = useView.getState();
  const index = selectedId === null ? -1 : indexOf(stream, selectedId);
  await selectIndex(index === -1 ? 0 : index + by);
}

/** Selects the row at an index, or the nearest there is. */
export async function selectIndex(index: number): Promise<void> {
  const stream = useStream.getState();
  const nearest = Math.min(Math.max(index, 0), rowCount(stream) - 1);
  if (nearest < 0) return;
  try {
    const row = await stream.loadRow(nearest);
    if (row !== null) useView.getState().select(row.id);
  } catch (error) {
    reportError(error);
  }
}
