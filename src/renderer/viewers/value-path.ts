// Where a value stands in JSON: the keys and positions that lead to it, and how that is written.

import type { PrettyJson } from './json-reindent.ts';
import {
  closesAtOnce,
  closingOf,
  type JsonCursor,
  JsonMistake,
  readKey,
  readValue,
} from './json-scanner.ts';

/** Keys of objects, positions in arrays (from 0). */
export type ValuePath = (string | number)[];

/** A value of pretty-printed JSON, found by its line. */
export interface ValueAt {
  path: ValuePath;
  /** As it is written: `"text"`, `12`, or the opening bracket of what goes on below. */
  token: string;
  /** The lines it begins and ends on, counted from 0. */
  line: number;
  end: number;
}

const PLAIN_KEY = /^[\p{L}_$][\p{L}\p{N}_$-]*$/u;

/** `data.object.items[3].id`; keys that are no names in quotes: `data["a key"]`. */
export function pathText(path: ValuePath): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (PLAIN_KEY.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text;
}

/** The value on a line of pretty-printed JSON, counted from 0; a closing bracket belongs to its value. */
export function valueAt({ lines, closes }: PrettyJson, at: number): ValueAt | null {
  let line = at;
  if (/^\s*[}\]]/.test(lines[at] ?? '')) {
    line = closes.lastIndexOf(at, at);
    if (line === -1) return null;
  }
  const own = readLine(lines[line] ?? '');
  if (own === null) return null;
  const path: ValuePath = own.key === null ? [] : [own.key];
  let child = line;
  let inArray = own.key === null;
  for (let i = line - 1; i >= 0; i--) {
    if ((closes[i] ?? 0) <= line) continue;
    const around = readLine(lines[i] ?? '');
    if (around === null) return null;
    if (inArray) path.unshift(positionIn(closes, i, child));
    if (around.key !== null) path.unshift(around.key);
    inArray = around.key === null;
    child = i;
  }
  return { path, token: own.token, line, end: closes[line] || line };
}

/** How many members stand before `child` in what opens at `around`. */
function positionIn(closes: readonly number[], around: number, child: number): number {
  let position = 0;
  for (let i = around + 1; i < child; i = (closes[i] || i) + 1) position++;
  return position;
}

/** The key and the value that begin on a line of pretty-printed JSON; null where none does. */
export function readLine(text: string): { key: string | null; token: string } | null {
  const trimmed: JsonCursor = { text, at: 0 };
  try {
    const key = /^\s*"/.test(text) ? keyOf(trimmed) : null;
    const token = readValue(trimmed);
    const isEmpty = (token === '{' || token === '[') && closesAtOnce(trimmed, token);
    return { key, token: isEmpty ? token + closingOf(token) : token };
  } catch (error) {
    if (error instanceof JsonMistake) return null;
    throw error;
  }
}

/** Null when the string at the cursor is a value and no key; then nothing is read. */
function keyOf(cursor: JsonCursor): string | null {
  try {
    return unquoted(readKey(cursor));
  } catch (error) {
    if (!(error instanceof JsonMistake)) throw error;
    cursor.at = 0;
    return null;
  }
}

/** The text that a JSON string stands for; any other token as it is written. */
export function unquoted(token: string): string {
  if (!token.startsWith('"')) return token;
  try {
    return String(JSON.parse(token));
  } catch {
    return token;
  }
}

/** A value for the clipboard: a string without quotes and escapes, an object as indented JSON. */
export function valueText({ lines }: PrettyJson, value: ValueAt): string {
  if (value.end === value.line) return unquoted(value.token);
  const last = lines[value.end] ?? '';
  const indent = last.length - last.trimStart().length;
  const inner = lines.slice(value.line + 1, value.end).map((line) => line.slice(indent));
  return [value.token, ...inner, last.trim().replace(/,$/, '')].join('\n');
}
