// A request and its endpoint put together: what each setting and each provider's ways lead to.

import { describe, expect, it } from 'vitest';
import { exampleSecret, signedRequest } from '../../../support/signed-requests.ts';
import { changed, checksOf, detailOf, interpreted, NOON, verdictOf } from './judging.ts';

describe('an endpoint', () => {
  it('without a provider is not checked, but its rows read well', () => {
    const github = signedRequest('github', { secret: 'x' });
    expect(interpreted(github, { provider: null, secrets: ['x'] })).toMatchObject({
      verdict: { status: 'unchecked', reason: 'no-provider', scheme: null, checks: [] },
      eventType: 'push',
      messageId: github.headers.find(([name]) => name === 'X-GitHub-Delivery')?.[1],
      handshake: null,
    });
    const plain = { headers: [], body: '{"event":"user.created","id":17}' };
    expect(interpreted(plain, { provider: null })).toMatchObject({
      eventType: 'user.created',
      messageId: '17',
    });
  });

  it('of a provider that this version does not know says so', () => {
    const verdict = verdictOf({ headers: [], body: '' }, { provider: 'acme-of-tomorrow' });
    expect(verdict).toMatchObject({ status: 'unchecked', reason: 'no-provider' });
    expect(verdict.hint).toContain('"acme-of-tomorrow" is not known to this version');
  });

  it('whose secrets are locked says so', () => {
    const request = signedRequest('stripe', { secret: 'x', at: NOON });
    const verdict = verdictOf(request, { provider: 'stripe', locked: true });
    expect(verdict).toMatchObject({ status: 'unchecked', reason: 'secret-locked' });
    expect(checksOf(verdict)).toBe('header-present+ well-formed+ timestamp+');
  });

  it('cannot check a body that did not arrive whole', () => {
    const secret = exampleSecret('stripe');
    const request = signedRequest('stripe', { secret, at: NOON });
    const read = interpreted(request, { provider: 'stripe', secrets: [secret], complete: false });
    expect(read.verdict).toMatchObject({ status: 'unchecked', reason: 'body-incomplete' });
    expect(read.eventType).toBe('payment_intent.succeeded');
  });
});

describe('a request that looks like another provider', () => {
  it('is said to, when the signature is missing', () => {
    const verdict = verdictOf(signedRequest('github', { secret: 'x' }), {
      provider: 'stripe',
      secrets: ['x'],
    });
    expect(verdict.status).toBe('unsigned');
    expect(verdict.hint).toContain('It looks like GitHub: it has an X-GitHub-Event header');
  });

  it('is said to, when the signature has the form of the other', () => {
    const verdict = verdictOf(signedRequest('licensechain', { secret: 'x' }), {
      provider: 'pocketbook',
      secrets: ['x'],
    });
    expect(verdict.reason).toBe('signature-malformed');
    expect(verdict.hint).toContain('It looks like LicenseChain');
  });
});

describe('the time of a LicenseChain delivery', () => {
  const secret = exampleSecret('licensechain');
  const request = () => signedRequest('licensechain', { secret, at: NOON });
  const late = NOON + 3_600_000;
  const judged = (message: Parameters<typeof verdictOf>[0], tolerance: number | null) =>
    verdictOf(message, {
      provider: 'licensechain',
      secrets: [secret],
      tolerance,
      receivedAt: late,
    });

  it('is shown but not judged, since it is not signed', () => {
    const verdict = judged(request(), null);
    expect(verdict.status).toBe('verified');
    expect(detailOf(verdict, 'timestamp')).toContain('1 h before it arrived; its age is not');
    expect(verdict.warnings).toEqual([expect.stringContaining('sent but not signed')]);
  });

  it('may be missing or unreadable as long as nobody asked for it', () => {
    const { headers, body } = request();
    const without = changed(headers, 'X-Webhook-Timestamp', () => null);
    const verdict = judged({ headers: without, body }, null);
    expect(checksOf(verdict)).toBe('header-present+ well-formed+ signature+');
    const odd = changed(headers, 'X-Webhook-Timestamp', () => 'soon');
    expect(judged({ headers: odd, body }, null).status).toBe('verified');
  });

  it('is judged when the endpoint sets a tolerance', () => {
    const { headers, body } = request();
    expect(judged({ headers, body }, 3_600).status).toBe('verified');
    expect(judged({ headers, body }, 60).reason).toBe('timestamp-stale');
    const without = changed(headers, 'X-Webhook-Timestamp', () => null);
    expect(judged({ headers: without, body }, 60).reason).toBe('timestamp-missing');
  });
});

describe('the two signatures of GitHub', () => {
  const secret = exampleSecret('github');
  const judged = (message: Parameters<typeof verdictOf>[0]) =>
    verdictOf(message, { provider: 'github', secrets: [secret] });

  it('make no noise about a time that GitHub does not send', () => {
    const verdict = judged(signedRequest('github', { secret }));
    expect(checksOf(verdict)).not.toContain('timestamp');
    expect(verdict.warnings).toEqual([]);
  });

  it('may be the older one alone, which the verdict points out', () => {
    const { headers, body } = signedRequest('github', { secret });
    const verdict = judged({ headers: changed(headers, 'X-Hub-Signature-256', () => null), body });
    expect(verdict).toMatchObject({ status: 'verified', scheme: 'HMAC-SHA1 of {body}' });
    expect(verdict.warnings).toEqual([expect.stringContaining('Only the older SHA-1')]);
  });

  it('do not let the older vouch for a wrong newer one', () => {
    const { headers, body } = signedRequest('github', { secret });
    const wrong = `sha256=${'0'.repeat(64)}`;
    const forged = changed(headers, 'X-Hub-Signature-256', () => wrong);
    expect(judged({ headers: forged, body }).reason).toBe('signature-mismatch');
  });
});

it('verifies Shopify with headers that have lost their X-', () => {
  const secret = exampleSecret('shopify');
  const { headers, body } = signedRequest('shopify', { secret });
  const bare = headers.map(([name, value]): [string, string] => [name.replace('X-', ''), value]);
  const setting = { provider: 'shopify', secrets: [secret] };
  expect(interpreted({ headers: bare, body }, setting)).toMatchObject({
    verdict: { status: 'verified' },
    eventType: 'orders/create',
    messageId: expect.stringMatching(/-/),
  });
});

it('finds the signature of BLOOCK in the header that the endpoint names', () => {
  const secret = exampleSecret('bloock');
  const { headers, body } = signedRequest('bloock', { secret, at: NOON });
  const renamed = headers.map(([name, value]): [string, string] => [
    name.replace('Bloock-Signature', 'X-Other'),
    value,
  ]);
  const setting = { provider: 'bloock', secrets: [secret], options: { header: 'x-other' } };
  expect(verdictOf({ headers: renamed, body }, setting).status).toBe('verified');
  expect(verdictOf({ headers, body }, setting).reason).toBe('signature-missing');
});
