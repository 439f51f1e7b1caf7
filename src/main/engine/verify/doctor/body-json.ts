// The JSON of the body was read and written again after it was signed, or signed in another writing
// than it was sent in, as those do who sign `JSON.stringify(body)`.

import { bodyTrial, MAX_REWRITTEN_BYTES } from './body-trial.ts';
import type { Case, Hypothesis, Trial } from './case.ts';
import {
  type JsonToken,
  jsonTokens,
  LAYOUTS,
  type Layout,
  rewritten,
  STRING_STYLES,
  sortedJson,
  writeJson,
} from './json-text.ts';

/** Taking more text apart would take longer than there is time. */
const MAX_TOKENS_BYTES = 64 * 1024;

/** What libraries do by default, or by one option: tried early, as it happens most. */
export const jsonRewritten: Hypothesis = {
  rulesOut: 'the JSON of the body with other spaces',
  *tries(subject) {
    if (subject.bytes.length > MAX_TOKENS_BYTES) {
      yield* writtenNatively(subject);
      return;
    }
    const tokens = openJson(subject)?.tokens;
    if (tokens === undefined) return;
    const text = subject.bytes.toString('utf8');
    for (const layout of Object.values(LAYOUTS)) {
      const json = writeJson(tokens, layout);
      if (json !== text) yield jsonTrial(subject, json, wordsOf(layout, '', ''));
    }
  },
};

/** The rest of what is known of libraries; each costs as much as writing the body. */
export const jsonRestyled: Hypothesis = {
  rulesOut: 'the JSON of the body with other escapes, and with its names in order',
  *tries(subject) {
    const json = openJson(subject);
    if (json === null) return;
    for (const { words, written } of styled(json.tokens)) {
      for (const layout of Object.values(LAYOUTS)) {
        yield* ended(subject, writeJson(written, layout), (end) => wordsOf(layout, words, end));
      }
    }
    const sorted = sortedTokens(json.data);
    if (sorted === null) return;
    for (const { words, written } of styled(sorted)) {
      for (const layout of Object.values(LAYOUTS)) {
        const wordsWith = (end: string) =>
          `${wordsOf(layout, words, end)}, and its names in alphabetical order`;
        yield* ended(subject, writeJson(written, layout), wordsWith);
      }
    }
  },
};

/** For what is too long to be taken apart in the time there is: as JavaScript itself writes it. */
function* writtenNatively(subject: Case): Iterable<Trial> {
  const { bytes } = subject;
  if (bytes.length > MAX_REWRITTEN_BYTES) return;
  const data = parse(bytes.toString('utf8'));
  if (data === undefined) return;
  for (const layout of [LAYOUTS.compact, LAYOUTS.two, LAYOUTS.four]) {
    const json = JSON.stringify(data, null, layout.indent ?? undefined);
    yield jsonTrial(subject, json, wordsOf(layout, '', ''));
  }
}

function openJson({ bytes }: Case): { data: unknown; tokens: JsonToken[] } | null {
  if (bytes.length > MAX_TOKENS_BYTES) return null;
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  const data = parse(text);
  const tokens = data === undefined ? null : jsonTokens(text);
  return tokens === null ? null : { data, tokens };
}

/** The tokens in every style of strings that makes a difference to them. */
function* styled(tokens: readonly JsonToken[]): Iterable<{ words: string; written: JsonToken[] }> {
  const seen = new Set<string>();
  for (const { words, write } of STRING_STYLES) {
    const written = rewritten(tokens, write);
    const key = written.map(({ text }) => text).join('');
    if (seen.has(key)) continue;
    seen.add(key);
    yield { words, written };
  }
}

function* ended(subject: Case, json: string, words: (end: string) => string): Iterable<Trial> {
  for (const end of ['', '\n']) yield jsonTrial(subject, json + end, words(end));
}

function wordsOf({ words }: Layout, strings: string, end: string): string {
  const and = strings === '' ? '' : `, with ${strings}`;
  return `${words}${and}${end === '' ? '' : ', and a final newline'}`;
}

function jsonTrial(subject: Case, json: string, words: string): Trial {
  const trial = bodyTrial(subject, {
    bytes: Buffer.from(json),
    cause: 'body-reserialised',
    message: 'The JSON of the body was written anew after it was signed.',
    matches: `the same JSON written ${words}`,
  });
  const { finding } = trial;
  return {
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
