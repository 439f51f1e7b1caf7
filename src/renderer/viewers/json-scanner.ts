// Reads JSON text token by token without making values of it: strict RFC 8259, errors in words.

/** Thrown inside the pretty-printer only; `reindentJson` turns it into a value. */
export class JsonMistake extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.name = 'JsonMistake';
    this.offset = offset;
  }
}

/** A place in a JSON text; reading moves it on. */
export interface JsonCursor {
  text: string;
  at: number;
}

export type Bracket = '{' | '[';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[\p{L}\p{N}_$.+-]{1,20}/uy;
const SPACE = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what a string may not hold
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const LONG_STRING = 256;
const SIMPLE_ESCAPES = '"\\/bfnrt';

/** True when nothing but white space is left. */
export function atEnd(cursor: JsonCursor): boolean {
  skipSpace(cursor);
  return cursor.at >= cursor.text.length;
}

export function expectEnd(cursor: JsonCursor): void {
  if (!atEnd(cursor)) fail(cursor, 'there is more text after the end of the JSON');
}

/** A member's key with its quotes; the colon after it is read too. */
export function readKey(cursor: JsonCursor): string {
  const { text } = cursor;
  skipSpace(cursor);
  if (text[cursor.at] === '}') fail(cursor, 'a comma may not stand before }');
  if (text[cursor.at] !== '"') fail(cursor, 'a key in double quotes was expected here');
  const key = readString(cursor);
  skipSpace(cursor);
  if (text[cursor.at] !== ':') fail(cursor, 'a colon was expected after the key');
  cursor.at++;
  return key;
}

/** A whole scalar as it is written, or the bracket that opens an object or array. */
export function readValue(cursor: JsonCursor): string {
  skipSpace(cursor);
  const first = cursor.text[cursor.at];
  if (first === '"') return readString(cursor);
  if (first === '{' || first === '[') {
    cursor.at++;
    return first;
  }
  if (first === ']') fail(cursor, 'a comma may not stand before ]');
  if (first !== undefined && (first === '-' || (first >= '0' && first <= '9'))) {
    return readNumber(cursor);
  }
  return readWord(cursor);
}

/** After an opening bracket: reads its closing one when nothing is in between. */
export function closesAtOnce(cursor: JsonCursor, bracket: Bracket): boolean {
  skipSpace(cursor);
  if (cursor.text[cursor.at] !== closingOf(bracket)) return false;
  cursor.at++;
  return true;
}

/** After a member: true when the closing bracket was read, false when it was a comma. */
export function closesAfterMember(cursor: JsonCursor, bracket: Bracket): boolean {
  if (closesAtOnce(cursor, bracket)) return true;
  if (cursor.text[cursor.at] !== ',') {
    fail(cursor, `a comma or ${closingOf(bracket)} was expected here`);
  }
  cursor.at++;
  return false;
}

export function closingOf(bracket: Bracket): '}' | ']' {
  return bracket === '{' ? '}' : ']';
}

function skipSpace(cursor: JsonCursor): void {
  const code = cursor.text.charCodeAt(cursor.at);
  if (code > 0x20 || Number.isNaN(code)) return;
  SPACE.lastIndex = cursor.at;
  SPACE.test(cursor.text);
  cursor.at = SPACE.lastIndex;
}

function readString(cursor: JsonCursor): string {
  const { text, at: start } = cursor;
  for (let at = start + 1; ; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      cursor.at = at + 1;
      return text.slice(start, cursor.at);
    }
    if (code === BACKSLASH) at = escapeEnd(cursor, at);
    else if (code < 0x20) fail(cursor, 'a control character inside a string has to be escaped', at);
    else if (Number.isNaN(code)) endsTooEarly(cursor);
    else if (at - start >= LONG_STRING) at = plainEnd(text, at);
  }
}

/** The last of the characters from `at` on that need no look at: a regular expression is far faster. */
function plainEnd(text: string, at: number): number {
  PLAIN.lastIndex = at;
  PLAIN.test(text);
  return Math.max(at, PLAIN.lastIndex - 1);
}

/** The last character of the escape that begins at `at`. */
function escapeEnd(cursor: JsonCursor, at: number): number {
  const { text } = cursor;
  const kind = text[at + 1];
  if (kind === undefined) endsTooEarly(cursor);
  if (kind === 'u') {
    if (/^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6))) return at + 5;
    fail(cursor, '\\u has to be followed by four hexadecimal digits', at);
  }
  if (!SIMPLE_ESCAPES.includes(kind)) fail(cursor, 'this escape is not one that JSON knows', at);
  return at + 1;
}

function readNumber(cursor: JsonCursor): string {
  const { text, at } = cursor;
  NUMBER.lastIndex = at;
  const found = NUMBER.exec(text)?.[0];
  if (found === undefined) fail(cursor, 'a minus sign has to be followed by a digit', at + 1);
  const next = text[at + found.length] ?? '';
  if (next >= '0' && next <= '9') fail(cursor, 'a number may not begin with a zero');
  if (next === '.' || next === 'e' || next === 'E') {
    fail(cursor, 'this number is not complete', at + found.length);
  }
  cursor.at += found.length;
  return found;
}

function readWord(cursor: JsonCursor): string {
  const { text, at } = cursor;
  for (const literal of ['true', 'false', 'null']) {
    if (!text.startsWith(literal, at)) continue;
    cursor.at += literal.length;
    return literal;
  }
  WORD.lastIndex = at;
  const found = WORD.exec(text)?.[0];
  if (found) fail(cursor, `${found} is not a JSON value`);
  if (text[at] === "'") fail(cursor, 'strings need double quotes');
  return fail(cursor, 'a value was expected here');
}

function fail(cursor: JsonCursor, message: string, offset = cursor.at): never {
  if (offset >= cursor.text.length) endsTooEarly(cursor);
  throw new JsonMistake(message, offset);
}

function endsTooEarly({ text }: JsonCursor): never {
  throw new JsonMistake('the text ends before the JSON is complete', text.length);
}
