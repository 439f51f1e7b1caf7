// The options of an endpoint: checked, filled in, and never taken from a stale compilation.

import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { verdictOf } from './judging.ts';

const hmacOf = (key: string, text: string) => createHmac('sha256', key).update(text).digest('hex');

describe('the options of an endpoint', () => {
  const judged = (
    options: Record<string, string>,
    headers: [string, string][],
    body = 'hello',
    secret = 'key',
  ) => verdictOf({ headers, body }, { provider: 'hmac', secrets: [secret], options });

  it.each([
    [{ hash: 'md5' }, '"Hash" is set to "md5", which is not sha1, sha256, sha384 or sha512.'],
    [{ encoding: 'rot13' }, '"Encoding" is set to "rot13"'],
    [{ keyEncoding: 'latin1' }, '"Secret is" is set to "latin1"'],
    [{ header: 'X Signature:' }, '"X Signature:" is not the name of a header.'],
    [{ timestampHeader: 'é' }, '"é" is not the name of a header.'],
    [{ signedContent: '{payload}' }, 'unknown part {payload}'],
    [{ signedContent: '{timestamp}.{body}' }, 'no timestamp header is set'],
  ])('says what is wrong with the options %j', (options, words) => {
    const verdict = judged(options as Record<string, string>, [['X-Signature', 'a']]);
    expect(verdict).toMatchObject({ status: 'unchecked', reason: 'no-provider', checks: [] });
    expect(verdict.hint).toContain(words);
    expect(verdict.hint).toContain('Correct the options of Generic HMAC');
  });

  it('sees a change of its options at once', () => {
    const options: Record<string, string> = { header: 'X-One' };
    const headers: [string, string][] = [['X-Two', hmacOf('key', 'hello')]];
    expect(judged(options, headers).status).toBe('unsigned');
    options.header = 'X-Two';
    expect(judged(options, headers).status).toBe('verified');
  });

  it('are its own, not inherited ones', () => {
    const inherited: Record<string, string> = Object.create({ header: 'X-Two' });
    const headers: [string, string][] = [['X-Signature', hmacOf('key', 'hello')]];
    expect(judged(inherited, headers).status).toBe('verified');
  });
});

it.each<[string, Record<string, string>]>([
  ['hmac', { timestampHeader: 'X-Time|' }],
  ['hmac', { timestampHeader: 'a+b' }],
  ['azure-event-grid', { parameter: 'a|b' }],
])('says so, and never throws, when an option of %s cannot be a name: %j', (provider, options) => {
  const verdict = verdictOf({ headers: [], body: '{}' }, { provider, options, secrets: ['x'] });
  expect(verdict).toMatchObject({ status: 'unchecked', reason: 'no-provider' });
  expect(verdict.hint).toContain('Correct the options');
});
