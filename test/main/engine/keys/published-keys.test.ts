// Deliveries whose key is fetched, through a real engine: the providers' names lead to a server of the
// test's own, which speaks TLS; what they sign is signed for real.

import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { crc32 } from 'node:zlib';
import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { requestHash } from '../../../../src/main/engine/verify/jwt-request-hash.ts';
import type { Delivery } from '../../../../src/shared/model.ts';
import { type TestEngine, testEngine } from '../../../support/engine.ts';
import { tempDir } from '../../../support/temp-dir.ts';
import { providerServer } from '../handshakes/provider-server.ts';
import {
  EXPIRED_CERTIFICATE,
  FUTURE_CERTIFICATE,
  PAYPAL_CERTIFICATE as PAYPAL_PEM,
  RSA_CERTIFICATE,
  RSA_KEY,
} from './rsa-certificate.ts';

/** What a provider signs with. */
interface Keys {
  rsa: KeyObject;
  ed: KeyObject;
}

const ed = generateKeyPairSync('ed25519');
const OWN: Keys = { rsa: createPrivateKey(RSA_KEY), ed: ed.privateKey };
const OTHER: Keys = {
  rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
  ed: generateKeyPairSync('ed25519').privateKey,
};
const PUBLIC_RSA = createPublicKey(RSA_CERTIFICATE);
const jwks = (key: KeyObject) =>
  JSON.stringify({ keys: [{ ...key.export({ format: 'jwk' }), kid: 'one' }] });
const pem = (key: KeyObject) => key.export({ format: 'pem', type: 'spki' }).toString();

const SNS_CERTIFICATE = 'https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-1.pem';
const PAYPAL_CERTIFICATE = 'https://api.paypal.com/v1/notifications/certs/CERT-360caa42';
const JSON_TYPE = { 'Content-Type': 'application/json' };

interface Sent {
  headers: Record<string, string>;
  body: string;
}

interface Case {
  provider: string;
  options?: Record<string, string>;
  secret?: string;
  /** Where the key is, and what is there. */
  keyUrl: string;
  document: string;
  /** `url` is where it is sent to. */
  make(keys: Keys, url: string): Promise<Sent> | Sent;
}

const token = (key: KeyObject, claims: Record<string, unknown>) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: 'one' })
    .setIssuedAt()
    .setExpirationTime('1m')
    .sign(key);

function snsMessage(key: KeyObject, version: '1' | '2', signingUrl = SNS_CERTIFICATE): Sent {
  const message = {
    Type: 'Notification',
    MessageId: '22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324',
    TopicArn: 'arn:aws:sns:eu-west-1:123456789012:orders',
    Subject: 'Ünïcode',
    Message: '{"order":42}',
    Timestamp: new Date().toISOString(),
  };
  const { Message, MessageId, Subject, Timestamp, TopicArn, Type } = message;
  const signed = Object.entries({ Message, MessageId, Subject, Timestamp, TopicArn, Type })
    .map(([name, value]) => `${name}\n${value}\n`)
    .join('');
  const Signature = sign(version === '1' ? 'sha1' : 'sha256', Buffer.from(signed), key);
  return {
    headers: { 'Content-Type': 'text/plain', 'x-amz-sns-message-type': 'Notification' },
    body: JSON.stringify({
      ...message,
      ...{ SignatureVersion: version, Signature: Signature.toString('base64') },
      SigningCertURL: signingUrl,
    }),
  };
}

const CASES: Case[] = [
  {
    provider: 'paypal',
    secret: '8PT597110X687430LKGECATA',
    keyUrl: PAYPAL_CERTIFICATE,
    document: PAYPAL_PEM,
    make({ rsa }) {
      const body = '{"event_type":"PAYMENT.CAPTURE.COMPLETED"}';
      const time = new Date().toISOString();
      const content = `abc-1|${time}|8PT597110X687430LKGECATA|${crc32(body)}`;
      return {
        body,
        headers: {
          ...JSON_TYPE,
          'PAYPAL-TRANSMISSION-ID': 'abc-1',
          'PAYPAL-TRANSMISSION-TIME': time,
          'PAYPAL-CERT-URL': PAYPAL_CERTIFICATE,
          'PAYPAL-TRANSMISSION-SIG': sign('sha256', Buffer.from(content), rsa).toString('base64'),
        },
      };
    },
  },
  {
    ...{ provider: 'aws-sns', keyUrl: SNS_CERTIFICATE, document: RSA_CERTIFICATE },
    make: ({ rsa }) => snsMessage(rsa, '1'),
  },
  {
    ...{ provider: 'aws-sns', keyUrl: SNS_CERTIFICATE, document: RSA_CERTIFICATE },
    make: ({ rsa }) => snsMessage(rsa, '2'),
  },
  {
    provider: 'google-pubsub',
    options: { serviceAccount: 'push@acme.iam.gserviceaccount.com' },
    keyUrl: 'https://www.googleapis.com/oauth2/v3/certs',
    document: jwks(PUBLIC_RSA),
    make: async ({ rsa }, url) => ({
      headers: {
        ...JSON_TYPE,
        Authorization: `Bearer ${await token(rsa, {
          ...{ iss: 'https://accounts.google.com', aud: url, email_verified: true },
          email: 'push@acme.iam.gserviceaccount.com',
        })}`,
      },
      body: '{"message":{"messageId":"1","data":"e30="},"subscription":"projects/a/subscriptions/b"}',
    }),
  },
  {
    provider: 'kinde',
    options: { domain: 'acme.kinde.com' },
    keyUrl: 'https://acme.kinde.com/.well-known/jwks',
    document: jwks(PUBLIC_RSA),
    make: async ({ rsa }) => ({
      headers: { 'Content-Type': 'application/jwt' },
      body: await token(rsa, { type: 'user.created', event_id: 'event_1' }),
    }),
  },
  {
    provider: 'fusionauth',
    options: { jwksUrl: 'https://auth.acme.example/.well-known/jwks.json' },
    keyUrl: 'https://auth.acme.example/.well-known/jwks.json',
    document: jwks(PUBLIC_RSA),
    async make({ rsa }) {
      const body = '{"event":{"type":"user.create","id":"1"}}';
      const request_body_sha256 = createHash('sha256').update(body).digest('base64');
      const header = await token(rsa, { request_body_sha256 });
      return { headers: { ...JSON_TYPE, 'X-FusionAuth-Signature-JWT': header }, body };
    },
  },
  {
    provider: 'azure-event-grid',
    options: { audience: 'api://acme', tenant: 'acme' },
    keyUrl: 'https://login.microsoftonline.com/acme/discovery/v2.0/keys',
    document: jwks(PUBLIC_RSA),
    make: async ({ rsa }) => ({
      headers: { ...JSON_TYPE, Authorization: `Bearer ${await token(rsa, { aud: 'api://acme' })}` },
      body: '[{"id":"1","eventType":"Acme.Created","data":{}}]',
    }),
  },
  {
    provider: 'microsoft-graph',
    options: { appId: 'app-1' },
    keyUrl: 'https://login.microsoftonline.com/common/discovery/v2.0/keys',
    document: jwks(PUBLIC_RSA),
    make: async ({ rsa }) => ({
      headers: JSON_TYPE,
      body: JSON.stringify({
        value: [{ id: '1', changeType: 'created' }],
        validationTokens: [
          await token(rsa, { aud: 'app-1', azp: '0bf30f3b-4a52-48df-9a82-234910c4a086' }),
        ],
      }),
    }),
  },
  {
    provider: 'atlassian-connect',
    keyUrl: 'https://connect-install-keys.atlassian.com/one',
    document: pem(PUBLIC_RSA),
    async make({ rsa }, url) {
      const { origin, pathname } = new URL(url);
      const qsh = requestHash('POST', pathname, '/');
      const header = `JWT ${await token(rsa, { aud: [origin], qsh })}`;
      return {
        headers: { ...JSON_TYPE, Authorization: header },
        body: '{"eventType":"installed"}',
      };
    },
  },
  {
    provider: 'travis',
    keyUrl: 'https://api.travis-ci.com/config',
    document: JSON.stringify({
      config: { notifications: { webhook: { public_key: pem(PUBLIC_RSA) } } },
    }),
    make({ rsa }) {
      const payload = '{"id":1,"state":"passed","branch":"größe"}';
      const signature = sign('sha1', Buffer.from(payload), rsa).toString('base64');
      return {
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', Signature: signature },
        body: new URLSearchParams({ payload }).toString(),
      };
    },
  },
  {
    provider: 'fal',
    keyUrl: 'https://rest.fal.ai/.well-known/jwks.json',
    document: jwks(ed.publicKey),
    make(keys) {
      const body = '{"status":"OK"}';
      const time = String(Math.floor(Date.now() / 1000));
      const hash = createHash('sha256').update(body).digest('hex');
      const content = ['request-1', 'user-1', time, hash].join('\n');
      return {
        body,
        headers: {
          ...JSON_TYPE,
          'X-Fal-Webhook-Request-Id': 'request-1',
          'X-Fal-Webhook-User-Id': 'user-1',
          'X-Fal-Webhook-Timestamp': time,
          'X-Fal-Webhook-Signature': sign(null, Buffer.from(content), keys.ed).toString('hex'),
        },
      };
    },
  },
];

async function endpointFor(engine: TestEngine, { provider, options, secret }: Case) {
  await engine.call('endpoints.create', {
    ...{ name: provider, path: `/${provider}`, provider },
    ...(options && { providerOptions: options }),
    ...(secret !== undefined && { secrets: [{ label: 'current', value: secret }] }),
  });
  return `${engine.receiverUrl}/${provider}`;
}

const post = (url: string, { headers, body }: Sent) =>
  fetch(url, { method: 'POST', headers, body });

/** The next delivery whose verdict no longer waits for its key. */
async function nextJudged(engine: TestEngine): Promise<Delivery> {
  const id = await engine.event((event) => {
    if (event.type !== 'deliveries.changed') return undefined;
    return event.items.find(({ verdict }) => verdict.reason !== 'key-pending')?.id;
  });
  return engine.call('deliveries.get', { id });
}

const answering = (text: string) => providerServer((_, response) => void response.end(text));

describe.each(CASES)('$provider', (each) => {
  it('is verified once its key is there, and from then on at once', async () => {
    const { agent, asked } = await answering(each.document);
    const engine = await testEngine({ providerAgent: agent });
    const url = await endpointFor(engine, each);
    const judged = nextJudged(engine);
    expect((await post(url, await each.make(OWN, url))).status).toBe(200);
    const { verdict } = await judged;
    expect(verdict).toMatchObject({ status: 'verified', reason: null, hint: null });
    expect(asked).toEqual([`GET ${each.keyUrl}`]);

    await post(url, await each.make(OWN, url));
    expect((await engine.delivery(1)).verdict).toMatchObject({ status: 'verified' });
    await post(url, await each.make(OTHER, url));
    expect((await engine.delivery(2)).verdict).toMatchObject({
      ...{ status: 'failed', reason: 'signature-mismatch' },
    });
    expect(asked).toHaveLength(1);
  });
});

const SNS = CASES.find(({ provider }) => provider === 'aws-sns') as Case;
const PAYPAL = CASES.find(({ provider }) => provider === 'paypal') as Case;
const KINDE = CASES.find(({ provider }) => provider === 'kinde') as Case;

describe('a key that is somewhere else', () => {
  it('is not fetched: the request is refused', async () => {
    const { agent, asked } = await answering(SNS.document);
    const engine = await testEngine({ providerAgent: agent });
    const url = await endpointFor(engine, SNS);
    await post(url, snsMessage(OWN.rsa, '2', 'https://attacker.example/a.pem'));
    const { id } = await engine.delivery(0);
    const { verdict } = await engine.call('deliveries.get', { id });
    expect(verdict).toMatchObject({ status: 'failed', reason: 'key-untrusted', findings: [] });
    expect(verdict.hint).toContain('names "https://attacker.example/a.pem"');
    expect(asked).toEqual([]);
  });
});

describe('a certificate that must not be trusted', () => {
  const judged = async (each: Case, document: string) => {
    const { agent } = await answering(document);
    const engine = await testEngine({ providerAgent: agent });
    const url = await endpointFor(engine, each);
    const verdict = nextJudged(engine);
    await post(url, await each.make(OWN, url));
    return (await verdict).verdict;
  };

  it.each([
    ['had expired', EXPIRED_CERTIFICATE, 'expired on 2021-01-01 UTC'],
    ['is not valid yet', FUTURE_CERTIFICATE, 'not valid before 2125-01-01 UTC'],
  ])('is refused when it %s at the receipt, with a check that says so', async (_, pem, detail) => {
    const verdict = await judged(SNS, pem);
    expect(verdict).toMatchObject({ status: 'failed', reason: 'key-expired', findings: [] });
    expect(verdict.checks.at(-1)).toEqual({ name: 'certificate', ok: false, detail });
    expect(verdict.hint).toContain(detail.slice(-14));
  });

  it('is refused when it is about somebody else, where the provider says whom', async () => {
    const verdict = await judged(PAYPAL, RSA_CERTIFICATE);
    expect(verdict).toMatchObject({ status: 'failed', reason: 'key-untrusted' });
    expect(verdict.checks.at(-1)).toMatchObject({
      ...{ name: 'certificate', ok: false, detail: 'is about "webhooks.example"' },
    });
  });
});

describe('a key that does not come', () => {
  it('leaves the delivery unchecked, with the reason, and is tried again when it is opened', async () => {
    const answers = [404];
    const { agent, asked } = await providerServer((_, response) => {
      response.writeHead(answers.shift() ?? 200).end(SNS.document);
    });
    const engine = await testEngine({ providerAgent: agent });
    const url = await endpointFor(engine, SNS);
    const judged = nextJudged(engine);
    await post(url, snsMessage(OWN.rsa, '2'));
    const { id, verdict } = await judged;
    expect(verdict).toMatchObject({ status: 'unchecked', reason: 'key-unavailable' });
    expect(verdict.hint).toContain('from sns.eu-west-1.amazonaws.com: the answer was 404.');
    // Another run of the engine knows of no failure.
    await engine.stop();
    const again = await testEngine({ providerAgent: agent, dataDir: engine.dataDir });
    const later = nextJudged(again);
    const opened = await again.call('deliveries.get', { id });
    expect(opened.verdict.reason).toBe('key-pending');
    expect((await later).verdict.status).toBe('verified');
    expect(asked).toHaveLength(2);
  });

  it('does not keep the provider waiting for its answer', async () => {
    let arrive = (_: () => void) => {};
    const arrived = new Promise<() => void>((resolve) => {
      arrive = resolve;
    });
    const { agent } = await providerServer((_, response) => {
      arrive(() => void response.end(KINDE.document));
    });
    const engine = await testEngine({ providerAgent: agent });
    const url = await endpointFor(engine, KINDE);
    const judged = nextJudged(engine);
    expect((await post(url, await KINDE.make(OWN, url))).status).toBe(200);
    const { verdict } = await engine.delivery(0);
    expect(verdict).toMatchObject({ status: 'unchecked', reason: 'key-pending' });
    const release = await arrived;
    release();
    expect((await judged).verdict.status).toBe('verified');
  });
});

describe('a request that only the call to verify has', () => {
  it('is judged with the key, which is fetched before it is answered', async () => {
    const { agent, asked } = await answering(SNS.document);
    const engine = await testEngine({ providerAgent: agent });
    const { headers, body } = snsMessage(OWN.rsa, '2');
    const verdict = await engine.call('verify', {
      ...{ provider: 'aws-sns', secrets: [], method: 'POST', url: 'https://x.example/' },
      headers: Object.entries(headers),
      bodyBase64: Buffer.from(body).toString('base64'),
    });
    expect(verdict).toMatchObject({ status: 'verified' });
    expect(asked).toEqual([`GET ${SNS_CERTIFICATE}`]);
  });
});

describe('a delivery that was left without its verdict', () => {
  it('gets one when it is opened, and is not held up when Hookglass stops', async () => {
    const dataDir = tempDir();
    const silent = await providerServer(() => {});
    const engine = await testEngine({ providerAgent: silent.agent, dataDir });
    const url = await endpointFor(engine, KINDE);
    await post(url, await KINDE.make(OWN, url));
    const { id } = await engine.delivery(0);
    await engine.stop();
    const { agent } = await answering(KINDE.document);
    const again = await testEngine({ providerAgent: agent, dataDir });
    const judged = nextJudged(again);
    await again.call('deliveries.get', { id });
    expect(await judged).toMatchObject({ id, verdict: { status: 'verified' } });
  });
});
