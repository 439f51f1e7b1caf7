// Test keys: what an endpoint's own pair of keys signs is verified beside what the provider signs, and
// nothing is fetched for it.

import { describe, expect, it } from 'vitest';
import {
  interpret,
  type Sample,
  type SampleRequest,
  signSample,
} from '../../../../src/main/engine/verify/index.ts';
import {
  keyKindOf,
  newPrivateKey,
  publicPem,
} from '../../../../src/main/engine/verify/key-pair.ts';
import type { FindKeys, WantedKeys } from '../../../../src/main/engine/verify/keys/keys.ts';
import type { Secret } from '../../../../src/main/engine/verify/scheme.ts';
import type { TestKey } from '../../../../src/main/engine/verify/test-keys.ts';
import { NOON } from './judging.ts';

const url = { origin: 'https://shop.example', target: '/hooks' };
const PRIVATE = {
  rsa: await newPrivateKey('rsa'),
  ec: await newPrivateKey('ec'),
  ed25519: await newPrivateKey('ed25519'),
};
const KINDS = ['rsa', 'ec', 'ed25519'] as const;
const KEYS = KINDS.map((kind): TestKey => ({ kind, publicKey: publicPem(PRIVATE[kind]) }));
const OPTIONS: Record<string, Record<string, string>> = {
  'azure-event-grid': { audience: 'api://acme' },
  'microsoft-graph': { appId: 'app-1' },
  kinde: { domain: 'acme.kinde.com' },
};
let count = 0;

function sampleOf(provider: string, key: string, more: Partial<SampleRequest> = {}): Sample {
  const options = OPTIONS[provider] ?? {};
  const asked = { provider, options, secret: '', key, keyId: 'hookglass-test', url, at: NOON };
  const sample = signSample({ ...asked, newId: () => `id-${++count}`, ...more });
  if ('problem' in sample) throw new Error(sample.problem);
  return sample;
}

/** The verdict, and what was looked for on the way to it. */
function judged(provider: string, sample: Sample, testKeys: TestKey[], secrets: Secret[] = []) {
  const wanted: WantedKeys[] = [];
  const keys: FindKeys = (one) => {
    wanted.push(one);
    return { state: 'pending' };
  };
  const { verdict } = interpret(
    {
      ...{ method: 'POST', target: sample.target, headers: sample.headers, complete: true },
      ...{ publicOrigin: url.origin, body: { kind: 'memory', bytes: sample.body } },
    },
    {
      ...{ provider, providerOptions: OPTIONS[provider] ?? {}, toleranceSeconds: null },
      ...{ secrets, testKeys, keys },
    },
    NOON + 1000,
  );
  return { verdict, wanted };
}

const PROVIDERS = [
  ...(['aws-sns', 'paypal', 'google-pubsub', 'kinde', 'travis', 'wise', 'wix'] as const),
  ...(['paddle-classic', 'azure-event-grid', 'microsoft-graph', 'atlassian-connect'] as const),
].map((provider) => [provider, PRIVATE.rsa] as const);
const ALL = [
  ...PROVIDERS,
  ...([
    ['sendgrid', PRIVATE.ec],
    ['plaid', PRIVATE.ec],
    ['discord', PRIVATE.ed25519],
    ['telnyx', PRIVATE.ed25519],
    ['fal', PRIVATE.ed25519],
    ['standard-webhooks', PRIVATE.ed25519],
  ] as const),
];

/** Their tokens cover no byte of the body. */
const BODY_FREE = ['google-pubsub', 'azure-event-grid', 'microsoft-graph', 'atlassian-connect'];

describe.each(ALL)('an event of %s signed with the test key', (provider, key) => {
  it('is verified, says so, and nothing is fetched for it', () => {
    const { verdict, wanted } = judged(provider, sampleOf(provider, key), KEYS);
    expect(verdict).toMatchObject({ status: 'verified', secretLabel: 'test key', hint: null });
    expect(verdict.checks.at(-1)?.detail).toBe('matches the test key of this endpoint');
    expect(verdict.warnings[0]).toContain('Hookglass made it');
    expect(wanted).toEqual([]);
  });

  it('is not where the endpoint has no such key', async () => {
    const sample = sampleOf(provider, key);
    expect(judged(provider, sample, []).verdict.status).not.toBe('verified');
    const kind = KINDS.find((one) => PRIVATE[one] === key) ?? 'rsa';
    const other = { kind, publicKey: publicPem(await newPrivateKey(kind)) };
    expect(judged(provider, sample, [other]).verdict).toMatchObject({
      status: expect.not.stringMatching('verified'),
      secretLabel: null,
    });
  });

  it('is not when a byte that it covers was changed', () => {
    const sample = sampleOf(provider, key);
    const body = Buffer.from(sample.body);
    const at = body.indexOf('1');
    body[at] = 0x37;
    const { verdict } = judged(provider, { ...sample, body }, KEYS);
    expect(verdict.status === 'verified').toBe(BODY_FREE.includes(provider) || at === -1);
  });
});

it('a token that claims something else is the test key’s all the same: nothing is fetched', () => {
  const sample = sampleOf('google-pubsub', PRIVATE.rsa, {
    url: { origin: 'https://elsewhere.example', target: '/hooks' },
  });
  const { verdict, wanted } = judged('google-pubsub', sample, KEYS);
  expect(verdict).toMatchObject({ status: 'failed', secretLabel: 'test key' });
  expect(wanted).toEqual([]);
});

it('an old one is stale, and nothing is fetched', () => {
  const sample = sampleOf('fal', PRIVATE.ed25519, { at: NOON - 3_600_000 });
  const { verdict, wanted } = judged('fal', sample, KEYS);
  expect(verdict).toMatchObject({ reason: 'timestamp-stale', secretLabel: 'test key' });
  expect(wanted).toEqual([]);
});

it('the webhook ID of PayPal is signed as well, or the one of its simulator', () => {
  const own = [{ label: 'id', value: '8PT597110X687430LKGECATA' }];
  const other = [{ label: 'id', value: '1JE4291016473214C' }];
  const sample = sampleOf('paypal', PRIVATE.rsa, { secret: own[0]!.value });
  expect(judged('paypal', sample, KEYS, own).verdict).toMatchObject({ status: 'verified' });
  expect(judged('paypal', sample, KEYS, other).verdict.status).not.toBe('verified');
  expect(judged('paypal', sample, KEYS).verdict.status).not.toBe('verified');
  // Without a test key it is a request as any other: its certificate is PayPal's to give.
  expect(judged('paypal', sample, [], own).verdict.reason).toBe('key-untrusted');
});

it('what others sign is judged as if there were no test key', () => {
  const sample = sampleOf('aws-sns', PRIVATE.rsa);
  const json = JSON.parse(sample.body.toString());
  const forged = { ...json, Message: 'x', SigningCertURL: 'https://attacker.example/a.pem' };
  const { verdict, wanted } = judged(
    'aws-sns',
    { ...sample, body: Buffer.from(JSON.stringify(forged)) },
    KEYS,
  );
  expect(verdict).toMatchObject({ status: 'failed', reason: 'key-untrusted' });
  expect(wanted).toEqual([]);
  const genuine = { ...json, Signature: Buffer.alloc(256, 1).toString('base64') };
  const real = judged('aws-sns', { ...sample, body: Buffer.from(JSON.stringify(genuine)) }, KEYS);
  expect(real.verdict.reason).toBe('key-pending');
  expect(real.wanted).toHaveLength(1);
});

it('needs the option by which the provider signs with a key', () => {
  const request = { provider: 'microsoft-graph', options: {}, secret: '', key: PRIVATE.rsa, url };
  expect(signSample({ ...request, at: NOON, newId: () => 'x' })).toEqual({
    problem: expect.stringContaining('“Application ID”'),
  });
});

it('every rule with a key says of which kind', () => {
  expect(keyKindOf({ scheme: 'jwt', token: { in: 'body' }, algs: ['HS256', 'ES256'] })).toBe('ec');
  expect(keyKindOf({ scheme: 'jwt', token: { in: 'body' }, algs: ['HS256'] })).toBeNull();
});
