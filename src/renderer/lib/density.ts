// How tall the rows of the list are, in pixels; a token of the same name is for styles.

import type { Density } from '../../shared/model.ts';

const ROW_HEIGHT: Record<Density, number> = { comfortable: 36, compact: 30 };

export function rowHeight(density: Density): number {
  return ROW_HEIGHT[density];
}
