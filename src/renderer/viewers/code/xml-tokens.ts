// The tokens of one line of pretty-printed XML, in the colours that JSON has too. A line is read on its
// own: what goes on over several lines, such as a comment, is coloured on its first only.

import type { JsonToken, JsonTokenKind } from './json-tokens.ts';

const TOKEN =
  /(<!--.*?(?:-->|$)|<!\[CDATA\[|\]\]>)|(<[/?!]?)([\w:.-]*)|([\w:.-]{1,200})(?==["'])|("[^"]*"|'[^']*')(?=[\s/?>]|$)|([/?]?>)/g;
const KINDS: (JsonTokenKind | null)[] = [
  null,
  'punctuation',
  'punctuation',
  'literal',
  'key',
  'string',
  'punctuation',
];
/** A longer line is one huge text: colouring it would cost more than it tells. */
const MAX_LINE = 20_000;

export function xmlTokens(line: string): JsonToken[] {
  if (line.length > MAX_LINE) return [];
  const tokens: JsonToken[] = [];
  for (const match of line.matchAll(TOKEN)) {
    let from = match.index;
    for (let group = 1; group < match.length; group++) {
      const text = match[group];
      const kind = KINDS[group];
      if (!text || !kind) continue;
      tokens.push({ from, to: from + text.length, kind });
      from += text.length;
    }
  }
  return tokens;
}
