// Ids of deliveries and attempts: the SQLite row id itself, made of the time, so that the order of
// ids is the order of arrival. In text, `dlv_` or `att_` and Crockford base32 of a fixed width, so
// that the order of texts is the same too.

export type IdPrefix = 'dlv' | 'att';

const EPOCH_MS = Date.UTC(2026, 0, 1);
/** Ids a millisecond can give; further ones borrow from the next, which only shifts them in time. */
const IDS_PER_MS = 4096;
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
/** 55 bits: wide enough for every safe integer. */
const WIDTH = 11;
const LOW_CHARS = 5;
const LOW_RANGE = 32 ** LOW_CHARS;

/** The value of each ASCII character, 255 where it has none. */
const charValues = new Uint8Array(128).fill(255);
for (let value = 0; value < 32; value++) charValues[ALPHABET.charCodeAt(value)] = value;

/** The text form of a row id. */
export function formatId(prefix: IdPrefix, id: number): string {
  const low = id % LOW_RANGE;
  const high = (id - low) / LOW_RANGE;
  return `${prefix}_${base32(high, WIDTH - LOW_CHARS)}${base32(low, LOW_CHARS)}`;
}

function base32(value: number, width: number): string {
  let text = '';
  // Both halves are below 2^31, where bit operations are exact.
  for (let shift = (width - 1) * 5; shift >= 0; shift -= 5) text += ALPHABET[(value >> shift) & 31];
  return text;
}

/** The row id of a text; null for anything that {@link formatId} cannot have made. */
export function parseId(prefix: IdPrefix, text: string): number | null {
  if (text.length !== prefix.length + 1 + WIDTH || !text.startsWith(`${prefix}_`)) return null;
  let id = 0;
  for (let i = prefix.length + 1; i < text.length; i++) {
    const value = charValues[text.charCodeAt(i)] ?? 255;
    if (value === 255) return null;
    id = id * 32 + value;
  }
  return Number.isSafeInteger(id) ? id : null;
}

/** The smallest id that a delivery received at `ms` (since 1970) or later can have. */
export function firstIdAt(ms: number): number {
  return Math.max(0, Math.floor(ms) - EPOCH_MS) * IDS_PER_MS;
}

/**
 * Answers ever growing ids, also when the clock is set back. `after` is the largest id in use, so
 * that they grow across restarts too.
 */
export function createIdSource(clock: () => number, after: number): () => number {
  let last = after;
  return () => {
    last = Math.max(last + 1, firstIdAt(clock()));
    return last;
  };
}
