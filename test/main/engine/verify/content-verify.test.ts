// Several signatures in one request, and what can still be judged when one check fails.

import { describe, expect, it } from 'vitest';
import { exampleSecret, signedRequest } from '../../../support/signed-requests.ts';
import { checksOf, detailOf, NOON, verdictOf } from './judging.ts';

const secret = exampleSecret('stripe');
const body = '{"id":"evt_1"}';
const headerOf = (at: number, key = secret) =>
  signedRequest('stripe', { secret: key, body, at }).headers.find(
    ([name]) => name === 'Stripe-Signature',
  )![1];
const judged = (...values: string[]) =>
  verdictOf(
    {
      headers: values.map((value): [string, string] => ['Stripe-Signature', value]),
      body,
    },
    { provider: 'stripe', secrets: [secret] },
  );

describe('two signature headers in one request', () => {
  const old = headerOf(NOON - 3_600_000);
  const foreign = headerOf(NOON, 'whsec_other');

  it('are verified when one of them is good, in any order, apart or joined', () => {
    for (const other of [old, foreign]) {
      expect(judged(other, headerOf(NOON)).status).toBe('verified');
      expect(judged(headerOf(NOON), other).status).toBe('verified');
      expect(judged(`${other}, ${headerOf(NOON)}`).status).toBe('verified');
    }
  });

  it('are told by the one that says more when none is good', () => {
    expect(judged(foreign, old).reason).toBe('timestamp-stale');
    expect(checksOf(judged(foreign, old))).toBe(
      'header-present+ well-formed+ timestamp- signature+',
    );
  });

  it('cannot lend each other their time', () => {
    const [, stale] = old.split(',');
    const fresh = `t=${NOON / 1000},${stale}`;
    expect(judged(fresh).reason).toBe('signature-mismatch');
    expect(judged(`${old},t=${NOON / 1000}`).reason).toBe('timestamp-stale');
  });
});

it('shows the header as it came, with the middle of a long one left out', () => {
  const detail = detailOf(judged(headerOf(NOON)), 'header-present');
  expect(detail).toMatch(/^Stripe-Signature: t=1772625600,v1=[0-9a-f]{20}…[0-9a-f]{12}$/);
});

it('judges the time of a request whose signature is missing, where it has a header of its own', () => {
  const headers: [string, string][] = [['X-Slack-Request-Timestamp', '1']];
  const verdict = verdictOf({ headers, body }, { provider: 'slack', secrets: ['x'] });
  expect(verdict).toMatchObject({ status: 'unsigned', reason: 'signature-missing' });
  expect(checksOf(verdict)).toBe('header-present- timestamp-');
  const bare = verdictOf({ headers: [], body }, { provider: 'slack', secrets: ['x'] });
  expect(checksOf(bare)).toBe('header-present-');
});
