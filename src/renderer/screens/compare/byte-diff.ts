// Two bodies as bytes: where they begin to differ and from where on they are alike again.

export interface ByteDiff {
  /** So many bytes are the same at the beginning. */
  before: number;
  /** So many are the same at the end; never overlapping with those at the beginning. */
  after: number;
}

const WORD = 4;

/** How many words are the same at the beginning: four times as fast as bytes, which is felt at 20 MiB. */
function sameWords(left: Uint8Array, right: Uint8Array): number {
  if (left.byteOffset % WORD !== 0 || right.byteOffset % WORD !== 0) return 0;
  const words = Math.floor(Math.min(left.length, right.length) / WORD);
  const a = new Uint32Array(left.buffer, left.byteOffset, words);
  const b = new Uint32Array(right.buffer, right.byteOffset, words);
  let same = 0;
  while (same < words && a[same] === b[same]) same++;
  return same;
}

/** Null when they are the same, byte for byte. */
export function diffBytes(left: Uint8Array, right: Uint8Array): ByteDiff | null {
  const shorter = Math.min(left.length, right.length);
  let before = sameWords(left, right) * WORD;
  while (before < shorter && left[before] === right[before]) before++;
  if (before === left.length && before === right.length) return null;
  let after = 0;
  const most = shorter - before;
  while (after < most && left[left.length - 1 - after] === right[right.length - 1 - after]) {
    after++;
  }
  return { before, after };
}
