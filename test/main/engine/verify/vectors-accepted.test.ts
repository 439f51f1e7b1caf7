// The providers' own libraries accept the vectors of their providers, on the day that these were signed.

import * as octokit from '@octokit/webhooks-methods';
import { Webhook } from 'standardwebhooks';
import Stripe from 'stripe';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { arrivalOf, ruleOf } from './judged-vector.ts';
import { LIBRARIES, type Library, PUBLIC_KEY_LIBRARIES } from './official-libraries.ts';
import { MORE_LIBRARIES } from './official-libraries-more.ts';
import { VECTORS } from './vectors.ts';

/** Those that the other tests ask in ways of their own. */
const OTHERS: readonly Omit<Library, 'secret' | 'sign'>[] = [
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

/** Each library knows one rule of its provider. */
const CASES = [...LIBRARIES, ...MORE_LIBRARIES, ...PUBLIC_KEY_LIBRARIES, ...OTHERS].flatMap(
  (library) => {
    const { npm, provider, rule = 0 } = library;
    const own = VECTORS.filter((vector) => vector.provider === provider);
    return own
      .filter((vector) => ruleOf(vector).index === rule)
      .map((vector) => ({ npm, library, vector }));
  },
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
