// Forms as they are signed by those who sign their fields rather than their bytes.

import { bodySize } from '../../body.ts';
import type { RequestView } from '../view.ts';
import { bytesOf, type SpecialPart } from './part.ts';

/**
 * Each name in order with its values; null for a body that is no form, which no empty one covers, and
 * for one that was not read whole, as what is not read is not signed.
 */
function fieldsOf(request: RequestView): [name: string, values: string[]][] | null {
  if (!request.isFormWhole) return null;
  const fields = new Map<string, string[]>();
  for (const [name, value] of request.formFields()) {
    const values = fields.get(name);
    if (values === undefined) fields.set(name, [value]);
    else values.push(value);
  }
  if (fields.size === 0 && bodySize(request.body) > 0) return null;
  return [...fields].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Read anew for each secret, a form of many megabytes would keep everything else waiting. */
function once(read: (request: RequestView) => string | null): SpecialPart['read'] {
  const known = new WeakMap<RequestView, string | null>();
  return (request) => {
    let text = known.get(request);
    if (text === undefined) {
      text = read(request);
      known.set(request, text);
    }
    return text;
  };
}

/**
 * Twilio (https://www.twilio.com/docs/usage/security#validating-requests): the fields of the form in
 * the order of their names, each name followed by its value, without anything between. Of a name that
 * is repeated each different value counts once, in their order.
 */
export const sortedForm: SpecialPart = {
  words: 'form fields',
  covers: ['body'],
  wants: {},
  read: once((request) => {
    const fields = fieldsOf(request);
    if (fields === null) return null;
    const joined = ([name, values]: [string, string[]]) =>
      [...new Set(values)].sort().map((value) => name + value);
    return bytesOf(fields.flatMap(joined).join(''));
  }),
};

/**
 * Plivo (npm plivo, utils/v3Security.js): the URL with its decoded query in the order of the names,
 * then the fields of the form in theirs, without anything between; a dot parts the two.
 */
export const plivoUrl: SpecialPart = {
  words: 'public URL and form fields',
  covers: ['url', 'body'],
  wants: {},
  read: once((request) => {
    const { publicUrl } = request;
    const fields = fieldsOf(request);
    if (publicUrl === null || fields === null) return null;
    const mark = publicUrl.indexOf('?');
    const base = mark === -1 ? publicUrl : publicUrl.slice(0, mark);
    const query = mark === -1 ? '' : sortedQuery(publicUrl.slice(mark + 1));
    const form = fields.flatMap(([name, values]) => values.sort().map((value) => name + value));
    if (query === '' && form.length === 0) return bytesOf(base);
    return bytesOf(`${base}?${query}${query !== '' && form.length > 0 ? '.' : ''}${form.join('')}`);
  }),
};

function sortedQuery(query: string): string {
  const pairs = [...new URLSearchParams(query)];
  pairs.sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1));
  return pairs.map(([name, value]) => `${name}=${value}`).join('&');
}

/**
 * Paddle Classic (https://developer.paddle.com/webhook-reference/verifying-webhooks): the fields in
 * the order of their names, but for the signature, as PHP's serialize() writes an array of strings.
 */
export const phpForm: SpecialPart = {
  words: 'form fields',
  covers: ['body'],
  wants: {},
  read: once((request) => {
    const fields = fieldsOf(request)?.filter(([name]) => name !== 'p_signature') ?? [];
    if (fields.length === 0) return null;
    const text = (value: string) => `s:${Buffer.byteLength(value)}:"${value}";`;
    // Of a name that is repeated PHP keeps the last value.
    const items = fields.map(([name, values]) => text(name) + text(values.at(-1) ?? ''));
    return bytesOf(`a:${items.length}:{${items.join('')}}`);
  }),
};
