// What a token claims as the cause.

import { createHash, createSecretKey } from 'node:crypto';
import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { findingsOf } from './doctoring.ts';

const secret = 'the secret';
const url = 'https://x.example/hook';

function token(claims: Record<string, unknown>, key = secret): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .sign(createSecretKey(Buffer.from(key)));
}

const hashOf = (body: string) => createHash('sha256').update(body).digest('hex');

async function netlify(claims: Record<string, unknown>, body: string, key = secret) {
  const headers: [string, string][] = [['X-Webhook-Signature', await token(claims, key)]];
  return findingsOf({ headers, body }, { provider: 'netlify', secrets: [secret] });
}

async function monday(aud: string, key = secret) {
  const headers: [string, string][] = [['Authorization', await token({ aud }, key)]];
  return findingsOf({ url, headers, body: '{}' }, { provider: 'monday', secrets: [secret] });
}

describe('a genuine token', () => {
  it('that names another URL is told with the URL', async () => {
    const [finding, ...rest] = await monday('http://x.example/hook/');
    expect(finding).toMatchObject({ cause: 'url-variant', side: 'here' });
    expect(finding?.proof).toContain('http://x.example/hook/');
    expect(rest).toEqual([]);
  });

  it('that claims something else is told with the claim', async () => {
    const [audience] = await monday('https://other.example/');
    expect(audience).toMatchObject({ cause: 'claim', side: 'here' });
    expect(audience?.proof).toBe('Everything matches but the claim aud.');
    const [issuer] = await netlify({ iss: 'other', sha256: hashOf('{}') }, '{}');
    expect(issuer).toMatchObject({ cause: 'claim', side: 'here' });
    expect(issuer?.proof).toBe('Everything matches but the claim iss.');
  });

  it('for another body is told by what was done to the body, where that can be found', async () => {
    const [newline] = await netlify({ iss: 'netlify', sha256: hashOf('{}') }, '{}\n');
    expect(newline).toMatchObject({ cause: 'body-trailing-newline', side: 'between' });
    const [other] = await netlify({ iss: 'netlify', sha256: hashOf('{"a":1}') }, '{"a":2}');
    expect(other).toMatchObject({ cause: 'claim', side: 'between' });
    expect(other?.proof).toBe('Everything matches but the claim sha256, the hash of the body.');
  });
});

it('is not blamed on its claims when it is not genuine', async () => {
  const [aud] = await monday('https://other.example/', 'another secret');
  expect(aud).toMatchObject({ cause: 'unknown' });
  const [iss] = await netlify({ iss: 'other', sha256: hashOf('{}') }, '{}', 'another secret');
  expect(iss).toMatchObject({ cause: 'unknown' });
});
