// Cross-checks against the providers' own libraries: what they sign we verify, what we sign they
// verify, and what they refuse we refuse.

import { sign, verify } from '@octokit/webhooks-methods';
import { Webhook } from 'standardwebhooks';
import Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { compileProvider } from '../../../../src/main/engine/verify/compile.ts';
import { type Sample, signSample } from '../../../../src/main/engine/verify/index.ts';
import { findProvider } from '../../../../src/main/engine/verify/providers.ts';
import type { HeaderList } from '../../../../src/shared/headers.ts';
import { getHeader } from '../../../../src/shared/headers.ts';
import { verdictOf } from './judging.ts';
import { braintreeGateway } from './official-libraries.ts';

const { webhooks } = Stripe;
/** The libraries look at the clock themselves. */
const now = () => Date.now();

/** Bodies that a careless path would not survive: beyond ASCII, white space at the end, empty parts. */
const BODIES = [
  '{"id":"evt_1","type":"x"}',
  '{\n  "name": "Zoë ☕ 漢字",\n  "e": ""\n}\n',
  '[]',
  '{"a":"\\u0000"} ',
];

function ours(provider: string, secret: string): Sample {
  let count = 0;
  const sample = signSample({
    provider,
    options: {},
    secret,
    at: now(),
    newId: () => `id-${++count}`,
  });
  if ('problem' in sample) throw new Error(sample.problem);
  return sample;
}

describe('stripe', () => {
  const secret = 'whsec_1w9x4RqXkKq3bQ5Y0hZ8nUuW7dJtVgLs';

  it.each(BODIES)('signs what we verify: %j', (payload) => {
    const timestamp = Math.floor(now() / 1000);
    const header = webhooks.generateTestHeaderString({ payload, secret, timestamp });
    const message = { headers: [['Stripe-Signature', header] as [string, string]], body: payload };
    const setting = { provider: 'stripe', secrets: [secret], receivedAt: now() };
    expect(verdictOf(message, setting).status).toBe('verified');
    expect(verdictOf({ ...message, body: `${payload}.` }, setting).status).toBe('failed');
  });

  it('verifies what we sign', () => {
    const { body, headers, eventType } = ours('stripe', secret);
    const header = getHeader(headers, 'stripe-signature')!;
    const event = webhooks.constructEvent(body, header, secret);
    expect(event.type).toBe(eventType);
    expect(() => webhooks.constructEvent(body, header, `${secret}x`)).toThrow(/No signatures/);
  });

  it('agrees on which age is too old', () => {
    const payload = '{"id":"evt_1"}';
    const timestamp = 1_700_000_000;
    const header = webhooks.generateTestHeaderString({ payload, secret, timestamp });
    for (const late of [0, 299, 300, 300.999, 301, 302, 100_000]) {
      const receivedAt = (timestamp + late) * 1000;
      const verdict = verdictOf(
        { headers: [['Stripe-Signature', header]], body: payload },
        { provider: 'stripe', secrets: [secret], receivedAt },
      );
      const theirs = () =>
        webhooks.constructEvent(payload, header, secret, 300, undefined, receivedAt);
      if (verdict.status === 'verified') expect(theirs).not.toThrow();
      else expect(theirs).toThrow(/tolerance/);
    }
  });

  it('agrees that one of several signatures is enough', () => {
    const payload = '{"id":"evt_1"}';
    const timestamp = Math.floor(now() / 1000);
    const of = (key: string) =>
      webhooks.generateTestHeaderString({ payload, secret: key, timestamp }).split(',')[1];
    const header = `t=${timestamp},${of('whsec_old')},${of(secret)},v0=${'0'.repeat(64)}`;
    expect(() => webhooks.constructEvent(payload, header, secret)).not.toThrow();
    const message = { headers: [['Stripe-Signature', header] as [string, string]], body: payload };
    const setting = { provider: 'stripe', secrets: [secret], receivedAt: now() };
    expect(verdictOf(message, setting).status).toBe('verified');
  });

  it('agrees that a v0 signature proves nothing', () => {
    const payload = '{"id":"evt_1"}';
    const header = webhooks
      .generateTestHeaderString({ payload, secret, timestamp: Math.floor(now() / 1000) })
      .replace('v1=', 'v0=');
    expect(() => webhooks.constructEvent(payload, header, secret)).toThrow(/expected scheme/);
    const message = { headers: [['Stripe-Signature', header] as [string, string]], body: payload };
    const setting = { provider: 'stripe', secrets: [secret], receivedAt: now() };
    expect(verdictOf(message, setting).reason).toBe('signature-malformed');
  });
});

describe('standardwebhooks', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const library = new Webhook(secret);

  it.each(BODIES)('signs what we verify: %j', (payload) => {
    const id = 'msg_2KWPBgLlAfxdpx2AI54pPJ85f4W';
    const at = new Date();
    const headers: [string, string][] = [
      ['webhook-id', id],
      ['webhook-timestamp', String(Math.floor(at.getTime() / 1000))],
      ['webhook-signature', library.sign(id, at, payload)],
    ];
    const setting = { secrets: [secret], provider: 'standard-webhooks', receivedAt: now() };
    expect(verdictOf({ headers, body: payload }, setting).status).toBe('verified');
    const renamed = headers.map(([name, value]): [string, string] => [
      name,
      value.replace('msg_', 'msg-'),
    ]);
    expect(verdictOf({ headers: renamed, body: payload }, setting).reason).toBe(
      'signature-mismatch',
    );
  });

  it('verifies what we sign, with and without the prefix of the secret', () => {
    for (const form of [secret, secret.slice('whsec_'.length)]) {
      const { body, headers, eventType } = ours('standard-webhooks', form);
      const event = library.verify(body.toString(), Object.fromEntries(headers));
      expect(event).toMatchObject({ type: eventType });
      expect(() => library.verify(`${body} `, Object.fromEntries(headers))).toThrow(/matching/);
    }
  });

  it('agrees that each of the three headers is needed', () => {
    const { body, headers } = ours('standard-webhooks', secret);
    const setting = { secrets: [secret], provider: 'standard-webhooks', receivedAt: now() };
    const reasons = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => {
      const rest = headers.filter(([other]) => other !== name);
      expect(() => library.verify(body.toString(), Object.fromEntries(rest))).toThrow(/Missing/);
      return verdictOf({ headers: rest, body }, setting).reason;
    });
    expect(reasons).toEqual(['signature-malformed', 'timestamp-missing', 'signature-missing']);
  });
});

describe('@octokit/webhooks-methods', () => {
  const secret = 'my webhook secret';

  it.each(BODIES)('signs what we verify: %j', async (payload) => {
    const headers: [string, string][] = [['X-Hub-Signature-256', await sign(secret, payload)]];
    const setting = { provider: 'github', secrets: [secret] };
    expect(verdictOf({ headers, body: payload }, setting).status).toBe('verified');
    expect(verdictOf({ headers, body: `${payload}\n` }, setting).status).toBe('failed');
  });

  it('verifies what we sign', async () => {
    const { body, headers } = ours('github', secret);
    const signature = getHeader(headers, 'x-hub-signature-256')!;
    await expect(verify(secret, body.toString(), signature)).resolves.toBe(true);
    await expect(verify('another', body.toString(), signature)).resolves.toBe(false);
  });
});

describe('braintree', () => {
  const keys = { publicKey: 'the_public_key', privateKey: 'the private key' };
  const { webhookTesting, webhookNotification } = braintreeGateway(keys);
  const FORM: HeaderList = [['Content-Type', 'application/x-www-form-urlencoded']];
  const bodyOf = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
  const setting = { provider: 'braintree', secrets: [keys.privateKey] };

  it('signs what we verify, also when a framework cuts off its last line break', () => {
    const { bt_signature, bt_payload } = webhookTesting.sampleNotification('check', 'id');
    for (const payload of [bt_payload, bt_payload.trimEnd()]) {
      const body = bodyOf({ bt_signature, bt_payload: payload });
      expect(verdictOf({ headers: FORM, body }, setting).status).toBe('verified');
      const changed = bodyOf({ bt_signature, bt_payload: `A${payload.slice(1)}` });
      expect(verdictOf({ headers: FORM, body: changed }, setting).status).toBe('failed');
    }
  });

  it('verifies what we sign', async () => {
    const { bt_payload } = webhookTesting.sampleNotification('check', 'id');
    const provider = findProvider('braintree');
    const judges = provider && compileProvider(provider, { publicKey: keys.publicKey }).judges;
    if (judges === null || 'problem' in judges) throw new Error('no judges');
    const bytes = Buffer.from(bodyOf({ bt_payload }));
    const signed = judges[0].sign({
      request: { method: 'POST', target: '/', headers: FORM, body: { kind: 'memory', bytes } },
      ...{ secret: keys.privateKey, at: now(), messageId: 'msg_1' },
    });
    if ('problem' in signed) throw new Error(signed.problem);
    const fields = new URLSearchParams((signed.body as { bytes: Buffer }).bytes.toString());
    const signature = fields.get('bt_signature') ?? '';
    const { kind } = await webhookNotification.parse(signature, fields.get('bt_payload') ?? '');
    expect(kind).toBe('check');
    await expect(webhookNotification.parse(signature, `A${bt_payload}`)).rejects.toThrow();
  });
});

/** Made with openssl by the providers' documents: a library that reads them otherwise refuses these. */
describe('correctly signed deliveries that another library refuses', () => {
  const body =
    '{"id":"evt_abc123","type":"deployment.created","createdAt":1700000000000,"region":"sfo1","payload":{"name":"Zoë ☕"}}';

  it('are verified of Vercel, which signs with SHA-1', () => {
    const headers: HeaderList = [
      ['x-vercel-signature', '43863728f04524274d6a75346509cae82d86ca30'],
    ];
    const setting = { provider: 'vercel', secrets: ['vercel integration secret'] };
    expect(verdictOf({ headers, body }, setting).status).toBe('verified');
    expect(verdictOf({ headers, body: `${body} ` }, setting).status).toBe('failed');
  });

  it('are verified of Sanity, which counts milliseconds and writes base64url without padding', () => {
    const written = 't=1700000000123,v1=tQbemVH1DvT-fRkLEJk2VcPyib4OsdA4loVEjR-bmHs';
    const headers: HeaderList = [['sanity-webhook-signature', written]];
    const setting = {
      ...{ provider: 'sanity', secrets: ['sanity secret'] },
      receivedAt: 1_700_000_000_500,
    };
    expect(verdictOf({ headers, body }, setting).status).toBe('verified');
    expect(verdictOf({ headers, body: `${body} ` }, setting).status).toBe('failed');
  });
});
