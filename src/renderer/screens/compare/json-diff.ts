// Two JSON values side by side: what was added, removed or changed, whatever the order of the keys.

/** A number with more digits than JavaScript keeps: it is compared by them. */
export class LongNumber {
  readonly digits: string;
  constructor(digits: string) {
    this.digits = digits;
  }
}

export type DiffRow =
  | { kind: 'added'; path: DiffPath; right: string }
  | { kind: 'removed'; path: DiffPath; left: string }
  | { kind: 'changed'; path: DiffPath; left: string; right: string };

/** Keys and indexes from the root; an index is the one on the side where the value is, or the left. */
export type DiffPath = readonly (string | number)[];

export interface JsonDiff {
  /** In the order of the left side. */
  rows: DiffRow[];
  /** There are more differences than are listed. */
  more: boolean;
}

export interface DiffLimits {
  maxRows: number;
  /** A value longer than so many characters is cut. */
  maxText: number;
}

/** Lists longer than that, once what is alike at both ends is left out, are compared place by place. */
const MAX_ALIGNED = 1_000;
/** So many pairs of items are looked at for one list at most; with more it is compared place by place. */
const MAX_PAIRS = 250_000;

/** No rows: the values are equal. Recursive: throws a RangeError for thousands of nested lists. */
export function diffJson(left: unknown, right: unknown, limits: DiffLimits): JsonDiff {
  const rows: DiffRow[] = [];
  const path: (string | number)[] = [];
  let more = false;

  const push = (row: DiffRow) => {
    if (rows.length < limits.maxRows) rows.push(row);
    else more = true;
  };
  const at = (key: string | number, work: () => void) => {
    if (more) return;
    path.push(key);
    work();
    path.pop();
  };
  const textOf = (value: unknown) => written(value, limits.maxText);
  const removed = (value: unknown) =>
    push({ kind: 'removed', path: [...path], left: textOf(value) });
  const added = (value: unknown) => push({ kind: 'added', path: [...path], right: textOf(value) });

  function compare(a: unknown, b: unknown): void {
    if (Array.isArray(a) && Array.isArray(b)) compareLists(a, b);
    else if (isObject(a) && isObject(b)) compareObjects(a, b);
    else if (!isEqual(a, b)) {
      push({ kind: 'changed', path: [...path], left: textOf(a), right: textOf(b) });
    }
  }

  function compareObjects(a: JsonObject, b: JsonObject): void {
    for (const [key, value] of Object.entries(a)) {
      at(key, () => (Object.hasOwn(b, key) ? compare(value, b[key]) : removed(value)));
    }
    for (const [key, value] of Object.entries(b)) {
      if (!Object.hasOwn(a, key)) at(key, () => added(value));
    }
  }

  function compareLists(a: readonly unknown[], b: readonly unknown[]): void {
    for (const [from, to] of aligned(a, b)) {
      if (from === null) at(to ?? 0, () => added(b[to ?? 0]));
      else if (to === null) at(from, () => removed(a[from]));
      else at(from, () => compare(a[from], b[to]));
    }
  }

  compare(left, right);
  return { rows, more };
}

type JsonObject = Record<string, unknown>;

function isObject(value: unknown): value is JsonObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof LongNumber)
  );
}

/** Whether two JSON values are the same, whatever the order of the keys. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a instanceof LongNumber || b instanceof LongNumber) return isSameNumber(a, b);
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => isEqual(item, b[index]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key]))
  );
}

function isSameNumber(a: unknown, b: unknown): boolean {
  return a instanceof LongNumber && b instanceof LongNumber && a.digits === b.digits;
}

type Alignment = [from: number | null, to: number | null][];

/** Which item of one list is which of the other: equal ones first, those between them in turn. */
function aligned(a: readonly unknown[], b: readonly unknown[]): Alignment {
  let start = 0;
  while (start < a.length && start < b.length && isEqual(a[start], b[start])) start++;
  let end = 0;
  while (
    end < a.length - start &&
    end < b.length - start &&
    isEqual(a[a.length - 1 - end], b[b.length - 1 - end])
  ) {
    end++;
  }
  const restA = a.length - start - end;
  const restB = b.length - start - end;
  const few = Math.max(restA, restB) <= MAX_ALIGNED && restA * restB <= MAX_PAIRS;
  const anchors = few ? commonItems(a, b, start, restA, restB) : [];
  const pairs: Alignment = [];
  let i = start;
  let j = start;
  for (const [from, to] of [...anchors, [start + restA, start + restB] as const]) {
    while (i < from || j < to) pairs.push([i < from ? i++ : null, j < to ? j++ : null]);
    if (from < start + restA) pairs.push([i++, j++]);
  }
  return pairs;
}

/** The longest list of equal items that both have in the same order. */
function commonItems(
  a: readonly unknown[],
  b: readonly unknown[],
  start: number,
  restA: number,
  restB: number,
): (readonly [number, number])[] {
  // Equal items have the same text, so that each is looked at once and not with every other.
  const textsA = a.slice(start, start + restA).map(canonical);
  const textsB = b.slice(start, start + restB).map(canonical);
  const width = restB + 1;
  const lengths = new Uint16Array((restA + 1) * width);
  const lengthAt = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = restA - 1; i >= 0; i--) {
    for (let j = restB - 1; j >= 0; j--) {
      lengths[i * width + j] =
        textsA[i] === textsB[j]
          ? lengthAt(i + 1, j + 1) + 1
          : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
    }
  }
  const common: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < restA && j < restB; ) {
    if (textsA[i] === textsB[j]) common.push([start + i++, start + j++]);
    else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i++;
    else j++;
  }
  return common;
}

/** The same text for equal values. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value instanceof LongNumber) return value.digits;
  if (!isObject(value)) return JSON.stringify(value) ?? 'null';
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

/** A value as JSON, cut where it is long. */
function written(value: unknown, maxText: number): string {
  const text = textOf(value);
  return text.length <= maxText ? text : `${text.slice(0, maxText)}…`;
}

function textOf(value: unknown): string {
  if (value instanceof LongNumber) return value.digits;
  return (
    JSON.stringify(value, (_, item) => (item instanceof LongNumber ? item.digits : item), 2) ??
    'null'
  );
}
