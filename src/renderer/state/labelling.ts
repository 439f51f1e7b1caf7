// Colour labels: on one delivery, or on all the chosen ones.

import type { Label } from '../../shared/labels.ts';
import { call } from '../host.ts';
import { reportError } from './actions.ts';
import { markedRows } from './marks.ts';

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
