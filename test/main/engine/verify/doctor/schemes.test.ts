// The doctor on schemes other than an HMAC in a header: public keys, tokens, and signatures that are
// elsewhere.

import { createHash, createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { HeaderList } from '../../../../../src/shared/headers.ts';
import { causesOf, findingsOf, SECONDS } from './doctoring.ts';

const body = '{"type":2}';

describe('Ed25519', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
  const discord = (signed: string): { headers: HeaderList; body: string } => ({
    headers: [
      ['X-Signature-Timestamp', String(SECONDS)],
      [
        'X-Signature-Ed25519',
        sign(null, Buffer.from(`${SECONDS}${signed}`), privateKey).toString('hex'),
      ],
    ],
    body,
  });

  it('finds what happened to the key and to the body', () => {
    const of = (key: string, signed = body) =>
      causesOf(discord(signed), { provider: 'discord', secrets: [key] });
    expect(of(raw.toString('hex'))).toEqual([]);
    expect(of(raw.toString('base64'))).toEqual(['secret-encoding']);
    expect(of(` ${raw.toString('hex')}`)).toEqual(['secret-whitespace']);
    expect(of(raw.toString('hex'), `${body}\n`)).toEqual(['body-trailing-newline']);
    expect(of(raw.toString('hex'), '{"type":3}')).toEqual(['unknown']);
  });
});

describe('RSA', () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const wise = (hash: string, signed = body): { headers: HeaderList; body: string } => ({
    headers: [
      ['X-Signature-SHA256', sign(hash, Buffer.from(signed), privateKey).toString('base64')],
    ],
    body,
  });

  it('finds a key whose line breaks are written as \\n, and another hash', () => {
    const of = (key: string, hash = 'sha256', signed = body) =>
      causesOf(wise(hash, signed), { provider: 'wise', secrets: [key] });
    expect(of(pem)).toEqual([]);
    expect(of(pem.replaceAll('\n', '\\n'))).toEqual(['secret-whitespace']);
    expect(of(pem, 'sha1')).toEqual(['algorithm']);
    expect(of(pem, 'sha256', '{"type":3}')).toEqual(['unknown']);
  });
});

describe('a JSON Web Token', () => {
  const secret = 'vonage-signature-secret';
  const part = (data: object) => Buffer.from(JSON.stringify(data)).toString('base64url');
  const vonage = (key: string, name = 'Authorization'): { headers: HeaderList; body: string } => {
    const payload_hash = createHash('sha256').update(body).digest('hex');
    const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ iat: SECONDS, payload_hash })}`;
    const token = `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
    return { headers: [[name, `Bearer ${token}`]], body };
  };

  it('is tried with the secret in other forms, and under other names of its header', () => {
    const of = (message: ReturnType<typeof vonage>, key: string) =>
      causesOf(message, { provider: 'vonage', secrets: [key] });
    expect(of(vonage(secret), secret)).toEqual([]);
    expect(of(vonage(secret), `${secret}\n`)).toEqual(['secret-whitespace']);
    expect(of(vonage(secret), Buffer.from(secret).toString('base64'))).toEqual(['secret-encoding']);
    expect(of(vonage(secret, 'X-Forwarded-Authorization-Was'), secret)).toContain('header-missing');
    expect(of(vonage(secret, 'X-Original-Authorization'), secret)[0]).toBe('header-renamed');
    expect(of(vonage('another'), secret)).toEqual(['unknown']);
  });
});

describe('a token and a password', () => {
  it('are tried in other forms', () => {
    const gitlab = (token: string) => ({
      headers: [['X-Gitlab-Token', token]] as HeaderList,
      body,
    });
    const of = (token: string, secret: string) =>
      causesOf(gitlab(token), { provider: 'gitlab', secrets: [secret] });
    expect(of('abc', '"abc"')).toEqual(['secret-whitespace']);
    expect(of('abcd', Buffer.from('abcd').toString('base64'))).toEqual(['secret-encoding']);
    expect(of('abcd', 'TOKEN=abcd')).toEqual(['secret-prefix']);
    expect(of('abcd', 'abce')).toEqual(['unknown']);
  });
});

describe('a body whose digest is in the signed URL', () => {
  const digest = createHash('sha256').update(body).digest('hex');
  const url = `https://a.example/hook?bodySHA256=${digest}`;
  const signature = createHmac('sha1', 'auth').update(url).digest('base64');
  const twilio = (arrived: string) => ({
    url,
    headers: [
      ['Content-Type', 'application/json'],
      ['X-Twilio-Signature', signature],
    ] as HeaderList,
    body: arrived,
  });

  it('is tried like one that is signed itself', () => {
    const of = (arrived: string) =>
      findingsOf(twilio(arrived), { provider: 'twilio', secrets: ['auth'] });
    expect(of(body)).toEqual([]);
    expect(of('{ "type": 2 }')).toMatchObject([{ cause: 'body-reserialised' }]);
    expect(of('{"type":3}')).toMatchObject([{ cause: 'unknown' }]);
  });
});

describe('a signature inside the body', () => {
  it('is found to be made with another secret that is known', () => {
    const token = 'a'.repeat(50);
    const mailgun = (key: string) => ({
      headers: [['Content-Type', 'application/json']] as HeaderList,
      body: JSON.stringify({
        signature: {
          timestamp: String(SECONDS),
          token,
          signature: createHmac('sha256', key).update(`${SECONDS}${token}`).digest('hex'),
        },
        'event-data': { event: 'delivered' },
      }),
    });
    const setting = { provider: 'mailgun', secrets: ['key-a'] };
    const neighbours = [{ endpoint: 'Mail', label: 'b', value: 'key-b' }];
    expect(causesOf(mailgun('key-a'), setting)).toEqual([]);
    expect(causesOf(mailgun('key-b'), setting, { neighbours })).toEqual([
      'secret-of-another-endpoint',
    ]);
    expect(causesOf(mailgun('key-c'), setting, { neighbours })).toEqual(['unknown']);
  });
});
