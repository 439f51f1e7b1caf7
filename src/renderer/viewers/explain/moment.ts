// Points in time as webhooks write them: seconds, milliseconds or finer since 1970, ISO 8601, RFC 2822.

export interface Moment {
  /** Since 1970, in milliseconds. */
  ms: number;
  /** How it is written: "in seconds since 1970". */
  form: string;
}

/** From 2001 to 2100: other numbers of as many digits are ids, amounts or telephone numbers. */
const FROM = 1_000_000_000_000;
const TO = 4_102_444_800_000;

const UNITS: [digits: RegExp, perMs: number, form: string][] = [
  [/^\d{10}(?:\.\d{1,9})?$/, 0.001, 'in seconds since 1970'],
  [/^\d{13}(?:\.\d{1,6})?$/, 1, 'in milliseconds since 1970'],
  [/^\d{16}$/, 1000, 'in microseconds since 1970'],
  [/^\d{19}$/, 1_000_000, 'in nanoseconds since 1970'],
];

const ISO =
  /^\d{4}-[01]\d-[0-3]\d[T ][0-2]\d:[0-5]\d(?::[0-6]\d(?:[.,]\d{1,9})?)? ?(?:Z|[+-]\d{2}:?\d{2}| UTC)?$/i;
const MAIL =
  /^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(?::\d{2})? (?:GMT|UTC|[+-]\d{4})$/;

/** Null when the text is no point in time for certain. */
export function momentOf(text: string): Moment | null {
  if (text.length > 40) return null;
  for (const [digits, perMs, form] of UNITS) {
    if (!digits.test(text)) continue;
    const ms = Number(text) / perMs;
    return ms >= FROM && ms < TO ? { ms, form } : null;
  }
  const form = ISO.test(text) ? 'ISO 8601' : MAIL.test(text) ? 'as in mail and HTTP' : null;
  if (form === null) return null;
  const ms = Date.parse(readable(text));
  return Number.isNaN(ms) ? null : { ms, form };
}

/** What every browser's own parser takes: a T, a point, and the offset with its colon. */
function readable(text: string): string {
  if (!/^\d{4}-/.test(text)) return text;
  return text
    .replace(/^(\S{10}) /, '$1T')
    .replace(',', '.')
    .replace(/ ?UTC$/i, 'Z')
    .replace(/ (?=[+-])/, '')
    .replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
}
