// What is said of a value: only what is certain, and never a throw.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainValue } from '../../../../src/renderer/viewers/explain/explain-value.ts';
import { momentOf } from '../../../../src/renderer/viewers/explain/moment.ts';

const receivedAt = '2026-11-22T12:00:00.000Z';
const facts = { receivedAt, now: Date.parse('2026-11-22T13:00:00.000Z') };
const explain = (text: string) => explainValue(text, facts);
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('momentOf', () => {
  const ms = Date.parse('2026-11-22T11:59:57.000Z');
  it.each([
    [String(ms / 1000), 'in seconds since 1970'],
    [`${ms / 1000}.000`, 'in seconds since 1970'],
    [String(ms), 'in milliseconds since 1970'],
    [`${ms}000`, 'in microseconds since 1970'],
    ['2026-11-22T11:59:57Z', 'ISO 8601'],
    ['2026-11-22T12:59:57.000000+01:00', 'ISO 8601'],
    ['2026-11-22 11:59:57 UTC', 'ISO 8601'],
    ['2026-11-22T12:59:57+0100', 'ISO 8601'],
    ['Sun, 22 Nov 2026 11:59:57 GMT', 'as in mail and HTTP'],
  ])('reads %s', (text, form) => {
    expect(momentOf(text)).toEqual({ ms, form });
  });

  it.each([
    '4242424242424242',
    '0123456789',
    '99999999999999',
    '2026-13-45T99:00:00Z',
    '+491701234567',
    '20261122',
  ])('leaves %s alone', (text) => {
    expect(momentOf(text)).toBeNull();
  });
});

describe('explainValue', () => {
  it('tells a time from here, from now and from the receipt', () => {
    const explanation = explain('1795348797');
    expect(explanation?.title).toBe('Time, in seconds since 1970');
    expect(explanation?.lines[0]).toMatch(
      /^2026-11-2\d \d\d:\d\d:\d\d\.000 here, 1 h( \d+ min)? ago$/,
    );
    expect(explanation?.lines[1]).toBe('3 s before this was received');
  });

  it('opens a token, its times told from the receipt', () => {
    const token = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ iss: 'shop', exp: 1795352400, iat: 1795348800 })}.c2ln`;
    const explanation = explain(token);
    expect(explanation?.title).toBe('Token (JWT), HS256');
    expect(explanation?.lines).toEqual(
      expect.arrayContaining([
        'Header: {"alg":"HS256","typ":"JWT"}',
        'iss: shop',
        expect.stringMatching(/^Expires \(exp\): .*, 1 h after this was received$/),
        expect.stringMatching(/^Issued \(iat\): .*, 0 ms before this was received$/),
      ]),
    );
    expect(explain(`Bearer ${token}`)?.title).toBe('Token (JWT), HS256');
  });

  it('reads base64 of text, and says what other bytes are', () => {
    expect(explain(Buffer.from('Hello, hooks and glasses').toString('base64'))).toEqual({
      title: 'Base64 of 24 B of text',
      lines: ['Hello, hooks and glasses'],
    });
    const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(20)]);
    expect(explain(png.toString('base64'))?.lines).toEqual(['A PNG image, 28 B']);
    const key = Buffer.from('00ff10ef8899aabbccddeeff00112233445566778899aabb01', 'hex');
    expect(explain(key.toString('base64'))?.lines).toEqual([
      '25 B that are not text, such as a key or a signature',
    ]);
  });

  it.each([
    'customer_created',
    'evt_1MqqbKLt4dXK03v5qaIbiNCC',
    'checkout/session/completed',
    'a.b.c.d.e.f',
    'hello world',
    '550e8400-e29b-41d4-a716-446655440000',
    'https://example.com/a/b',
  ])('leaves %s alone', (text) => {
    expect(explain(text)).toBeNull();
  });

  it('shows no invisible character as itself', () => {
    const hidden = Buffer.from('plain text with \u202e an override').toString('base64');
    expect(explain(hidden)?.lines.join() ?? '').not.toContain('\u202e');
    const token = `${part({ alg: '\u202eHS' })}.${part({ '\u202e': '\u0000' })}.x`;
    expect(JSON.stringify(explain(token))).not.toMatch(/\u202e|\\u0000/);
  });

  it('takes anything', () => {
    const claims = { exp: 1e308, iat: -1e10, nbf: null, __proto__: 1, constructor: 'x' };
    expect(explain(`${part({ alg: 'x' })}.${part(claims)}.x`)).not.toBeNull();
    fc.assert(fc.property(fc.string(), (text) => void explain(text)));
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (header, payload) => {
        explain(`${part({ alg: 'x', header })}.${part({ payload, exp: payload })}.x`);
      }),
    );
    expect(explain('A'.repeat(1_000_000))).toBeNull();
  });
});
