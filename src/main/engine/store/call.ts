// How the store's calls are made.

import { type IdPrefix, parseId } from './ids.ts';

/** Runs a call when what was asked to be written before it is; its errors become the store's. */
export type Call = <T>(work: () => T | Promise<T>, signal?: AbortSignal) => Promise<T>;

/** A call about one row; answers `none` when the text cannot be an id. */
export function byId<T>(
  call: Call,
  prefix: IdPrefix,
  id: string,
  none: T,
  work: (id: number) => T | Promise<T>,
): Promise<T> {
  const row = parseId(prefix, id);
  return call(() => (row === null ? none : work(row)));
}
