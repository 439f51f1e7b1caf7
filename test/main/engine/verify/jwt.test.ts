// JSON Web Tokens as jose makes them, and what must never pass for one.

import {
  createHash,
  createPublicKey,
  createSecretKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { jwtVerify, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { jwt } from '../../../../src/main/engine/verify/jwt.ts';
import type { JwtAlgorithm } from '../../../../src/main/engine/verify/jwt-algorithms.ts';
import type { JwtRule } from '../../../../src/main/engine/verify/jwt-rule.ts';
import type { Judge, Tolerance } from '../../../../src/main/engine/verify/scheme.ts';
import { createView, type SignedRequest } from '../../../../src/main/engine/verify/view.ts';
import type { Verdict } from '../../../../src/shared/model.ts';
import { ARRIVAL, checksOf, detailOf, NOON } from './judging.ts';

const SECRET = 'a secret that is long enough for HS512, which wants sixty-four bytes';
const BODY = Buffer.from('{"a":1}');
const NOW = NOON / 1000;
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const otherRsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const ed = generateKeyPairSync('ed25519');

function judgeOf(rule: Partial<JwtRule> = {}): Judge {
  return jwt(
    {
      scheme: 'jwt',
      token: { in: 'header', name: 'X-Token' },
      algs: ['HS256'],
      ...rule,
    },
    { providerName: 'Acme', messageId: null, option: () => '' },
  );
}

function requestWith(token: string | null, parts: Partial<SignedRequest> = {}): SignedRequest {
  return {
    ...{ method: 'POST', target: '/hook?b=2&a=1', publicOrigin: 'https://x.example' },
    headers: token === null ? [] : [['X-Token', token]],
    body: { kind: 'memory', bytes: BODY },
    ...parts,
  };
}

interface Setting {
  secrets?: string[];
  tolerance?: Tolerance;
  receivedAt?: number;
}

function judged(judge: Judge, request: SignedRequest, setting: Setting = {}): Verdict {
  return judge.verify({
    view: createView(request, true),
    secrets: (setting.secrets ?? [SECRET]).map((value) => ({ label: 'current', value })),
    lockedSecrets: false,
    toleranceSeconds: setting.tolerance ?? null,
    receivedAt: setting.receivedAt ?? ARRIVAL,
  });
}

function signed(
  claims: Record<string, unknown>,
  {
    alg = 'HS256',
    key = createSecretKey(Buffer.from(SECRET)),
    ...header
  }: { alg?: string; key?: KeyObject; kid?: string; typ?: string } = {},
): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg, ...header }).sign(key);
}

const pem = (key: KeyObject) => key.export({ format: 'pem', type: 'spki' }).toString();

describe('a token that jose signs', () => {
  const cases: [JwtAlgorithm, KeyObject, string][] = [
    ['HS256', createSecretKey(Buffer.from(SECRET)), SECRET],
    ['HS384', createSecretKey(Buffer.from(SECRET)), SECRET],
    ['HS512', createSecretKey(Buffer.from(SECRET)), SECRET],
    ['RS256', rsa.privateKey, pem(rsa.publicKey)],
    ['ES256', ec.privateKey, pem(ec.publicKey)],
    ['EdDSA', ed.privateKey, pem(ed.publicKey)],
  ];

  it.each(cases)(
    'is verified, and not with a flipped bit anywhere: %s',
    async (alg, key, secret) => {
      const token = await signed({ a: 1 }, { alg, key });
      const judge = judgeOf({ algs: [alg] });
      const verdict = judged(judge, requestWith(token), { secrets: [secret] });
      expect(verdict).toMatchObject({ status: 'verified', hint: null, secretLabel: 'current' });
      for (let at = 0; at < token.length; at++) {
        const flipped = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
        const { status } = judged(judge, requestWith(flipped), { secrets: [secret] });
        expect([at, status]).toEqual([at, 'failed']);
      }
    },
  );

  it.each(cases)('is one that we can make as well: %s', async (alg, key, secret) => {
    const signing = key.type === 'secret' ? secret : key.export({ format: 'pem', type: 'pkcs8' });
    const request = judgeOf({ algs: [alg] }).sign({
      ...{ request: requestWith(null), secret: String(signing), at: NOON, messageId: 'msg_1' },
    });
    if ('problem' in request) throw new Error(request.problem);
    const [, token = ''] = request.headers[0] ?? [];
    const verifying = key.type === 'secret' ? key : createPublicKey(secret);
    const { payload } = await jwtVerify(token, verifying, { currentDate: new Date(NOON) });
    expect(payload).toMatchObject({ iat: NOW, exp: NOW + 60, jti: 'msg_1' });
  });

  it('is verified by JSON Web Keys that were pasted, by their id', async () => {
    const judge = judgeOf({ algs: ['ES256'] });
    const jwk = (key: KeyObject, kid: string) => ({ ...key.export({ format: 'jwk' }), kid });
    const token = await signed({}, { alg: 'ES256', key: ec.privateKey, kid: 'one' });
    const one = jwk(ec.publicKey, 'one');
    const two = jwk(rsa.publicKey, 'two');
    for (const secret of [one, { key: one }, { keys: [two, one] }]) {
      const verdict = judged(judge, requestWith(token), { secrets: [JSON.stringify(secret)] });
      expect(verdict.status).toBe('verified');
    }
    const other = JSON.stringify({ ...one, kid: 'other' });
    expect(judged(judge, requestWith(token), { secrets: [other] }).status).toBe('failed');
  });
});

describe('what is no token of the provider', () => {
  it('is refused when it is not signed at all', () => {
    const token = new UnsecuredJWT({ a: 1 }).encode();
    const verdict = judged(judgeOf(), requestWith(token));
    expect(verdict).toMatchObject({ status: 'failed', reason: 'signature-malformed' });
    expect(verdict.hint).toContain('is signed by "none", and not by HS256');
  });

  it('is refused when a public key serves as the secret of an HMAC', async () => {
    for (const key of [rsa.publicKey, ec.publicKey]) {
      const forged = await signed({}, { key: createSecretKey(Buffer.from(pem(key))) });
      const both = judgeOf({ algs: ['HS256', 'RS256', 'ES256'] });
      for (const judge of [both, judgeOf({ algs: ['RS256'] }), judgeOf()]) {
        expect(judged(judge, requestWith(forged), { secrets: [pem(key)] }).status).toBe('failed');
      }
    }
  });

  it('is refused when it is signed by another key, or another kind of key is set', async () => {
    const token = await signed({}, { alg: 'RS256', key: rsa.privateKey });
    const judge = judgeOf({ algs: ['RS256'] });
    const wrong = judged(judge, requestWith(token), { secrets: [pem(otherRsa.publicKey)] });
    expect(wrong).toMatchObject({ status: 'failed', reason: 'signature-mismatch' });
    const kind = judged(judge, requestWith(token), { secrets: ['just text'] });
    expect(kind.hint).toContain('a public key in PEM or as JSON Web Key is expected');
  });

  it.each([
    '',
    '.',
    '..',
    'a.b',
    'a.b.c.d',
    '{}',
    'e30.e30.',
    'eyJhbGciOjF9.e30.',
    `${'A'.repeat(99)}.é.x`,
  ])('is malformed or missing when it is %j', (token) => {
    const verdict = judged(judgeOf(), requestWith(token));
    expect(['failed', 'unsigned']).toContain(verdict.status);
    expect(verdict.reason).toMatch(/signature-(?:malformed|missing)/);
  });

  it('is unsigned without a token, and unchecked without a secret', async () => {
    expect(judged(judgeOf(), requestWith(null))).toMatchObject({ status: 'unsigned' });
    const token = await signed({});
    const verdict = judged(judgeOf(), requestWith(token), { secrets: [] });
    expect(verdict).toMatchObject({ status: 'unchecked', reason: 'no-secret' });
  });

  it('is refused when it declares something critical that nobody here knows', async () => {
    const header = Buffer.from('{"alg":"HS256","crit":["x"],"x":1}').toString('base64url');
    const [, claims, signature] = (await signed({})).split('.');
    const verdict = judged(judgeOf(), requestWith(`${header}.${claims}.${signature}`));
    expect(verdict.reason).toBe('signature-malformed');
  });
});

describe('the place of a token', () => {
  it('may have a word before it, in any case', async () => {
    const judge = judgeOf({ token: { in: 'header', name: 'X-Token', prefix: 'Bearer ' } });
    const token = await signed({});
    expect(judged(judge, requestWith(`Bearer ${token}`)).status).toBe('verified');
    expect(judged(judge, requestWith(`bearer ${token}`)).status).toBe('verified');
    const bare = judged(judge, requestWith(token));
    expect(detailOf(bare, 'well-formed')).toBe('does not begin with "Bearer"');
  });

  it('may be a header that a proxy doubled', async () => {
    const token = await signed({});
    expect(judged(judgeOf(), requestWith(`${token}, ${token}`)).status).toBe('verified');
  });

  it('may be the whole body, or a value of its JSON', async () => {
    const token = await signed({ type: 'x' });
    const whole = requestWith(null, { body: { kind: 'memory', bytes: Buffer.from(`${token}\n`) } });
    expect(judged(judgeOf({ token: { in: 'body' } }), whole).status).toBe('verified');
    const json = Buffer.from(JSON.stringify({ tokens: [token] }));
    const inside = requestWith(null, { body: { kind: 'memory', bytes: json } });
    const judge = judgeOf({ token: { in: 'json', path: '$.tokens[0]' } });
    expect(judged(judge, inside).status).toBe('verified');
  });
});

describe('the claims of a token', () => {
  it('must be what the provider writes', async () => {
    const judge = judgeOf({
      claims: { iss: ['acme', 'acme.example'], aud: '{url}', ok: true, gone: '' },
    });
    const url = 'https://x.example/hook?b=2&a=1';
    const right = { iss: 'acme', aud: url, ok: true };
    const verdict = judged(judge, requestWith(await signed(right)));
    expect(verdict.status).toBe('verified');
    expect(verdict.warnings.join(' ')).toContain('The claim gone is not compared');
    expect((await verdictOn(judge, { ...right, aud: ['y', url] })).status).toBe('verified');
    for (const wrong of [{ iss: 'other' }, { aud: 'https://x.example/hook' }, { ok: 'true' }]) {
      const { status, reason, hint } = await verdictOn(judge, { ...right, ...wrong });
      expect({ status, reason }).toEqual({ status: 'failed', reason: 'signature-mismatch' });
      expect(hint).toMatch(/^The token is genuine, but its claim (?:iss|aud|ok) is /);
    }
    expect((await verdictOn(judge, {})).hint).toContain('its claim iss is missing');
  });

  async function verdictOn(judge: Judge, claims: Record<string, unknown>): Promise<Verdict> {
    return judged(judge, requestWith(await signed(claims)));
  }

  it.each(['hex', 'base64'] as const)('hold the hash of the body in %s', async (encoding) => {
    const judge = judgeOf({ bodyHash: { claim: 'sha256', encoding } });
    const token = await signed({ sha256: createHash('sha256').update(BODY).digest(encoding) });
    expect(judged(judge, requestWith(token))).toMatchObject({ status: 'verified', warnings: [] });
    const other = requestWith(token, { body: { kind: 'memory', bytes: Buffer.from('{"a":2}') } });
    expect(judged(judge, other)).toMatchObject({ status: 'failed', reason: 'signature-mismatch' });
    expect(judged(judge, requestWith(await signed({}))).status).toBe('failed');
  });

  it('may leave the hash of no body away where the provider does', async () => {
    const empty: Partial<SignedRequest> = { body: { kind: 'memory', bytes: Buffer.alloc(0) } };
    const token = await signed({});
    const bodyHash = { claim: 'h', encoding: 'hex', optionalWhenEmpty: true } as const;
    expect(judged(judgeOf({ bodyHash }), requestWith(token, empty)).status).toBe('verified');
    expect(judged(judgeOf({ bodyHash }), requestWith(token)).status).toBe('failed');
  });

  it('hold the hash of the URL that was called', async () => {
    const judge = judgeOf({ urlHash: { claim: 'u', encoding: 'hex' } });
    const url = 'https://x.example/hook?b=2&a=1';
    const token = await signed({ u: createHash('sha256').update(url).digest('hex') });
    expect(judged(judge, requestWith(token)).status).toBe('verified');
    const elsewhere = judged(judge, requestWith(token, { publicOrigin: 'http://x.example' }));
    expect(elsewhere.hint).toContain('made for another URL than http://x.example/hook?b=2&a=1');
    const unknown = judged(judge, requestWith(token, { publicOrigin: null }));
    expect(unknown.hint).toContain('Set the public URL.');
  });

  it('say that nothing protects the body where nothing does', async () => {
    const { warnings } = await verdictOn(judgeOf(), {});
    expect(warnings.join(' ')).toContain('the body is not protected');
  });
});

describe('the times of a token', () => {
  const judge = judgeOf({ signedAt: { claim: 'iat', tolerance: 300 }, leeway: 5 });
  const on = async (claims: Record<string, unknown>, tolerance: Tolerance = null) =>
    judged(judge, requestWith(await signed({ iat: NOW, ...claims })), { tolerance });

  it('are good within what the provider allows', async () => {
    const verdict = await on({ nbf: NOW + 6, exp: NOW - 3 });
    expect([verdict.status, checksOf(verdict)]).toEqual([
      'verified',
      'header-present+ well-formed+ timestamp+ signature+',
    ]);
  });

  it.each([
    [{ iat: NOW - 400 }, 'timestamp-stale'],
    [{ iat: NOW + 400 }, 'timestamp-future'],
    [{ iat: 'x' }, 'timestamp-missing'],
    [{ exp: NOW - 60 }, 'timestamp-stale'],
    [{ nbf: NOW + 60 }, 'timestamp-future'],
    [{ exp: 'x' }, 'timestamp-malformed'],
    [{ exp: 1e300 }, 'timestamp-malformed'],
  ])('are told when they are off: %j', async (claims, reason) => {
    const verdict = await on(claims as Record<string, unknown>);
    expect(verdict).toMatchObject({ status: 'failed', reason });
    expect(verdict.hint).toContain('The signature itself is genuine.');
  });

  it('obey the tolerance of the endpoint, and do not count when it is off', async () => {
    expect((await on({ iat: NOW - 400, exp: NOW - 340 }, 600)).status).toBe('verified');
    expect((await on({ iat: NOW - 40 }, 10)).reason).toBe('timestamp-stale');
    expect((await on({ iat: 1, exp: 2 }, 'off')).status).toBe('verified');
  });
});
