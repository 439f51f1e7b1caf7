// The body gained, lost or changed a few bytes of its text: at its end, at its beginning, in its line
// endings, in its encoding.

import { bodyTrial } from './body-trial.ts';
import type { Case, Hypothesis, Trial } from './case.ts';

const LF = 0x0a;
const CR = 0x0d;
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

export const trailingNewline: Hypothesis = {
  rulesOut: 'a line break or white space at the end of the body',
  *tries(subject) {
    const { bytes } = subject;
    const cause = 'body-trailing-newline';
    if (bytes.at(-1) === LF) {
      const end = bytes.at(-2) === CR ? bytes.length - 2 : bytes.length - 1;
      const message = 'The body gained a line break at its end after it was signed.';
      const matches = 'the same body without its final newline';
      yield bodyTrial(subject, { bytes: bytes.subarray(0, end), cause, message, matches });
    }
    const message = 'The body lost the line break at its end after it was signed.';
    for (const [text, name] of [
      ['\n', 'newline'],
      ['\r\n', 'CRLF'],
    ] as const) {
      const longer = Buffer.concat([bytes, Buffer.from(text)]);
      const matches = `the same body with a final ${name}`;
      yield bodyTrial(subject, { bytes: longer, cause, message, matches });
    }
    const { start, end } = withoutSpace(bytes);
    if (end - start === bytes.length) return;
    const gained = 'The body gained white space at its beginning or end after it was signed.';
    const matches = 'the same body without the white space around it';
    yield bodyTrial(subject, {
      bytes: bytes.subarray(start, end),
      cause,
      message: gained,
      matches,
    });
  },
};

function withoutSpace(bytes: Buffer): { start: number; end: number } {
  const isSpace = (byte: number | undefined) =>
    byte === 0x20 || (byte !== undefined && byte >= 9 && byte <= 13);
  let start = 0;
  let end = bytes.length;
  while (end > start && isSpace(bytes[end - 1])) end--;
  while (start < end && isSpace(bytes[start])) start++;
  return { start, end };
}

export const byteOrderMark: Hypothesis = {
  rulesOut: 'a byte order mark',
  *tries(subject) {
    const { bytes } = subject;
    const cause = 'body-bom';
    const has = bytes.subarray(0, 3).equals(BOM);
    yield has
      ? bodyTrial(subject, {
          ...{ bytes: bytes.subarray(3), cause },
          message: 'The body gained a byte order mark at its beginning after it was signed.',
          matches: 'the same body without its byte order mark',
        })
      : bodyTrial(subject, {
          ...{ bytes: Buffer.concat([BOM, bytes]), cause },
          message: 'The body lost the byte order mark at its beginning after it was signed.',
          matches: 'the same body with a byte order mark before it',
        });
  },
};

export const lineEndings: Hypothesis = {
  rulesOut: 'line endings (LF or CRLF)',
  *tries(subject) {
    const text = subject.bytes.toString('latin1');
    if (!text.includes('\n')) return;
    const lf = text.replaceAll('\r\n', '\n');
    yield* ended(subject, text, lf, 'CRLF', 'LF');
    yield* ended(subject, text, lf.replaceAll('\n', '\r\n'), 'LF', 'CRLF');
  },
};

function* ended(
  subject: Case,
  text: string,
  changed: string,
  now: string,
  before: string,
): Iterable<Trial> {
  if (changed === text) return;
  yield bodyTrial(subject, {
    bytes: Buffer.from(changed, 'latin1'),
    cause: 'body-line-endings',
    message: `The line endings of the body became ${now} after it was signed.`,
    matches: `the same body with ${before} at the ends of its lines`,
  });
}

const NOT_ASCII = /[\x80-\xff]/;

export const charset: Hypothesis = {
  rulesOut: 'the encoding of its characters (UTF-8 or Latin-1)',
  *tries(subject) {
    const { bytes } = subject;
    const latin1 = bytes.toString('latin1');
    // Without such characters all encodings are the same.
    if (!NOT_ASCII.test(latin1)) return;
    const cause = 'body-charset';
    yield bodyTrial(subject, {
      ...{ bytes: Buffer.from(latin1, 'utf8'), cause },
      message: 'The body was changed from UTF-8 to Latin-1 after it was signed.',
      matches: 'the same text in UTF-8',
    });
    const text = bytes.toString('utf8');
    if (text.includes('\ufffd')) return;
    yield bodyTrial(subject, {
      ...{ bytes: Buffer.from(text, 'latin1'), cause },
      message: 'The body was taken for Latin-1 and written as UTF-8 after it was signed.',
      matches: 'the same text in Latin-1',
    });
    for (const form of ['NFC', 'NFD'] as const) {
      const normal = text.normalize(form);
      if (normal === text) continue;
      yield bodyTrial(subject, {
        ...{ bytes: Buffer.from(normal), cause },
        message: 'Accented letters of the body were composed in another way after it was signed.',
        matches: `the same text in the Unicode form ${form}`,
      });
    }
  },
};
