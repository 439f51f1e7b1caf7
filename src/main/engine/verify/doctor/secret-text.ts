// The secret was pasted with something around it or inside it, or the sender has something there.

import type { Secret } from '../scheme.ts';
import type { Case, Hypothesis, Trial } from './case.ts';

/** White space, and what is as invisible: zero-width characters and the byte order mark. */
const INVISIBLE = '[\\s\\u200b-\\u200d\\u2060\\ufeff]';
const AROUND = new RegExp(`^${INVISIBLE}+|${INVISIBLE}+$`, 'gu');
const ANYWHERE = new RegExp(`${INVISIBLE}+`, 'gu');
const QUOTED = /^(["'`“”‘’«»])(.+)["'`“”‘’«»]$/s;
const WRITTEN_BREAK = /(?:\\r|\\n)+$/;

interface Cleaning {
  /** What is there too much; completes "there is …". */
  what: string;
  clean(value: string): string;
}

const CLEANINGS: readonly Cleaning[] = [
  { what: 'white space around', clean: (value) => value.replace(AROUND, '') },
  {
    what: 'a pair of quotes around',
    clean: (value) => value.replace(AROUND, '').replace(QUOTED, '$2').replace(AROUND, ''),
  },
  {
    what: 'a line break, written as \\n, at the end of',
    clean: (value) => value.replace(AROUND, '').replace(WRITTEN_BREAK, ''),
  },
  { what: 'white space or a line break inside', clean: (value) => value.replace(ANYWHERE, '') },
];

const ADDITIONS: readonly { what: string; add(value: string): string }[] = [
  { what: 'a line break at its end', add: (value) => `${value}\n` },
  { what: 'a line break (CRLF) at its end', add: (value) => `${value}\r\n` },
  { what: 'a space at its end', add: (value) => `${value} ` },
  { what: 'double quotes around it', add: (value) => `"${value}"` },
  { what: 'single quotes around it', add: (value) => `'${value}'` },
];

export const secretText: Hypothesis = {
  rulesOut: 'white space, quotes and line breaks around or in the secret',
  *tries(subject) {
    for (const secret of subject.secrets) yield* cleaned(secret);
    for (const secret of subject.secrets) yield* withWrittenBreaks(secret);
    for (const secret of subject.secrets) yield* asTheSenderHasIt(subject, secret);
  },
};

function* cleaned(secret: Secret): Iterable<Trial> {
  const { label, value } = secret;
  const seen = new Set([value, '']);
  for (const { what, clean } of CLEANINGS) {
    const changed = clean(value);
    if (seen.has(changed)) continue;
    seen.add(changed);
    yield {
      secrets: [{ label, value: changed }],
      replaces: secret,
      finding: {
        cause: 'secret-whitespace',
        message: `There is ${what} the secret "${label}" that is no part of it.`,
        proof: 'The signature matches the secret once that is removed.',
        fix: 'Enter the secret again, and nothing but the secret.',
        side: 'here',
        suggestion: { kind: 'mend-secret', label },
      },
    };
  }
}

/** Keys in PEM need their lines, which environment variables often hold as `\n`. */
function* withWrittenBreaks(secret: Secret): Iterable<Trial> {
  const { label, value } = secret;
  if (!value.includes('-----BEGIN') || !value.includes('\\n')) return;
  yield {
    secrets: [{ label, value: value.replaceAll('\\r', '').replaceAll('\\n', '\n') }],
    replaces: secret,
    finding: {
      cause: 'secret-whitespace',
      message: `The line breaks of the key "${label}" are written as \\n.`,
      proof: 'The signature matches the key with real line breaks.',
      fix: 'Enter the key again with its lines as they are.',
      side: 'here',
      suggestion: { kind: 'mend-secret', label },
    },
  };
}

function* asTheSenderHasIt({ sender }: Case, { label, value }: Secret): Iterable<Trial> {
  for (const { what, add } of ADDITIONS) {
    yield {
      secrets: [{ label, value: add(value) }],
      finding: {
        cause: 'secret-whitespace',
        message: `The sender has the secret "${label}" with ${what}.`,
        proof: `The signature matches the secret with ${what}.`,
        fix: `Set the secret at ${sender} again, and nothing but the secret. A file or variable that is read there often ends in a line break.`,
        side: 'sender',
      },
    };
  }
}
