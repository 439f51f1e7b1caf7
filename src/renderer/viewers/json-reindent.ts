// Pretty-prints JSON by moving its own text onto indented lines. Nothing is parsed into values, so
// long numbers, duplicate keys, `__proto__` and escapes stay exactly as they were sent.

import {
  atEnd,
  type Bracket,
  closesAfterMember,
  closesAtOnce,
  closingOf,
  expectEnd,
  type JsonCursor,
  JsonMistake,
  readKey,
  readValue,
} from './json-scanner.ts';
import type { Sliced } from './sliced.ts';
import { placeOf, type TextPlace } from './text-place.ts';

export interface PrettyJson {
  kind: 'pretty';
  lines: string[];
  /** By line: the line that closes the object or array opened there, or 0. Lines count from 0. */
  closes: number[];
  /** By line: how many members the object or array opened there has. */
  counts: number[];
}

export interface InvalidJson extends TextPlace {
  kind: 'mistake';
  /** What is wrong there, in words, without a full stop. */
  message: string;
}

export type ReindentResult = PrettyJson | InvalidJson | { kind: 'too-long' };

export interface ReindentLimits {
  /** Give up above this many lines. */
  maxLines: number;
  /** Allow several values after one another, as in NDJSON. */
  many: boolean;
}

const INDENT = '  ';
/** Deeper levels are not moved further right: 10,000 levels would make lines of 20,000 spaces. */
const MAX_INDENT_LEVELS = 40;
const TOKENS_PER_STEP = 2000;

/** Strict JSON (RFC 8259) onto lines, or the first mistake. Yields every 2,000 tokens. */
export function* reindentJson(text: string, limits: ReindentLimits): Sliced<ReindentResult> {
  try {
    return yield* reindent(text, limits);
  } catch (error) {
    if (!(error instanceof JsonMistake)) throw error;
    return { kind: 'mistake', message: error.message, ...placeOf(text, error.offset) };
  }
}

/** The first lines of JSON of which only the beginning is at hand. */
export function reindentBeginning(text: string, maxLines: number): string[] {
  const cursor: JsonCursor = { text, at: 0 };
  const page = emptyPage();
  let written = 0;
  try {
    do {
      written = cursor.at;
      writeMember(cursor, page);
    } while (page.open.length > 0 && page.lines.length < maxLines);
  } catch (error) {
    if (!(error instanceof JsonMistake)) throw error;
    // The member that the end of the beginning cuts in two.
    page.line = '';
    write(page, text.slice(written).trim());
    endLine(page);
  }
  return page.lines.slice(0, maxLines);
}

function* reindent(text: string, limits: ReindentLimits): Sliced<ReindentResult> {
  const cursor: JsonCursor = { text, at: 0 };
  const page = emptyPage();
  let tokens = 0;
  do {
    do {
      writeMember(cursor, page);
      if (++tokens % TOKENS_PER_STEP === 0) {
        if (page.lines.length > limits.maxLines) return { kind: 'too-long' };
        yield;
      }
    } while (page.open.length > 0);
    endLine(page);
  } while (limits.many && !atEnd(cursor));
  expectEnd(cursor);
  return { kind: 'pretty', lines: page.lines, closes: page.closes, counts: page.counts };
}

/** What is written so far. */
interface Page {
  lines: string[];
  closes: number[];
  counts: number[];
  /** The objects and arrays around the place that is written, the innermost last. */
  open: { bracket: Bracket; line: number }[];
  /** The line that is being written. */
  line: string;
}

function emptyPage(): Page {
  return { lines: [], closes: [], counts: [], open: [], line: '' };
}

/** Writes one member (or the value at the top) and whatever closes after it. */
function writeMember(cursor: JsonCursor, page: Page): void {
  if (page.open.at(-1)?.bracket === '{') write(page, `${readKey(cursor)}: `);
  const token = readValue(cursor);
  write(page, token);
  if (token === '{' || token === '[') {
    if (!closesAtOnce(cursor, token)) {
      page.open.push({ bracket: token, line: page.lines.length });
      endLine(page);
      countMember(page);
      return;
    }
    write(page, closingOf(token));
  }
  for (let around = page.open.at(-1); around !== undefined; around = page.open.at(-1)) {
    if (!closesAfterMember(cursor, around.bracket)) {
      write(page, ',');
      endLine(page);
      countMember(page);
      return;
    }
    endLine(page);
    page.open.pop();
    page.closes[around.line] = page.lines.length;
    write(page, closingOf(around.bracket));
  }
}

function write(page: Page, text: string): void {
  if (page.line === '') page.line = INDENT.repeat(Math.min(page.open.length, MAX_INDENT_LEVELS));
  page.line += text;
}

function endLine(page: Page): void {
  page.lines.push(page.line);
  page.closes.push(0);
  page.counts.push(0);
  page.line = '';
}

/** One more member of the innermost object or array. */
function countMember(page: Page): void {
  const line = page.open.at(-1)?.line;
  if (line !== undefined) page.counts[line] = (page.counts[line] ?? 0) + 1;
}
