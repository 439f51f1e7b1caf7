// Verifying and signing one request by itself.

import { describe, expect, it } from 'vitest';
import {
  type Question,
  type RawRequest,
  signRequest,
  verifyRequest,
} from '../../../../src/main/engine/verify/index.ts';
import { NOON } from './judging.ts';

const SECRET = 'whsec_alone';
/** A time that stands still: everything is tried. */
const DOCTOR = { budgetMs: 1, clock: () => 0 };
const request: RawRequest = {
  method: 'POST',
  target: '/hooks',
  headers: [['Content-Type', 'application/json']],
  body: Buffer.from('{"id":"evt_1"}'),
};

function signed(provider: string, url: string | null = null, given = request): RawRequest {
  const result = signRequest({
    ...{ provider, secret: SECRET, request: given, url, at: NOON, messageId: 'msg_1' },
  });
  if ('problem' in result) throw new Error(result.problem);
  return result;
}

function verdict(provider: string, given: RawRequest, more: Partial<Question> = {}) {
  const result = verifyRequest({
    ...{ ...given, provider, secrets: [SECRET], url: null, at: NOON + 1000, ...DOCTOR },
    ...more,
  });
  if ('problem' in result) throw new Error(result.problem);
  return result;
}

describe('a request by itself', () => {
  it('is verified as it was signed, by any of the secrets', () => {
    const given = signed('stripe');
    expect(verdict('stripe', given)).toMatchObject({ status: 'verified', secretLabel: 'given' });
    expect(verdict('stripe', given, { secrets: ['other', SECRET] })).toMatchObject({
      secretLabel: 'given 2',
    });
    const named = [{ label: 'mine', value: SECRET }];
    expect(verdict('stripe', given, { secrets: named })).toMatchObject({ secretLabel: 'mine' });
    expect(verdict('stripe', given, { secrets: ['other'] })).toMatchObject({ status: 'failed' });
  });

  it('is judged by the tolerance of the provider, by another, or by none', () => {
    const given = signed('stripe');
    const later = { at: NOON + 86_400_000 };
    expect(verdict('stripe', given, later)).toMatchObject({ reason: 'timestamp-stale' });
    expect(verdict('stripe', given, { ...later, toleranceSeconds: 86_400 }).status).toBe(
      'verified',
    );
    expect(verdict('stripe', given, { ...later, toleranceSeconds: null }).status).toBe('verified');
    expect(verdict('stripe', given, { toleranceSeconds: 0 })).toMatchObject({
      reason: 'timestamp-stale',
    });
  });

  it('needs no time that is not signed when its age is not judged', () => {
    const given = signed('licensechain');
    const headers = given.headers.filter(([name]) => name !== 'X-Webhook-Timestamp');
    const without = { ...given, headers };
    const judged = (toleranceSeconds: number | null) =>
      verdict('licensechain', without, { toleranceSeconds }).status;
    expect([judged(null), judged(300)]).toEqual(['verified', 'failed']);
  });

  it('loses an earlier signature when it is signed again', () => {
    const again = signed('stripe', null, signed('stripe'));
    expect(again.headers.filter(([name]) => name === 'Stripe-Signature')).toHaveLength(1);
  });

  it.each([
    ['https://shop.example/hooks', null],
    ['https://shop.example', null],
    ['https://shop.example/', null],
    [null, 'shop.example'],
  ])('is verified by its URL, %s, or its Host, %s', (url, host) => {
    const headers: RawRequest['headers'] = host === null ? [] : [['Host', host]];
    const given = signed('square', 'https://shop.example/hooks', { ...request, headers });
    expect(verdict('square', given, { url }).status).toBe('verified');
    expect(verdict('square', given, { url: 'https://other.example' }).status).toBe('failed');
  });

  it('keeps its own query and its own path on another origin', () => {
    const given = { ...request, target: '/hooks?a=%2F&b' };
    const url = 'https://shop.example/hooks?a=%2F&b';
    for (const known of [url, 'https://shop.example', 'https://shop.example/hooks']) {
      expect(verdict('square', signed('square', url, given), { url: known }).status).toBe(
        'verified',
      );
    }
  });
});

describe('there is a problem in words', () => {
  it.each([
    [{ provider: 'nobody' }, '"nobody"'],
    [{ provider: 'hmac', providerOptions: { hash: 'md5' } }, 'md5'],
    [{ provider: 'hmac', providerOptions: { hedaer: 'X' } }, 'no option "hedaer"'],
    [{ provider: 'stripe', providerOptions: { header: 'X' } }, 'it has none'],
  ])('for %j', (wrong, words) => {
    const question = { ...request, secrets: [], url: null, at: NOON, ...DOCTOR, ...wrong };
    expect(verifyRequest(question)).toEqual({ problem: expect.stringContaining(words) });
  });
});
