// Points in time as they are written in a filter: `10m` (ago), dates, times of today. Dates without a
// zone are local, as people mean them.

import type { Moment } from './ast.ts';

const UNITS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;
const AGO = /^(\d{1,6})(s|m|min|h|d|w)$/i;
const TIME_OF_DAY = /^(\d\d):(\d\d)(?::(\d\d))?$/;
const DATE =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?)?$/i;

/** Null when it is neither a date nor a time. */
export function parseMoment(text: string): Moment | null {
  const ago = AGO.exec(text);
  if (ago) {
    const unit = (ago[2] ?? '').toLowerCase().charAt(0) as keyof typeof UNITS;
    return { kind: 'ago', ms: Number(ago[1]) * UNITS[unit] };
  }
  const word = text.toLowerCase();
  if (word === 'today' || word === 'yesterday') return { kind: 'date', text: word };
  const time = TIME_OF_DAY.exec(text);
  if (time) return isTime(time[1], time[2], time[3]) ? { kind: 'date', text } : null;
  const date = DATE.exec(text);
  if (!date || !isDay(date[1], date[2], date[3])) return null;
  if (date[4] !== undefined && !isTime(date[4], date[5], date[6])) return null;
  const written = text.replace(' ', 'T').toUpperCase();
  return Number.isNaN(Date.parse(written)) ? null : { kind: 'date', text: written };
}

/** As {@link parseMoment} reads it. */
export function printMoment(moment: Moment): string {
  if (moment.kind === 'date') return moment.text;
  for (const unit of ['w', 'd', 'h', 'm'] as const) {
    if (moment.ms > 0 && moment.ms % UNITS[unit] === 0) return `${moment.ms / UNITS[unit]}${unit}`;
  }
  return `${moment.ms / UNITS.s}s`;
}

/** In ms since 1970, as of `now`. */
export function momentAt(moment: Moment, now: number): number {
  if (moment.kind === 'ago') return now - moment.ms;
  const { text } = moment;
  const today = new Date(now);
  if (text === 'today') return today.setHours(0, 0, 0, 0);
  if (text === 'yesterday') {
    today.setHours(0, 0, 0, 0);
    return today.setDate(today.getDate() - 1);
  }
  const time = TIME_OF_DAY.exec(text);
  if (time) return today.setHours(Number(time[1]), Number(time[2]), Number(time[3] ?? 0), 0);
  // A date alone would be taken for one in UTC.
  return Date.parse(text.length === 10 ? `${text}T00:00` : text);
}

function isDay(year = '', month = '', day = ''): boolean {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

function isTime(hours = '', minutes = '', seconds = '0'): boolean {
  return Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 60;
}
