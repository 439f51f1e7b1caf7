// Headers that are signed because the sender lists them.

import { escape as escapeQuery } from 'node:querystring';
import { singleHeader } from '../source.ts';
import type { RequestView } from '../view.ts';
import { bytesOf, type SpecialPart } from './part.ts';

/** Nobody signs more; a longer list costs more than it is worth. */
const MAX_LISTED = 64;

/** The headers of a list in its order; null when one is not there. */
function listed(
  { headers }: RequestView,
  list: string | null,
  separator: string,
): [name: string, value: string][] | null {
  const names = (list ?? '').split(separator).map((name) => name.trim().toLowerCase());
  if (list === null || names.length > MAX_LISTED) return null;
  const pairs: [string, string][] = [];
  for (const name of names) {
    const value = singleHeader(headers, name);
    if (value === null) return null;
    pairs.push([name, value]);
  }
  return pairs;
}

/**
 * Coinbase Developer Platform, which sends by Hook0
 * (https://docs.cdp.coinbase.com/webhooks/verify-signatures): the values of the headers that `h=`
 * lists, joined by dots.
 */
export const hook0Headers: SpecialPart = {
  words: 'header that the signature lists in h=',
  covers: ['signature'],
  wants: { 'header:Content-Type': 'application/json' },
  read: (request, { signature }) =>
    listed(request, signature('h'), ' ')
      ?.map(([, value]) => value)
      .join('.') ?? null,
};

const LIST = 'x-contentful-signed-headers';
const TIME = 'x-contentful-timestamp';

/** Contentful (npm @contentful/node-apps-toolkit, requests/sign-request): each as `name:value`. */
export const contentfulHeaders: SpecialPart = {
  words: `header that ${LIST} lists, with the time among them`,
  covers: ['timestamp'],
  wants: { [`header:${LIST}`]: `${LIST},${TIME}` },
  read(request) {
    const pairs = listed(request, singleHeader(request.headers, LIST), ',');
    if (!pairs?.some(([name]) => name === TIME)) return null;
    return pairs.map(([name, value]) => `${name}:${value}`).join(';');
  },
};

/** Contentful (the same): the path, and the query with its own marks escaped as well. */
export const contentfulTarget: SpecialPart = {
  words: 'path',
  covers: [],
  wants: {},
  read({ target }) {
    const [path = '', query = ''] = target.split('?');
    return bytesOf(encodeURI(query === '' ? path : `${path}?${escapeQuery(query)}`));
  },
};
