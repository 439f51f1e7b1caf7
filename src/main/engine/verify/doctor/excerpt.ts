// The first place where the body that came differs from the one that was signed, cut to what fits into
// a line. Bytes that differ stay bytes: what cannot be seen is often what it is about.

import type { Excerpt } from '../../../../shared/model.ts';

const MAX_BEFORE = 36;
const MAX_AFTER = 24;
const MAX_DIFFERING = 32;
/** How far it is looked for where both go on alike; further than that they are taken to differ. */
const MAX_SHIFT = 48;
/** So many equal bytes are no accident. */
const ALIKE = 3;
const STEP = 64 * 1024;

/** Null when they are the same. */
export function excerptOf(came: Buffer, signed: Buffer): Excerpt | null {
  const at = beginOf(characterStart(came, commonStart(came, signed)), signed);
  if (came.equals(signed)) return null;
  const [added, removed] = differing(came.subarray(at), signed.subarray(at));
  const behind = came.subarray(at + added);
  const after = textOf(behind.subarray(0, MAX_AFTER));
  return {
    at,
    before: textOf(came.subarray(characterStart(came, Math.max(0, at - MAX_BEFORE)), at)),
    after,
    removed: hexOf(signed, at, removed),
    added: hexOf(came, at, added),
    more: Math.max(added, removed) > MAX_DIFFERING || !behind.equals(signed.subarray(at + removed)),
  };
}

function commonStart(a: Buffer, b: Buffer): number {
  const end = Math.min(a.length, b.length);
  let at = 0;
  // Whole blocks compare much faster than bytes.
  while (at + STEP <= end && a.compare(b, at, at + STEP, at, at + STEP) === 0) at += STEP;
  while (at < end && a[at] === b[at]) at++;
  return at;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

/** Back to where a character of UTF-8 begins. */
function characterStart(bytes: Buffer, at: number): number {
  let start = at;
  while (start > 0 && at - start < 3 && isContinuation(bytes[start])) start--;
  return isContinuation(bytes[start]) ? at : start;
}

function beginOf(at: number, signed: Buffer): number {
  return Math.min(at, characterStart(signed, at));
}

type Differing = [added: number, removed: number];

/** How many bytes differ on each side before both go on alike. */
function differing(came: Buffer, signed: Buffer): Differing {
  const all = wholeDifference(came, signed);
  const first = firstDifference(came, signed);
  // One byte in place of another looks like one that was put in, where many are the same.
  const isAll = all !== null && (first === null || size(all) <= size(first) + 2);
  return (isAll ? all : first) ?? [came.length, signed.length];
}

const size = ([added, removed]: Differing) => added + removed;

/** Null where more than one place differs. */
function wholeDifference(came: Buffer, signed: Buffer): Differing | null {
  const longer = came.length - signed.length;
  for (let added = Math.max(0, longer); added <= MAX_SHIFT; added++) {
    const removed = added - longer;
    const rest = came.subarray(added);
    if (!isContinuation(rest[0]) && rest.equals(signed.subarray(removed))) return [added, removed];
  }
  return null;
}

function firstDifference(came: Buffer, signed: Buffer): Differing | null {
  for (let shift = 1; shift <= MAX_SHIFT; shift++) {
    for (let added = 0; added <= shift; added++) {
      const removed = shift - added;
      if (goOnAlike(came.subarray(added), signed.subarray(removed))) return [added, removed];
    }
  }
  return null;
}

function goOnAlike(came: Buffer, signed: Buffer): boolean {
  if (isContinuation(came[0]) || isContinuation(signed[0])) return false;
  const length = Math.min(ALIKE, Math.max(came.length, signed.length));
  return came.subarray(0, length).equals(signed.subarray(0, length));
}

function hexOf(bytes: Buffer, at: number, count: number): string {
  return bytes.subarray(at, at + Math.min(count, MAX_DIFFERING)).toString('hex');
}

/** Without the half of a character at its end. */
function textOf(bytes: Buffer): string {
  return bytes.toString('utf8').replace(/\ufffd+$/, '');
}
