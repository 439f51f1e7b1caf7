// Pretty-prints NDJSON: every line a value of its own. A line that is no JSON stands as it came, so that
// one bad record does not hide the others.

import { type PrettyJson, reindentJson } from './json-reindent.ts';
import type { Sliced } from './sliced.ts';

export interface PrettyRecords extends PrettyJson {
  /** By record: the line it begins on, counted from 0. */
  records: number[];
  /** The lines of the text, counted from 1, that are no JSON. */
  bad: number[];
}

export function* reindentJsonLines(
  text: string,
  maxLines: number,
): Sliced<PrettyRecords | { kind: 'too-long' }> {
  const all: PrettyRecords = {
    ...{ kind: 'pretty', lines: [], closes: [], counts: [], records: [], bad: [] },
  };
  for (let at = 0, number = 1; at < text.length; number++) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(at, end).replace(/\r$/, '');
    at = end + 1;
    if (line.trim() === '') continue;
    const record = yield* reindentJson(line, { maxLines, many: false });
    if (all.lines.length > maxLines || record.kind === 'too-long') return { kind: 'too-long' };
    append(all, record.kind === 'pretty' ? record : asItCame(line));
    if (record.kind === 'mistake') all.bad.push(number);
    if (number % 100 === 0) yield;
  }
  return all;
}

function asItCame(line: string): PrettyJson {
  return { kind: 'pretty', lines: [line], closes: [0], counts: [0] };
}

function append(all: PrettyRecords, record: PrettyJson): void {
  const start = all.lines.length;
  all.records.push(start);
  for (let i = 0; i < record.lines.length; i++) {
    const closes = record.closes[i] ?? 0;
    all.lines.push(record.lines[i] ?? '');
    all.closes.push(closes === 0 ? 0 : closes + start);
    all.counts.push(record.counts[i] ?? 0);
  }
}

/** True when the beginning of a text is two JSON objects or arrays on a line each. */
export function looksLikeJsonLines(beginning: string): boolean {
  const [first = '', second = ''] = beginning.split('\n', 2);
  if (!/^\s*[[{]/.test(first) || !/^\s*[[{]/.test(second)) return false;
  try {
    JSON.parse(first);
    return true;
  } catch {
    return false;
  }
}
