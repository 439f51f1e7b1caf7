// JSON taken apart into its tokens and written again as other libraries write it. Numbers and the order
// of names stay as they are in the text, which reading it into objects would not keep.

export type JsonToken =
  | { kind: 'mark'; text: string }
  | { kind: 'string'; text: string }
  | { kind: 'literal'; text: string };

const TOKEN = /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\]+|\\.)*")|([^\s{}[\],:"]+))/sy;

/** Null when it is no JSON. */
export function jsonTokens(text: string): JsonToken[] | null {
  const tokens: JsonToken[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const [, mark, string, literal = ''] = TOKEN.exec(text) ?? [];
    if (mark !== undefined) tokens.push({ kind: 'mark', text: mark });
    else if (string !== undefined) tokens.push({ kind: 'string', text: string });
    else if (literal !== '') tokens.push({ kind: 'literal', text: literal });
    else return null;
  }
  return tokens;
}

export interface Layout {
  /** Completes "its JSON written …". */
  words: string;
  /** What one level is indented by; null: all in one line. */
  indent: string | null;
  comma: string;
  colon: string;
}

export const LAYOUTS = {
  compact: { words: 'without white space', indent: null, comma: ',', colon: ':' },
  python: { words: 'with a space after commas and colons', indent: null, comma: ', ', colon: ': ' },
  two: { words: 'indented by two spaces', indent: '  ', comma: ',', colon: ': ' },
  four: { words: 'indented by four spaces', indent: '    ', comma: ',', colon: ': ' },
  tab: { words: 'indented by tabs', indent: '\t', comma: ',', colon: ': ' },
} as const satisfies Record<string, Layout>;

/** The tokens with every string written by `write`. */
export function rewritten(
  tokens: readonly JsonToken[],
  write: (text: string) => string,
): JsonToken[] {
  return tokens.map((token) =>
    token.kind === 'string' ? { kind: 'string', text: write(token.text) } : token,
  );
}

/** The tokens as text. */
export function writeJson(tokens: readonly JsonToken[], { indent, comma, colon }: Layout): string {
  let text = '';
  let depth = 0;
  const broken = () => (indent === null ? '' : `\n${indent.repeat(Math.min(depth, 200))}`);
  for (const [place, token] of tokens.entries()) {
    if (token.kind !== 'mark') {
      text += token.text;
      continue;
    }
    const before = tokens[place - 1]?.text;
    const next = tokens[place + 1]?.text;
    switch (token.text) {
      case '{':
      case '[':
        depth++;
        text += token.text;
        if (next !== '}' && next !== ']') text += broken();
        break;
      case '}':
      case ']':
        depth--;
        if (before !== '{' && before !== '[') text += broken();
        text += token.text;
        break;
      case ',':
        text += comma + broken();
        break;
      default:
        text += colon;
    }
  }
  return text;
}

export interface StringStyle {
  /** Completes "and …"; empty when strings are as usual. */
  words: string;
  write(text: string): string;
}

/** Without a backslash there is nothing that would be written in another way. */
const plain = (text: string) => (text.includes('\\') ? JSON.stringify(parsed(text)) : text);

function parsed(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}

const hex4 = (character: string) => character.charCodeAt(0).toString(16).padStart(4, '0');
const ascii = (text: string) =>
  plain(text).replace(/[\u0080-\uffff]/g, (each) => `\\u${hex4(each)}`);

/** How libraries write strings: JavaScript, Python and PHP differ in what they escape. */
export const STRING_STYLES: readonly StringStyle[] = [
  { words: '', write: (text) => text },
  { words: 'its characters unescaped, as JavaScript writes them', write: plain },
  { words: 'characters beyond ASCII as \\u…', write: ascii },
  {
    words: 'slashes escaped and characters beyond ASCII as \\u…, as PHP writes them',
    write: (text) => ascii(text).replaceAll('/', '\\/'),
  },
  { words: 'slashes escaped', write: (text) => plain(text).replaceAll('/', '\\/') },
  {
    words: '<, > and & as \\u…, as Go writes them',
    write: (text) => plain(text).replace(/[<>&\u2028\u2029]/g, (each) => `\\u${hex4(each)}`),
  },
  {
    words: 'characters beyond ASCII as \\u… in capitals',
    write: (text) =>
      plain(text).replace(/[\u0080-\uffff]/g, (each) => `\\u${hex4(each).toUpperCase()}`),
  },
];

/** The same data with the names of every object in order. Throws a RangeError on very deep data. */
export function sortedJson(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(sortedJson);
  if (typeof data !== 'object' || data === null) return data;
  const names = Object.entries(data).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(names.map(([name, value]) => [name, sortedJson(value)]));
}
