// Where the parser stands in the text, and how it reads what stands there.

import type { QueryError, Span } from './ast.ts';

/** Why a text is no filter, and where. Thrown within the parser only. */
export class QueryMistake extends Error {
  readonly span: Span;
  readonly suggestion: string | null;

  constructor(span: Span, message: string, suggestion: string | null = null) {
    super(message);
    this.span = span;
    this.suggestion = suggestion;
  }

  described(): QueryError {
    const { at, length } = this.span;
    const described = { at, length, message: this.message };
    return this.suggestion === null ? described : { ...described, suggestion: this.suggestion };
  }
}

export interface Cursor {
  at(): number;
  atEnd(): boolean;
  peek(): string;
  isBlank(): boolean;
  skipBlanks(): void;
  /** A word by itself, whatever its case, and the blanks after it are passed over. */
  keyword(word: 'and' | 'or' | 'not'): Span | null;
  isKeyword(word: 'and' | 'or' | 'not'): boolean;
  /** Passes over one character. */
  sign(character: string): Span | null;
  /** What a sticky expression matches here, passed over. */
  match(expression: RegExp): string | null;
  /** Goes back to where {@link at} was. */
  back(at: number): void;
  /** A text between quotes, which begin here. */
  quoted(): string;
  /** Up to a blank, or a closing parenthesis that was not opened in it. */
  word(): string;
}

const BLANK = /\s/;
const KEYWORDS = {
  and: /and(?=[\s()]|$)/iy,
  or: /or(?=[\s()]|$)/iy,
  not: /not(?=[\s()]|$)/iy,
};

export function createCursor(text: string): Cursor {
  let at = 0;
  const isBlank = () => BLANK.test(text.charAt(at));
  const skipBlanks = () => {
    while (isBlank()) at++;
  };

  function match(expression: RegExp): string | null {
    expression.lastIndex = at;
    const found = expression.exec(text)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  }

  function quoted(): string {
    const start = at;
    let read = '';
    for (at++; at < text.length; at++) {
      const character = text.charAt(at);
      if (character === '"') {
        at++;
        return read;
      }
      const next = text.charAt(at + 1);
      const isEscape = character === '\\' && (next === '"' || next === '\\');
      if (isEscape) at++;
      read += isEscape ? next : character;
    }
    throw new QueryMistake(
      { at: start, length: text.length - start },
      'This quote is not closed. To find a quote itself, write "\\"".',
    );
  }

  function word(): string {
    const start = at;
    for (let open = 0; at < text.length && !isBlank(); at++) {
      const character = text.charAt(at);
      if (character === '(') open++;
      if (character === ')' && open-- === 0) break;
    }
    return text.slice(start, at);
  }

  return {
    at: () => at,
    atEnd: () => at >= text.length,
    peek: () => text.charAt(at),
    isBlank,
    skipBlanks,
    keyword(name) {
      const start = at;
      if (match(KEYWORDS[name]) === null) return null;
      const span = { at: start, length: at - start };
      skipBlanks();
      return span;
    },
    isKeyword(name) {
      const start = at;
      const found = match(KEYWORDS[name]) !== null;
      at = start;
      return found;
    },
    sign(character) {
      if (text.charAt(at) !== character) return null;
      at++;
      return { at: at - 1, length: 1 };
    },
    match,
    back(to) {
      at = to;
    },
    quoted,
    word,
  };
}
