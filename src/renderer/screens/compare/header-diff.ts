// Two lists of headers side by side: what differs in value, what only in the case of its name or in its
// place, and what is on one side alone.

import type { HeaderList, HeaderPair } from '../../../shared/headers.ts';

export type HeaderRow =
  | { kind: 'left'; left: HeaderPair }
  | { kind: 'right'; right: HeaderPair }
  | {
      kind: 'both';
      left: HeaderPair;
      right: HeaderPair;
      /** The values differ. */
      value: boolean;
      /** The names differ, in upper and lower case. */
      case: boolean;
      /** It comes before or after others that it does not come before or after on the other side. */
      moved: boolean;
    };

/** In the order of the left side; what is on the right alone stands where it stands there. */
export function diffHeaders(left: HeaderList, right: HeaderList): HeaderRow[] {
  const partners = pairUp(left, right);
  const inOrder = increasing(partners.filter((index) => index !== null));
  const rows: HeaderRow[] = [];
  const paired = new Set(partners);
  /** What is on the right alone from `index` on, up to the next one that has a partner. */
  const pushAlone = (index: number) => {
    for (let i = index; i < right.length && !paired.has(i); i++) {
      const pair = right[i];
      if (pair !== undefined) rows.push({ kind: 'right', right: pair });
    }
  };
  pushAlone(0);
  for (const [index, pair] of left.entries()) {
    const partner = partners[index] ?? null;
    const other = partner === null ? undefined : right[partner];
    if (partner === null || other === undefined) {
      rows.push({ kind: 'left', left: pair });
      continue;
    }
    rows.push({
      kind: 'both',
      left: pair,
      right: other,
      value: pair[1] !== other[1],
      case: pair[0] !== other[0],
      moved: !inOrder.has(partner),
    });
    pushAlone(partner + 1);
  }
  return rows;
}

/** For each on the left the index on the right of the same name: first those of the same value. */
function pairUp(left: HeaderList, right: HeaderList): (number | null)[] {
  const free = new Map<string, number[]>();
  for (const [index, [name]] of right.entries()) {
    const lower = name.toLowerCase();
    free.set(lower, [...(free.get(lower) ?? []), index]);
  }
  const partners: (number | null)[] = left.map(([name, value]) => {
    const there = free.get(name.toLowerCase()) ?? [];
    const same = there.findIndex((index) => right[index]?.[1] === value);
    return same === -1 ? null : (there.splice(same, 1)[0] ?? null);
  });
  return partners.map(
    (partner, index) => partner ?? free.get(left[index]?.[0].toLowerCase() ?? '')?.shift() ?? null,
  );
}

/** The longest run of increasing numbers: those are in order, the others were moved. */
function increasing(numbers: readonly number[]): ReadonlySet<number> {
  /** At `length - 1`: where the run of that length ends whose end is lowest. */
  const ends: number[] = [];
  const before: number[] = [];
  for (const [index, number] of numbers.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before[index] = low === 0 ? -1 : (ends[low - 1] ?? -1);
    ends[low] = index;
  }
  const run = new Set<number>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    run.add(numbers[index] ?? 0);
  }
  return run;
}

export function differs(row: HeaderRow): boolean {
  return row.kind !== 'both' || row.value || row.case || row.moved;
}
