// The JSON of the body was read and written again by something that writes numbers in another way: 1.0
// becomes 1 in JavaScript, and EasyPost signs weights with a decimal that many libraries drop.

import { bodyTrial } from './body-trial.ts';
import type { Case, Hypothesis } from './case.ts';
import { type JsonToken, jsonTokens, LAYOUTS, writeJson } from './json-text.ts';

const MAX_BYTES = 64 * 1024;

const WHOLE = /^-?\d{1,15}$/;
const WITH_ZEROS = /^(-?\d{1,15})\.0+$/;

interface Writing {
  /** Completes "the same JSON with …". */
  words: string;
  write(number: string, name: string): string;
}

const WRITINGS: readonly Writing[] = [
  {
    words: 'its whole weights written with a decimal, as 1.0',
    write: (number, name) => (name === '"weight"' ? decimal(number) : number),
  },
  {
    words: 'its whole numbers written without a decimal, as 1 in place of 1.0',
    write: (number) => number.replace(WITH_ZEROS, '$1'),
  },
  { words: 'its whole numbers written with a decimal, as 1.0', write: decimal },
];

function decimal(number: string): string {
  return WHOLE.test(number) ? `${number}.0` : number;
}

export const jsonNumbers: Hypothesis = {
  rulesOut: 'the JSON of the body with its whole numbers written in another way',
  *tries(subject) {
    const { bytes } = subject;
    if (bytes.length > MAX_BYTES || !/[[{]/.test(bytes.toString('latin1', 0, 64))) return;
    const tokens = jsonTokens(bytes.toString('utf8'));
    if (tokens === null) return;
    for (const { words, write } of WRITINGS) {
      const written = withNumbers(tokens, write);
      if (written === null) continue;
      for (const layout of [LAYOUTS.compact, LAYOUTS.python, LAYOUTS.two]) {
        yield numbersTrial(subject, writeJson(written, layout), words);
      }
    }
  },
};

/** Null where that changes nothing. */
function withNumbers(tokens: readonly JsonToken[], write: Writing['write']): JsonToken[] | null {
  let changed = false;
  const written = tokens.map((token, place): JsonToken => {
    if (token.kind !== 'literal') return token;
    const name = tokens[place - 1]?.text === ':' ? (tokens[place - 2]?.text ?? '') : '';
    const text = write(token.text, name);
    changed ||= text !== token.text;
    return { kind: 'literal', text };
  });
  return changed ? written : null;
}

function numbersTrial(subject: Case, json: string, words: string) {
  return bodyTrial(subject, {
    bytes: Buffer.from(json),
    cause: 'body-reserialised',
    message:
      'The JSON of the body was written anew after it was signed, its numbers in another way.',
    matches: `the same JSON with ${words}`,
  });
}
