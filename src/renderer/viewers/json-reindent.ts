// Pretty-prints JSON by moving its own text onto indented lines. Nothing is parsed into values, so
// long numbers, duplicate keys, `__proto__` and escapes stay exactly as they were sent.

import { createJsonScanner, JsonMistake } from './json-scanner.ts';
import type { Sliced } from './sliced.ts';

export interface PrettyJson {
  kind: 'pretty';
  lines: string[];
  /** By line: the line that closes the object or array opened there, or 0. Lines count from 0. */
  closes: number[];
  /** By line: how many members the object or array opened there has. */
  counts: number[];
}

export interface InvalidJson {
  kind: 'mistake';
  /** Where, in characters from the start; and as line and column, counted from 1. */
  offset: number;
  line: number;
  column: number;
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

function* reindent(text: string, limits: ReindentLimits): Sliced<ReindentResult> {
  const scanner = createJsonScanner(text);
  const page = createPage();
  let tokens = 0;
  do {
    let depth = 0;
    do {
      depth = writeMember(scanner, page, depth);
      if (++tokens % TOKENS_PER_STEP === 0) {
        if (page.lines.length > limits.maxLines) return { kind: 'too-long' };
        yield;
      }
    } while (depth > 0);
    page.endLine();
  } while (limits.many && !scanner.atEnd());
  scanner.expectEnd();
  return { kind: 'pretty', lines: page.lines, closes: page.closes, counts: page.counts };
}

type Scanner = ReturnType<typeof createJsonScanner>;
type Page = ReturnType<typeof createPage>;

/** Writes one member (or the value at the top) and whatever closes after it; answers the new depth. */
function writeMember(scanner: Scanner, page: Page, depth: number): number {
  if (page.opened() === '{') page.write(`${scanner.key()}: `);
  const token = scanner.value();
  if (token === '{' || token === '[') {
    if (scanner.closesAtOnce(token)) page.write(token === '{' ? '{}' : '[]');
    else return page.open(token);
  } else {
    page.write(token);
  }
  for (let open = depth; open > 0; ) {
    const bracket = page.opened();
    if (!scanner.closes(bracket)) {
      page.write(',');
      page.endLine();
      page.count();
      return open;
    }
    open = page.close(bracket === '{' ? '}' : ']');
  }
  return 0;
}

function createPage() {
  const lines: string[] = [];
  const closes: number[] = [];
  const counts: number[] = [];
  const brackets: string[] = [];
  const openedAt: number[] = [];
  let line = '';

  const indent = () => INDENT.repeat(Math.min(brackets.length, MAX_INDENT_LEVELS));
  const endLine = () => {
    lines.push(line);
    if (closes.length < lines.length) closes.push(0);
    if (counts.length < lines.length) counts.push(0);
    line = '';
  };
  const write = (text: string) => {
    line = line === '' ? indent() + text : line + text;
  };
  const count = () => {
    const at = openedAt.at(-1);
    if (at !== undefined) counts[at] = (counts[at] ?? 0) + 1;
  };
  return {
    lines,
    closes,
    counts,
    endLine,
    write,
    /** One more member of the innermost object or array. */
    count,
    /** The bracket of the innermost object or array; empty at the top. */
    opened: () => brackets.at(-1) ?? '',
    open(bracket: string): number {
      write(bracket);
      openedAt.push(lines.length);
      endLine();
      brackets.push(bracket);
      count();
      return brackets.length;
    },
    close(bracket: string): number {
      endLine();
      brackets.pop();
      const at = openedAt.pop();
      if (at !== undefined) closes[at] = lines.length;
      write(bracket);
      return brackets.length;
    },
  };
}

function placeOf(text: string, offset: number): { offset: number; line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  for (;;) {
    const newline = text.indexOf('\n', lineStart);
    if (newline === -1 || newline >= offset) break;
    line++;
    lineStart = newline + 1;
  }
  return { offset, line, column: offset - lineStart + 1 };
}
