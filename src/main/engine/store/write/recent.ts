// A table of numbers that remembers what was used lately, in two halves: when the newer one is full, the
// older one is forgotten as a whole. The garbage collector moves every object that a Map remembers, twice;
// arrays of numbers are nothing to it, and cost a third less.

export interface Recent {
  /** Puts the numbers that are kept for a key into `into`; false, and nothing, where none are. */
  get(key: number, into: Float64Array): boolean;
  /** Counts as used now. */
  set(key: number, numbers: Float64Array): void;
  clear(): void;
}

export interface RecentOptions {
  /** At least the last half of so many keys is remembered, and never more than that. */
  capacity: number;
  /** How many numbers are kept for a key. */
  width: number;
  /** A whole number that nobody outside knows: without it, nobody can choose keys that fall together. */
  seed: number;
}

/** Keys are whole numbers from 1 to 2^53. */
export function createRecent({ capacity, width, seed }: RecentOptions): Recent {
  let newer = createTable(width, seed);
  let older = createTable(width, seed);

  return {
    get: (key, into) => newer.get(key, into) || older.get(key, into),
    set(key, numbers) {
      newer.set(key, numbers);
      if (newer.size() < capacity / 2) return;
      const emptied = older;
      emptied.clear();
      older = newer;
      newer = emptied;
    },
    clear() {
      newer.clear();
      older.clear();
    },
  };
}

const FIRST_SLOTS = 1024;

interface Table {
  size(): number;
  get(key: number, into: Float64Array): boolean;
  set(key: number, numbers: Float64Array): void;
  /** Keeps its room: it will be as full again. */
  clear(): void;
}

/** Open addressing: a key is in the first free slot from its own on, its numbers behind it; 0 is free. */
function createTable(width: number, seed: number): Table {
  const step = width + 1;
  let slots = FIRST_SLOTS;
  let records = new Float64Array(slots * step);
  let size = 0;

  /** Where a key is, or where it would be. */
  function find(key: number): number {
    let slot = spread(key, seed) & (slots - 1);
    for (;;) {
      const at = slot * step;
      const there = records[at];
      if (there === key || there === 0) return at;
      slot = (slot + 1) & (slots - 1);
    }
  }

  function grow(): void {
    const before = records;
    slots *= 2;
    records = new Float64Array(slots * step);
    for (let from = 0; from < before.length; from += step) {
      const key = before[from] ?? 0;
      if (key !== 0) records.set(before.subarray(from, from + step), find(key));
    }
  }

  return {
    size: () => size,
    get(key, into) {
      const at = find(key);
      if (records[at] === 0) return false;
      for (let i = 0; i < width; i++) into[i] = records[at + 1 + i] ?? 0;
      return true;
    },
    set(key, numbers) {
      const at = find(key);
      if (records[at] === 0) size++;
      records[at] = key;
      for (let i = 0; i < width; i++) records[at + 1 + i] = numbers[i] ?? 0;
      if (size * 2 > slots) grow();
    },
    clear() {
      records.fill(0);
      size = 0;
    },
  };
}

/** 32 bits of both halves of a key, which the seed changes as a whole. */
function spread(key: number, seed: number): number {
  const low = Math.imul((key | 0) ^ seed, 0x9e3779b1);
  const high = Math.floor(key / 2 ** 32);
  const mixed = Math.imul(low ^ (low >>> 15) ^ high, 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}
