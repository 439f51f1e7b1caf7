// What a search in a body found, whatever the body is shown as.

export interface Found {
  /** Where each match begins and ends, in order, in positions of what was searched. */
  starts: number[];
  ends: number[];
  /** True when there are more than `MAX_MATCHES`. */
  more: boolean;
}

/** A search's outcome on the screen. */
export interface Marked {
  found: Found;
  /** Index into `found.starts`. */
  current: number;
}

export const MAX_MATCHES = 10_000;

/** The index of the first match that begins at or after `position`, or 0 when it is past the last. */
export function matchFrom(found: Found, position: number): number {
  let low = 0;
  let high = found.starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found.starts[middle] ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low === found.starts.length ? 0 : low;
}
