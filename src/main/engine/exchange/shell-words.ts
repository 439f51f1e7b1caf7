// A command line as its words, the way a POSIX shell makes them. Nothing is ever run: of all that a shell
// can do, only `printf` and `base64 -d` are understood, which Hookglass writes itself where bytes are no
// text. Words are bytes, one character each.

import { badFile } from './bad-file.ts';

interface Cursor {
  text: string;
  at: number;
}

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ n: '\n', r: '\r', t: '\t', a: '\x07', b: '\b', f: '\f', v: '\v', e: '\x1b' },
  ...{ '\\': '\\', "'": "'", '"': '"', '?': '?' },
};

/** The commands of a pipe, each as its words. Throws `bad-input` for anything else of a shell. */
export function shellCommands(command: string): string[][] {
  const cursor: Cursor = { text: Buffer.from(command).toString('latin1'), at: 0 };
  const commands = commandsOf(cursor, '');
  return commands.filter((words) => words.length > 0);
}

/** Up to `end`, or to the end of the text when it is empty. */
function commandsOf(cursor: Cursor, end: string): string[][] {
  let words: string[] = [];
  const commands = [words];
  for (;;) {
    skipBlanks(cursor);
    const char = cursor.text[cursor.at];
    if (char === undefined || char === end) return commands;
    if (char === '|') {
      cursor.at++;
      words = [];
      commands.push(words);
    } else if (char === ';' && restIsBlank(cursor)) {
      return commands;
    } else if ('&;<>()`'.includes(char)) {
      throw badFile(`This command does more than send a request: “${char}” is not understood.`);
    } else {
      words.push(wordOf(cursor, end));
    }
  }
}

function restIsBlank({ text, at }: Cursor): boolean {
  return text.slice(at + 1).trim() === '';
}

function skipBlanks(cursor: Cursor): void {
  for (;;) {
    const next = cursor.text.slice(cursor.at, cursor.at + 3);
    // A line that goes on, also as Windows ends lines.
    const step = /^(?:\\\r?\n|[ \t\r\n])/.exec(next)?.[0].length ?? 0;
    if (step === 0) return;
    cursor.at += step;
  }
}

/** Characters that stand for themselves, taken at once: bodies are long. */
const PLAIN = /[\w\-./:@%+=,{}[\]~!^*?#]+/y;
const PLAIN_IN_QUOTES = /[^"$`\\]+/y;
const PLAIN_IN_ANSI_QUOTES = /[^'\\]+/y;

function plainRun(cursor: Cursor, plain: RegExp): string {
  plain.lastIndex = cursor.at;
  const run = plain.exec(cursor.text)?.[0] ?? '';
  cursor.at += run.length;
  return run;
}

function wordOf(cursor: Cursor, end: string): string {
  let word = '';
  for (;;) {
    word += plainRun(cursor, PLAIN);
    const char = cursor.text[cursor.at];
    const isEnd = char === undefined || char === end || ' \t\r\n|;&<>()`'.includes(char);
    if (isEnd) return word;
    word += partOf(cursor, char);
  }
}

function partOf(cursor: Cursor, char: string): string {
  const { text, at } = cursor;
  if (char === "'") return upTo(cursor, at + 1, "'");
  if (char === '"') return doubleQuoted(cursor);
  if (char === '$' && text[at + 1] === "'") return ansiQuoted(cursor);
  if (char === '$') throw badFile('Variables of the shell are not known here: write their values.');
  if (char === '\\') {
    cursor.at += 2;
    const next = text[at + 1] ?? '';
    return next === '\n' ? '' : next;
  }
  cursor.at++;
  return char;
}

function upTo(cursor: Cursor, from: number, quote: string): string {
  const end = cursor.text.indexOf(quote, from);
  if (end === -1) throw unclosed(quote);
  cursor.at = end + 1;
  return cursor.text.slice(from, end);
}

function unclosed(quote: string): Error {
  return badFile(`A quote ${quote} in this command is never closed.`);
}

function doubleQuoted(cursor: Cursor): string {
  const { text } = cursor;
  let word = '';
  for (cursor.at++; ; ) {
    word += plainRun(cursor, PLAIN_IN_QUOTES);
    const char = text[cursor.at];
    if (char === undefined) throw unclosed('"');
    if (char === '"') break;
    if (char === '$' && text[cursor.at + 1] === '(') {
      word += substituted(cursor);
      continue;
    }
    if (char === '$' && /[\w{]/.test(text[cursor.at + 1] ?? '')) {
      throw badFile('Variables of the shell are not known here: write their values.');
    }
    if (char === '`') throw badFile('This command runs another one, which is not understood.');
    if (char !== '\\') word += char;
    else {
      const next = text[++cursor.at] ?? '';
      if (next !== '\n') word += '$`"\\'.includes(next) ? next : `\\${next}`;
    }
    cursor.at++;
  }
  cursor.at++;
  return word;
}

/** `$(printf -- '…')`, as we write bytes that are no ASCII. */
function substituted(cursor: Cursor): string {
  cursor.at += 2;
  const [words = [], another] = commandsOf(cursor, ')');
  const [name, dashes, format, extra] = words;
  if (cursor.text[cursor.at] !== ')') throw unclosed(')');
  cursor.at++;
  const isOurs = name === 'printf' && dashes === '--' && extra === undefined;
  if (!isOurs || format === undefined || another !== undefined) {
    throw badFile('This command runs another one, which is not understood.');
  }
  return printed(format).replace(/\n+$/, '');
}

/** What `printf` makes of a format without arguments. */
function printed(format: string): string {
  return format.replace(/%%|\\([0-7]{1,3})|\\(.)/gs, (whole, octal?: string, letter?: string) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    return letter === undefined ? '%' : (ESCAPES[letter] ?? whole);
  });
}

const ANSI_ESCAPE =
  /^\\(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|([0-7]{1,3})|(.))/s;

/** `$'…'`, as browsers write bodies. */
function ansiQuoted(cursor: Cursor): string {
  const { text } = cursor;
  let word = '';
  for (cursor.at += 2; ; ) {
    word += plainRun(cursor, PLAIN_IN_ANSI_QUOTES);
    const char = text[cursor.at];
    if (char === "'") break;
    if (char === undefined) throw unclosed("'");
    const found = char === '\\' ? ANSI_ESCAPE.exec(text.slice(cursor.at, cursor.at + 12)) : null;
    word += found === null ? char : escaped(found);
    cursor.at += found?.[0].length ?? 1;
  }
  cursor.at++;
  return word;
}

function escaped([whole, hex, short, long, octal, letter]: RegExpExecArray): string {
  const byte = hex === undefined ? octal : hex;
  if (byte !== undefined) {
    return String.fromCharCode(Number.parseInt(byte, hex === undefined ? 8 : 16) & 0xff);
  }
  const point = short ?? long;
  if (point === undefined) return ESCAPES[letter ?? ''] ?? whole;
  const code = Number.parseInt(point, 16);
  if (code > 0x10ffff) throw badFile('This command holds a character that there is not.');
  return Buffer.from(String.fromCodePoint(code)).toString('latin1');
}
