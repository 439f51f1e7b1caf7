// The providers' own libraries accept the vectors of their providers, on the day that these were signed.

import * as octokit from '@octokit/webhooks-methods';
import { Webhook } from 'standardwebhooks';
import Stripe from 'stripe';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { getHeader } from '../../../../src/shared/headers.ts';
import { arrivalOf } from './judged-vector.ts';
import { LIBRARIES, type Library, PUBLIC_KEY_LIBRARIES } from './official-libraries.ts';
import { VECTORS } from './vectors.ts';

/** Those that the other tests ask in ways of their own. */
const MORE: readonly Omit<Library, 'secret' | 'sign'>[] = [
  {
    ...{ npm: 'stripe', provider: 'stripe' },
    verify: ({ body, headers }, secret) =>
      Stripe.webhooks.constructEvent(body, headers['stripe-signature'] ?? '', secret),
  },
  {
    ...{ npm: '@octokit/webhooks-methods', provider: 'github' },
    verify: ({ body, headers }, secret) =>
      octokit.verify(secret, body, headers['x-hub-signature-256'] ?? ''),
  },
  {
    ...{ npm: 'standardwebhooks', provider: 'standard-webhooks' },
    verify: ({ body, headers }, secret) => new Webhook(secret).verify(body, headers) !== null,
  },
];

/** The libraries know nothing of GitHub's old signature, nor of one that is made with a private key. */
const CASES = [...LIBRARIES, ...PUBLIC_KEY_LIBRARIES, ...MORE].flatMap((library) =>
  VECTORS.filter(
    ({ provider, headers }) =>
      provider === library.provider &&
      getHeader(headers, 'X-Hub-Signature') === null &&
      !headers.some(([, value]) => value.startsWith('v1a,')),
  ).map((vector) => ({ npm: library.npm, library, vector })),
);

afterEach(() => {
  vi.useRealTimers();
});

describe.each(CASES)('$npm', ({ library, vector }) => {
  it(`accepts the vector from ${vector.source}`, async () => {
    vi.setSystemTime(arrivalOf(vector, 1_000));
    const { body, secret } = vector;
    const headers = Object.fromEntries(
      vector.headers.map(([name, value]) => [name.toLowerCase(), value]),
    );
    expect(await library.verify({ url: vector.url ?? '', body, headers }, secret)).toBeTruthy();
  });
});

it('are asked wherever a vector says that they accept it', () => {
  const asked = new Set(CASES.map(({ vector }) => vector));
  const claimed = VECTORS.filter(
    ({ made, source }) => made === 'sdk' && /; npm .* accepts it$/.test(source),
  );
  expect(claimed.filter((vector) => !asked.has(vector)).map(({ provider }) => provider)).toEqual(
    [],
  );
});
