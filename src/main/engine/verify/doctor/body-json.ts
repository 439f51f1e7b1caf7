// The JSON of the body was read and written again after it was signed, or signed in another writing
// than it was sent in, as those do who sign `JSON.stringify(body)`.

import { bodyTrial, MAX_REWRITTEN_BYTES } from './body-trial.ts';
import type { Case, Hypothesis, Trial } from './case.ts';
import {
  type JsonToken,
  jsonTokens,
  LAYOUTS,
  type Layout,
  STRING_STYLES,
  sortedJson,
  writeJson,
} from './json-text.ts';

const ENDS = ['', '\n'] as const;

export const jsonRewritten: Hypothesis = {
  rulesOut: 'the JSON of the body in other writings: spaces, order of names, escapes',
  *tries(subject) {
    const { bytes } = subject;
    if (bytes.length > MAX_REWRITTEN_BYTES) return;
    const text = bytes.toString('utf8').replace(/^\ufeff/, '');
    const data = parse(text);
    const tokens = data === undefined ? null : jsonTokens(text);
    if (tokens === null) return;
    const seen = new Set([text]);
    // Each costs as much as reading the body: what libraries do by default comes first.
    for (const end of ENDS) {
      for (const { words, write } of STRING_STYLES) {
        for (const layout of Object.values(LAYOUTS)) {
          const written = writeJson(tokens, layout, write) + end;
          yield* unlessSeen(subject, seen, written, wordsOf(layout, words, end));
        }
      }
      yield* sorted(subject, seen, data, end);
    }
  },
};

function* sorted(subject: Case, seen: Set<string>, data: unknown, end: string): Iterable<Trial> {
  const tokens = sortedTokens(data);
  if (tokens === null) return;
  for (const { words, write } of STRING_STYLES.slice(0, 4)) {
    for (const layout of Object.values(LAYOUTS)) {
      const written = writeJson(tokens, layout, write) + end;
      const order = `${wordsOf(layout, words, end)}, and its names in alphabetical order`;
      yield* unlessSeen(subject, seen, written, order);
    }
  }
}

function wordsOf({ words }: Layout, strings: string, end: string): string {
  const and = strings === '' ? '' : ` and ${strings}`;
  return `${words}${and}${end === '' ? '' : ', and a final newline'}`;
}

function* unlessSeen(
  subject: Case,
  seen: Set<string>,
  written: string,
  words: string,
): Iterable<Trial> {
  if (seen.has(written)) return;
  seen.add(written);
  const trial = bodyTrial(subject, {
    bytes: Buffer.from(written),
    cause: 'body-reserialised',
    message: 'The JSON of the body was written anew after it was signed.',
    matches: `the same JSON written ${words}`,
  });
  const { finding } = trial;
  yield {
    ...trial,
    finding: {
      ...finding,
      fix: `Find what reads and writes the JSON between ${subject.sender} and here, and have it pass on the bytes as they are. If nothing does, the sender signs its object written anew, such as JSON.stringify(body), and has to sign the bytes that it sends.`,
    },
  };
}

function parse(text: string): unknown {
  if (!/^[ \t\r\n]*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function sortedTokens(data: unknown): JsonToken[] | null {
  try {
    return jsonTokens(JSON.stringify(sortedJson(data)));
  } catch {
    // Thousands of nested brackets can be parsed, but walking them exhausts the stack.
    return null;
  }
}
