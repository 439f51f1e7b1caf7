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

const MOVED = 'The fields of the form were put in another order after they were signed.';

export const formRewritten: Hypothesis = {
  rulesOut: 'the fields of the form sorted, in reverse order, or in another writing',
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
    for (const { words, order } of ORDERS) {
      yield* trial('form-order', MOVED, words, order(fields).join('&'));
    }
    const rewritten = 'The form of the body was written anew after it was signed.';
    for (const { words, write } of WRITINGS) {
      yield* trial('body-reserialised', rewritten, words, write(body));
    }
  },
};

/** 120 orders are tried soon; of six fields there would be 720. */
const MAX_REORDERED = 5;
/** Of what a proof cites. */
const LONGEST_NAME = 40;

/** Whatever sorts the fields of a form leaves no trace of their order: every one is tried. */
export const formReordered: Hypothesis = {
  rulesOut: 'the fields of the form in any other order',
  *tries(subject) {
    const { bytes } = subject;
    if (!isForm(subject) || bytes.length > MAX_REWRITTEN_BYTES) return;
    const fields = bytes.toString('latin1').split('&', MAX_REORDERED + 1);
    if (fields.length > MAX_REORDERED) return;
    for (const order of ordersOf(fields)) {
      const names = order.map((field) => nameOf(field).slice(0, LONGEST_NAME)).join(', ');
      const matches = `the same form with its fields in the order ${names}`;
      const text = order.join('&');
      yield bodyTrial(subject, {
        ...{ bytes: Buffer.from(text, 'latin1'), cause: 'form-order', message: MOVED, matches },
      });
    }
  },
};

function* ordersOf(fields: readonly string[]): Generator<string[]> {
  if (fields.length === 0) yield [];
  for (const [index, first] of fields.entries()) {
    for (const rest of ordersOf(fields.toSpliced(index, 1))) yield [first, ...rest];
  }
}

function isForm({ view }: Case): boolean {
  return FORM_TYPE.test(getHeader(view.headers, 'content-type') ?? '');
}
