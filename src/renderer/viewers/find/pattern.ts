// What one searches for, made ready: a text, or a regular expression. Expressions are matched in linear
// time (RE2), because one that backtracks can be made to run for years.

export interface FindQuery {
  text: string;
  matchCase: boolean;
  wholeWord: boolean;
  regex: boolean;
  /** The text is bytes in hexadecimal. Only where bytes are searched. */
  hex: boolean;
}

export interface Match {
  start: number;
  end: number;
}

export interface Pattern {
  kind: 'pattern';
  /** The first match at or after `from` that is not empty. */
  next(text: string, from: number): Match | null;
  /** A match that begins further than this from the end of a piece of text may be cut by it. */
  reach: number;
  /** How much text to search at once, so that a single search stays short. */
  window: number;
}

export interface PatternMistake {
  kind: 'mistake';
  /** Why there is nothing to search for, as a sentence. */
  message: string;
}

const TEXT_WINDOW = 64 * 1024;
/** An expression of a thousand steps takes a tenth of a second for this, when nothing helps. */
const REGEX_WINDOW = 4 * 1024;
/** Of a regular expression's matches inside an endless line. */
const REGEX_REACH = 1000;
const MAX_TEXT = 1000;

/** Never rejects. The library for expressions is loaded when the first one is typed. */
export async function compilePattern(query: FindQuery): Promise<Pattern | PatternMistake> {
  if (query.text.length > MAX_TEXT) {
    return { kind: 'mistake', message: `At most ${MAX_TEXT} characters can be searched for.` };
  }
  return query.regex ? regexPattern(query) : textPattern(query);
}

function textPattern({ text, matchCase, wholeWord }: FindQuery): Pattern {
  const literal = text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const inWord = '[\\p{L}\\p{N}_]';
  const source = wholeWord ? `(?<!${inWord})${literal}(?!${inWord})` : literal;
  // `u` folds case by code point and not by UTF-16 unit, but reads lone surrogates differently.
  const flags = `g${matchCase ? '' : 'i'}${wholeWord ? 'u' : ''}`;
  const expression = new RegExp(source, flags);
  return {
    kind: 'pattern',
    reach: text.length + 1,
    window: TEXT_WINDOW,
    next(searched, from) {
      expression.lastIndex = from;
      const match = expression.exec(searched);
      if (match === null || match[0] === '') return null;
      return { start: match.index, end: match.index + match[0].length };
    },
  };
}

async function regexPattern(query: FindQuery): Promise<Pattern | PatternMistake> {
  const { RE2JS } = await import('re2js');
  const source = query.wholeWord ? `\\b(?:${query.text})\\b` : query.text;
  try {
    const expression = RE2JS.compile(source, query.matchCase ? 0 : RE2JS.CASE_INSENSITIVE);
    return {
      kind: 'pattern',
      reach: REGEX_REACH,
      window: REGEX_WINDOW,
      next(searched, from) {
        const matcher = expression.matcher(searched);
        for (let at = from; at <= searched.length; ) {
          if (!matcher.find(at)) return null;
          const start = matcher.start();
          const end = matcher.end();
          if (end > start) return { start, end };
          at = end + 1;
        }
        return null;
      },
    };
  } catch (error) {
    return { kind: 'mistake', message: mistakeWords(error) };
  }
}

const WORDS: [pattern: RegExp, message: string][] = [
  [
    /unsupported Perl syntax|invalid escape sequence/,
    'Look-around, back-references and this escape are not supported',
  ],
  [/missing closing \)/, 'A parenthesis is never closed'],
  [/unexpected \)/, 'A closing parenthesis has no opening one'],
  [/missing closing \]/, 'A square bracket is never closed'],
  [/character class range/, 'This range or class of characters does not exist'],
  [/missing argument to repetition/, 'There is nothing before this sign that could repeat'],
  [/invalid nested repetition/, 'Two signs for repetition follow one another'],
  [/invalid repeat count|expression too large/, 'It repeats too often: 1,000 times at most'],
  [/trailing backslash/, 'A backslash stands at the end'],
];

function mistakeWords(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  const words = WORDS.find(([pattern]) => pattern.test(message))?.[1];
  const place = /`(?:\(\?i\))?(.{1,40})`$/.exec(message)?.[1];
  const named = words ?? 'This is no regular expression';
  return place === undefined ? `${named}.` : `${named}: ${place}`;
}
