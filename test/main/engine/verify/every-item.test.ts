// Bodies that hold a token for each of several items, as Microsoft Graph sends them.

import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { detailOf, interpreted, NOON, verdictOf } from './judging.ts';

const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PEM = own.publicKey.export({ format: 'pem', type: 'spki' }).toString();
const JSON_TYPE: [string, string][] = [['Content-Type', 'application/json']];

const token = (key: KeyObject, claims: Record<string, unknown> = {}) =>
  new SignJWT({ aud: 'app', azp: '0bf30f3b-4a52-48df-9a82-234910c4a086', ...claims })
    .setProtectedHeader({ alg: 'RS256' })
    .setExpirationTime(NOON / 1000 + 3600)
    .sign(key);

const byTokens = { provider: 'microsoft-graph', options: { appId: 'app' }, secrets: [PEM] };
const byState = { provider: 'microsoft-graph', secrets: ['the state', 'of another subscription'] };

describe('the validation tokens of Microsoft Graph', () => {
  const verdictFor = (validationTokens: unknown) =>
    verdictOf(
      { headers: JSON_TYPE, body: JSON.stringify({ value: [{}], validationTokens }) },
      byTokens,
    );

  it('are all checked, and one that is forged is enough to refuse', async () => {
    const good = await token(own.privateKey);
    const forged = await token(stranger.privateKey);
    const other = await token(own.privateKey, { aud: 'another app' });
    const verified = verdictFor([good, await token(own.privateKey, { tid: '2' })]);
    expect(verified.status).toBe('verified');
    expect(detailOf(verified, 'signature')).toMatch(/in each of 2$/);
    expect(verdictFor([good, forged])).toMatchObject({ status: 'failed', secretLabel: null });
    expect(verdictFor([forged, good]).status).toBe('failed');
    expect(verdictFor([good, good, other])).toMatchObject({
      status: 'failed',
      hint: expect.stringMatching(/claim aud/),
    });
    expect(verdictFor([good, 'no token']).reason).toBe('signature-malformed');
    expect(verdictFor([good, { a: 1 }]).status).toBe('unsigned');
  });

  it('are refused when they are more than anyone sends', async () => {
    const good = await token(own.privateKey);
    expect(verdictFor(Array(64).fill(good)).status).toBe('verified');
    expect(verdictFor(Array(65).fill(good))).toMatchObject({
      status: 'failed',
      hint: expect.stringMatching(/65 items/),
    });
    expect(verdictFor([]).status).toBe('unsigned');
    expect(verdictFor('text').status).toBe('unsigned');
  });
});

describe('the client states of Microsoft Graph', () => {
  const bodyOf = (...states: unknown[]) =>
    JSON.stringify({ value: states.map((clientState) => ({ clientState })) });
  const verdictFor = (...states: unknown[]) =>
    verdictOf({ headers: JSON_TYPE, body: bodyOf(...states) }, byState);

  it('are all compared, each with every secret', () => {
    expect(verdictFor('the state').status).toBe('verified');
    expect(verdictFor('the state', 'of another subscription').status).toBe('verified');
    expect(verdictFor('the state', 'a guess').status).toBe('failed');
    expect(verdictFor('the state', undefined).status).toBe('unsigned');
  });

  it('are not taken for checked in a body that is only read in part', () => {
    const body = bodyOf('the state', 'a guess').slice(0, -2);
    const { verdict } = interpreted({ headers: JSON_TYPE, body }, byState);
    expect(verdict.status).not.toBe('verified');
    const large = bodyOf('the state', 'x'.repeat(1_100_000));
    expect(verdictOf({ headers: JSON_TYPE, body: large }, byState)).toMatchObject({
      status: 'unchecked',
      secretLabel: null,
      hint: expect.stringMatching(/too large/),
    });
  });
});
