// The signature itself as the cause: its algorithm, what it covers, and how it is written.

import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { HeaderList } from '../../../../../src/shared/headers.ts';
import { exampleSecret } from '../../../../support/signed-requests.ts';
import { changed } from '../judging.ts';
import { causesOf, findingsOf, hexHmac, SECONDS, sent } from './doctoring.ts';

const secret = exampleSecret('github');
const body = '{"a":1}';
const github = (value: string) => ({
  headers: [['X-Hub-Signature-256', value]] as HeaderList,
  body,
});
const setting = { provider: 'github', secrets: [secret] };
const generic = (value: string) => ({ headers: [['X-Signature', value]] as HeaderList, body });

describe('the algorithm', () => {
  it.each(['sha1', 'sha512', 'sha384'])('is found to be HMAC with %s', (hash) => {
    expect(findingsOf(github(`${hash}=${hexHmac(hash, secret, body)}`), setting)).toMatchObject([
      { cause: 'algorithm', side: 'sender' },
    ]);
    const message = generic(hexHmac(hash, secret, body));
    expect(findingsOf(message, { provider: 'hmac', secrets: [secret] })).toMatchObject([
      { cause: 'algorithm', side: 'here' },
    ]);
  });

  it('is found where the name of the documented one stands before it', () => {
    for (const hash of ['sha1', 'sha512']) {
      const value = `sha256=${hexHmac(hash, secret, body)}`;
      expect(causesOf(github(value), setting)).toEqual(['algorithm']);
    }
  });

  it('is found to be a plain hash over the secret and the body', () => {
    const digest = createHash('sha256').update(secret).update(body).digest('hex');
    const [finding] = findingsOf(github(`sha256=${digest}`), setting);
    expect(finding).toMatchObject({ cause: 'algorithm' });
    expect(finding?.message).toContain('without HMAC');
  });

  it('is not blamed when the secret is another one, too', () => {
    expect(causesOf(github(`sha1=${hexHmac('sha1', 'other', body)}`), setting)).toEqual([
      'unknown',
    ]);
  });
});

describe('what is signed', () => {
  it('is found to be the body where BlockMark signs an empty message', () => {
    const key = exampleSecret('blockmark');
    const message = { headers: [['X-Token', hexHmac('sha256', key, body)]] as HeaderList, body };
    const [finding] = findingsOf(message, { provider: 'blockmark', secrets: [key] });
    expect(finding).toMatchObject({ cause: 'signed-content', side: 'sender' });
    expect(finding?.message).toContain('the body alone, while BlockMark Registry signs an empty');
  });

  it('is found to be the body without the time, or the time with another mark', () => {
    const key = exampleSecret('stripe');
    for (const signed of [body, `${SECONDS}${body}`, `${SECONDS}:${body}`]) {
      const value = `t=${SECONDS},v1=${hexHmac('sha256', key, signed)}`;
      const message = { headers: [['Stripe-Signature', value]] as HeaderList, body };
      expect(causesOf(message, { provider: 'stripe', secrets: [key] })).toEqual(['signed-content']);
    }
  });

  it('is not blamed when another body was signed', () => {
    const key = exampleSecret('stripe');
    const value = `t=${SECONDS},v1=${hexHmac('sha256', key, '{"b":1}')}`;
    const message = { headers: [['Stripe-Signature', value]] as HeaderList, body };
    expect(causesOf(message, { provider: 'stripe', secrets: [key] })).toEqual(['unknown']);
  });
});

describe('the writing of the signature', () => {
  const hex = hexHmac('sha256', secret, body);
  const base64 = createHmac('sha256', secret).update(body).digest('base64');

  it.each([
    ['base64 for hexadecimal', `sha256=${base64}`],
    ['base64url', `sha256=${Buffer.from(hex, 'hex').toString('base64url')}`],
    ['without its prefix', hex],
    ['with the prefix of another', `v1=${hex}`],
    ['in quotes', `"sha256=${hex}"`],
    ['in base64 of its hexadecimal digits', `sha256=${Buffer.from(hex).toString('base64')}`],
  ])('is found: %s', (_, value) => {
    const [finding, ...rest] = findingsOf(github(value), setting);
    expect(finding).toMatchObject({ cause: 'signature-encoding', side: 'sender' });
    expect(rest).toEqual([]);
  });

  it.each([
    ['in another case', base64.toLowerCase()],
    ['escaped for a URL', encodeURIComponent(base64)],
    ['with spaces for +', base64.replaceAll('+', ' ')],
    ['hexadecimal for base64', hex],
  ])('is found for Shopify: %s', (_, value) => {
    if (value === base64) return;
    const message = { headers: [['X-Shopify-Hmac-Sha256', value]] as HeaderList, body };
    expect(causesOf(message, { provider: 'shopify', secrets: [secret] })).toEqual([
      'signature-encoding',
    ]);
  });

  it('is found for the generic HMAC, whose settings are to be changed', () => {
    const options = { encoding: 'hex', prefix: '' };
    for (const value of [base64, `sha256=${hex}`]) {
      const findings = findingsOf(generic(value), { provider: 'hmac', secrets: [secret], options });
      expect(findings).toMatchObject([{ cause: 'signature-encoding', side: 'here' }]);
    }
  });

  it('is not blamed for a signature of another body', () => {
    const other = createHmac('sha256', secret).update('{"a":2}').digest('base64');
    expect(causesOf(github(`sha256=${other}`), setting)).toEqual(['unknown']);
  });

  it('is found to be cut, at its end or beginning, without telling the rest', () => {
    for (const value of [`sha256=${hex.slice(0, 32)}`, `sha256=${hex.slice(10)}`]) {
      const findings = findingsOf(github(value), setting);
      expect(findings).toMatchObject([{ cause: 'signature-truncated', side: 'between' }]);
      expect(JSON.stringify(findings)).not.toContain(hex);
      expect(JSON.stringify(findings)).not.toContain(hex.slice(32));
    }
  });

  it('is not found to be cut where only a few characters are left, or others', () => {
    expect(causesOf(github(`sha256=${hex.slice(0, 8)}`), setting)).toEqual(['unknown']);
    const other = hexHmac('sha256', secret, '{"a":2}');
    expect(causesOf(github(`sha256=${other.slice(0, 32)}`), setting)).toEqual(['unknown']);
  });
});

describe('another provider', () => {
  it('is found by its own way of signing', () => {
    const message = sent('slack', body, secret);
    const setting = { provider: 'github', secrets: [secret] };
    const [finding] = findingsOf(message, setting);
    expect(finding).toMatchObject({ cause: 'other-provider', side: 'here' });
    expect(finding?.fix).toContain('to Slack');
    expect(causesOf(message, setting)).toEqual(['other-provider']);
  });

  it('is not claimed where the secret is not its own', () => {
    expect(causesOf(sent('slack', body, 'another'), setting)).toEqual(['header-missing']);
  });
});

it('what is not wrong gets no finding', () => {
  const { headers } = sent('github', body);
  expect(findingsOf({ headers, body }, setting)).toEqual([]);
  const shouted = changed(headers, 'X-Hub-Signature-256', (value) =>
    value.replace(/[0-9a-f]{64}/, (hex) => hex.toUpperCase()),
  );
  expect(findingsOf({ headers: shouted, body }, setting)).toEqual([]);
});
