// What is said of a file that cannot be brought in.

import { HookglassError } from '../errors.ts';

/** The largest body that is taken in, in bytes: what the receiver can be set to at most. */
export const MAX_BODY_BYTES = 100 * 1024 * 1024;

/** An error for the person who chose the file; the message says what is wrong with it. */
export function badFile(message: string): HookglassError {
  return new HookglassError('bad-input', message);
}

/** A time as ISO 8601 writes it, in ms since the epoch; null for anything else. */
export function timeIn(value: unknown): number | null {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(value)) return null;
  const time = Date.parse(value);
  return Number.isNaN(time) ? null : time;
}
