// HMAC against node:crypto, in every hash, encoding and form of key.

import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Algorithm } from '../../../../src/main/engine/verify/algorithm.ts';
import { ENCODINGS, HASHES } from '../../../../src/main/engine/verify/hash-text.ts';
import { hmac } from '../../../../src/main/engine/verify/hmac.ts';

function algorithm(hash: string, encoding: string, key = 'utf8'): Algorithm<Buffer | string> {
  const made = hmac({ hash, encoding, key });
  if ('problem' in made) throw new Error(made.problem);
  return made;
}

function started(key: Buffer | string, hash = 'sha256', encoding = 'hex') {
  const work = algorithm(hash, encoding).begin(key);
  work.text('17.');
  work.bytes(Buffer.from('body'));
  return work;
}

describe('computing', () => {
  it.each(HASHES.flatMap((hash) => ENCODINGS.map((encoding) => [hash, encoding] as const)))(
    'agrees with node:crypto for %s in %s',
    (hash, encoding) => {
      const computed = createHmac(hash, 'key').update('17.body');
      const right =
        encoding === '0xhex' ? `0x${computed.digest('hex')}` : computed.digest(encoding);
      expect(started('key', hash, encoding).signature()).toBe(right);
      expect(algorithm(hash, encoding).complaint(right)).toBeNull();
      expect(started('key', hash, encoding).matches(['', right])).toBe(true);
      expect(started('no', hash, encoding).matches([right])).toBe(false);
      expect(algorithm(hash, encoding).complaint(right.slice(0, 5) + right.slice(6))).toContain(
        'has ',
      );
      expect(algorithm(hash, encoding).complaint(`é${right.slice(1)}`)).toContain('characters');
    },
  );

  it('takes hexadecimal digits in either case, and base64 without its padding', () => {
    const hex = createHmac('sha256', 'key').update('17.body').digest('hex');
    expect(started('key').matches([hex.toUpperCase()])).toBe(true);
    const base64 = createHmac('sha256', 'key').update('17.body').digest('base64');
    expect(started('key', 'sha256', 'base64').matches([base64.replace('=', '')])).toBe(true);
  });

  it('takes one spelling of base64 only, where several decode to the same bytes', () => {
    const right = createHmac('sha256', 'key').update('17.body').digest('base64');
    const last = right.at(-2) as string;
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    const sibling = `${right.slice(0, -2)}${alphabet[alphabet.indexOf(last) ^ 1]}=`;
    expect(Buffer.from(sibling, 'base64')).toEqual(Buffer.from(right, 'base64'));
    expect(started('key', 'sha256', 'base64').matches([sibling])).toBe(false);
  });
});

describe('keys', () => {
  it.each([
    ['utf8', 'whsec_abc', 'whsec_abc'],
    ['utf8', '', null],
    ['utf8-nfkd', 'ﬁ', 'fi'],
    ['sha1-of-utf8', 'abc', Buffer.from('a9993e364706816aba3e25717850c26c9cd0d89d', 'hex')],
    ['hex', '00ff', Buffer.from([0, 255])],
    ['hex', '00f', null],
    ['hex', 'zz', null],
    ['base64', 'AP8=', Buffer.from([0, 255])],
    ['base64', 'AP8', Buffer.from([0, 255])],
    ['base64', 'A', null],
    ['base64', 'AP8 ', null],
    ['base64-after-prefix:whsec_', 'whsec_AP8=', Buffer.from([0, 255])],
    ['base64-after-prefix:whsec_', 'AP8=', Buffer.from([0, 255])],
    ['base64-after-prefix:whsec_', 'whsec_', null],
    ['base64-after-prefix:whsec_', 'whsec_not base64', null],
  ])('reads %s %j', (form, secret, key) => {
    expect(algorithm('sha256', 'hex', form).readKey(secret)).toEqual(key);
  });

  it('refuses parameters it does not know', () => {
    for (const params of [
      { hash: 'md5', encoding: 'hex', key: 'utf8' },
      { hash: 'sha256', encoding: 'rot13', key: 'utf8' },
      { hash: 'sha256', encoding: 'hex', key: '__proto__' },
    ]) {
      expect(hmac(params)).toHaveProperty('problem');
    }
  });
});
