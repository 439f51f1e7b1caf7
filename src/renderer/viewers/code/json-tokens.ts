// The tokens of one line of pretty-printed JSON. Each line stands on its own there.

const TOKEN = /"(?:[^"\\]|\\.)*"(\s*:)?|-?\d[\d.eE+-]*|true|false|null|[{}[\],:]/g;
/** A longer line is one huge string: colouring it would cost more than it tells. */
const MAX_LINE = 20_000;

export type JsonTokenKind = 'key' | 'string' | 'number' | 'literal' | 'punctuation';

export interface JsonToken {
  from: number;
  to: number;
  kind: JsonTokenKind;
}

/** The tokens of one pretty-printed line; none when the line is too long to colour. */
export function jsonTokens(line: string): JsonToken[] {
  if (line.length > MAX_LINE) return [];
  const tokens: JsonToken[] = [];
  for (const match of line.matchAll(TOKEN)) {
    const from = match.index;
    const colon = match[1];
    const to = from + match[0].length - (colon?.length ?? 0);
    tokens.push({ from, to, kind: kindOf(match[0], colon !== undefined) });
    if (colon !== undefined) {
      tokens.push({ from: to, to: to + colon.length, kind: 'punctuation' });
    }
  }
  return tokens;
}

function kindOf(token: string, beforeColon: boolean): JsonTokenKind {
  const first = token[0] ?? '';
  if (first === '"') return beforeColon ? 'key' : 'string';
  if (first === '-' || (first >= '0' && first <= '9')) return 'number';
  return /[a-z]/.test(first) ? 'literal' : 'punctuation';
}
