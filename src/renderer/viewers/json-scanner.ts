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

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[\p{L}\p{N}_$.+-]{1,20}/uy;
const SPACE = /[ \t\n\r]*/y;
const SIMPLE_ESCAPES = '"\\/bfnrt';

export function createJsonScanner(text: string) {
  let at = 0;

  function skipSpace(): void {
    const code = text.charCodeAt(at);
    if (code > 0x20 || Number.isNaN(code)) return;
    SPACE.lastIndex = at;
    SPACE.test(text);
    at = SPACE.lastIndex;
  }

  function fail(message: string, offset = at): never {
    if (offset >= text.length) endsTooEarly();
    throw new JsonMistake(message, offset);
  }

  function endsTooEarly(): never {
    throw new JsonMistake('the text ends before the JSON is complete', text.length);
  }

  function string(): string {
    const start = at;
    for (at++; ; at++) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) return text.slice(start, ++at);
      if (code === BACKSLASH) escapeSequence();
      else if (code < 0x20) fail('a control character inside a string has to be escaped');
      else if (Number.isNaN(code)) endsTooEarly();
    }
  }

  function escapeSequence(): void {
    at++;
    if (text[at] === 'u') {
      if (!/^[0-9a-fA-F]{4}$/.test(text.slice(at + 1, at + 5))) {
        fail('\\u has to be followed by four hexadecimal digits', at - 1);
      }
      at += 4;
    } else if (at < text.length && !SIMPLE_ESCAPES.includes(text[at] ?? ' ')) {
      fail('this escape is not one that JSON knows', at - 1);
    }
  }

  function number(): string {
    NUMBER.lastIndex = at;
    const found = NUMBER.exec(text)?.[0];
    if (found === undefined) fail('a minus sign has to be followed by a digit', at + 1);
    const next = text.charCodeAt(at + found.length);
    const digitFollows = next >= 0x30 && next <= 0x39;
    if (digitFollows) fail('a number may not begin with a zero');
    if (next === 0x2e || next === 0x65 || next === 0x45) {
      fail('this number is not complete', at + found.length);
    }
    at += found.length;
    return found;
  }

  function word(): string {
    for (const literal of ['true', 'false', 'null']) {
      if (text.startsWith(literal, at)) {
        at += literal.length;
        return literal;
      }
    }
    WORD.lastIndex = at;
    const found = WORD.exec(text)?.[0];
    if (found) fail(`${found} is not a JSON value`);
    if (text[at] === "'") fail('strings need double quotes');
    return fail('a value was expected here');
  }

  return {
    /** True when nothing but white space is left. */
    atEnd(): boolean {
      skipSpace();
      return at >= text.length;
    },
    expectEnd(): void {
      skipSpace();
      if (at < text.length) fail('there is more text after the end of the JSON');
    },
    /** A member's key with its quotes; the colon after it is read too. */
    key(): string {
      skipSpace();
      if (text[at] === '}') fail('a comma may not stand before }');
      if (text[at] !== '"') fail('a key in double quotes was expected here');
      const key = string();
      skipSpace();
      if (text[at] !== ':') fail('a colon was expected after the key');
      at++;
      return key;
    },
    /** A whole scalar as it is written, or the bracket that opens an object or array. */
    value(): string {
      skipSpace();
      const first = text[at];
      if (first === '"') return string();
      if (first === '{' || first === '[') {
        at++;
        return first;
      }
      if (first === ']') fail('a comma may not stand before ]');
      if (first !== undefined && (first === '-' || (first >= '0' && first <= '9'))) return number();
      return word();
    },
    /** After an opening bracket: reads its closing one when nothing is in between. */
    closesAtOnce(bracket: string): boolean {
      skipSpace();
      if (text[at] !== (bracket === '{' ? '}' : ']')) return false;
      at++;
      return true;
    },
    /** After a member: true when the closing bracket was read, false when it was a comma. */
    closes(bracket: string): boolean {
      skipSpace();
      const closing = bracket === '{' ? '}' : ']';
      if (text[at] === closing) {
        at++;
        return true;
      }
      if (text[at] !== ',') fail(`a comma or ${closing} was expected here`);
      at++;
      return false;
    },
  };
}
