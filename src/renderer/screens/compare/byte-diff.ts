// Two bodies as bytes: where they begin to differ and from where on they are alike again.

export interface ByteDiff {
  /** So many bytes are the same at the beginning. */
  before: number;
  /** So many are the same at the end; never overlapping with those at the beginning. */
  after: number;
}

/** Null when they are the same, byte for byte. */
export function diffBytes(left: Uint8Array, right: Uint8Array): ByteDiff | null {
  const shorter = Math.min(left.length, right.length);
  let before = 0;
  while (before < shorter && left[before] === right[before]) before++;
  if (before === left.length && before === right.length) return null;
  let after = 0;
  const most = shorter - before;
  while (after < most && left[left.length - 1 - after] === right[right.length - 1 - after]) {
    after++;
  }
  return { before, after };
}
