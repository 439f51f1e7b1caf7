// The fields of a form were put in another order, or written anew, after they were signed.

import { getHeader } from '../../../../shared/headers.ts';
import type { FindingCause } from '../../../../shared/model.ts';
import { bodyTrial, MAX_REWRITTEN_BYTES } from './body-trial.ts';
import type { Case, Hypothesis } from './case.ts';

const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const nameOf = (field: string) => field.split('=', 1)[0] ?? '';

const ORDERS: readonly { words: string; order(fields: string[]): string[] }[] = [
  {
    words: 'in alphabetical order',
    order: (fields) => fields.toSorted((a, b) => byText(nameOf(a), nameOf(b))),
  },
  { words: 'sorted by name and value', order: (fields) => fields.toSorted(byText) },
  { words: 'in reverse order', order: (fields) => fields.toReversed() },
];

const WRITINGS: readonly { words: string; write(body: string): string }[] = [
  { words: 'with + for a space', write: (body) => new URLSearchParams(body).toString() },
  {
    words: 'with %20 for a space',
    write: (body) =>
      [...new URLSearchParams(body)]
        .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
        .join('&'),
  },
  {
    words: 'with small hexadecimal digits',
    write: (body) => body.replace(/%[0-9A-F]{2}/gi, (each) => each.toLowerCase()),
  },
  {
    words: 'with capital hexadecimal digits',
    write: (body) => body.replace(/%[0-9a-f]{2}/gi, (each) => each.toUpperCase()),
  },
];

export const formRewritten: Hypothesis = {
  rulesOut: 'the fields of the form in another order or writing',
  *tries(subject) {
    const { bytes } = subject;
    if (!isForm(subject) || bytes.length > MAX_REWRITTEN_BYTES) return;
    const body = bytes.toString('latin1');
    const seen = new Set([body]);
    const trial = (cause: FindingCause, message: string, words: string, text: string) => {
      if (seen.has(text)) return [];
      seen.add(text);
      const matches = `the same form with its fields written ${words}`;
      return [bodyTrial(subject, { bytes: Buffer.from(text, 'latin1'), cause, message, matches })];
    };
    const fields = body.split('&');
    const moved = 'The fields of the form were put in another order after they were signed.';
    for (const { words, order } of ORDERS) {
      yield* trial('form-order', moved, words, order(fields).join('&'));
    }
    const rewritten = 'The form of the body was written anew after it was signed.';
    for (const { words, write } of WRITINGS) {
      yield* trial('body-reserialised', rewritten, words, write(body));
    }
  },
};

function isForm({ view }: Case): boolean {
  return FORM_TYPE.test(getHeader(view.headers, 'content-type') ?? '');
}
