// Numbers with their units as they are written in a filter: `>=400`, `>10kb`, `<=1.5s`.

import type { Comparison } from './ast.ts';

const COMPARED = /^(>=|<=|!=|>|<|=)?(.*)$/s;
const AMOUNT = /^(\d{1,16}(?:\.\d{1,6})?)([a-z]*)$/i;

/** Beyond this, thousandths are not exact any more. */
const LARGEST = 1e12;

const SIZES: Readonly<Record<string, number>> = {
  b: 1,
  kb: 1024,
  mb: 1024 ** 2,
  gb: 1024 ** 3,
};
const DURATIONS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};
const OTHER_UNITS: Readonly<Record<string, string>> = {
  k: 'kb',
  kib: 'kb',
  mib: 'mb',
  gib: 'gb',
  bytes: 'b',
  sec: 's',
  min: 'm',
};

/** What stands before a number, and the rest; `=` when nothing does. */
export function splitComparison(text: string): { comparison: Comparison; rest: string } {
  const [, comparison = '=', rest = ''] = COMPARED.exec(text) ?? [];
  return { comparison: comparison as Comparison, rest };
}

/** Bytes; null when it is no size. Without a unit it is bytes. */
export function parseSize(text: string): number | null {
  const amount = parseAmount(text, SIZES, 'b');
  return amount === null ? null : Math.round(amount);
}

/** Milliseconds, exact to a thousandth; null when it is no duration. It needs a unit. */
export function parseDuration(text: string): number | null {
  const amount = parseAmount(text, DURATIONS, null);
  return amount === null ? null : Math.round(amount * 1000) / 1000;
}

export const printSize = (bytes: number): string => printAmount(bytes, SIZES, 'b');
export const printDuration = (ms: number): string => printAmount(ms, DURATIONS, 'ms');

function parseAmount(
  text: string,
  units: Readonly<Record<string, number>>,
  standard: string | null,
): number | null {
  const [, digits, written = ''] = AMOUNT.exec(text) ?? [];
  if (digits === undefined) return null;
  const unit = written.toLowerCase() || standard;
  if (unit === null) return null;
  const name = Object.hasOwn(OTHER_UNITS, unit) ? (OTHER_UNITS[unit] ?? unit) : unit;
  const factor = Object.hasOwn(units, name) ? units[name] : undefined;
  const amount = factor === undefined ? Number.NaN : Number(digits) * factor;
  return amount <= LARGEST ? amount : null;
}

/** In the largest unit that leaves a whole number. */
function printAmount(
  value: number,
  units: Readonly<Record<string, number>>,
  smallest: string,
): string {
  const fitting = Object.entries(units)
    .filter(([, factor]) => value > 0 && value % factor === 0)
    .at(-1);
  return fitting ? `${value / fitting[1]}${fitting[0]}` : `${value}${smallest}`;
}
