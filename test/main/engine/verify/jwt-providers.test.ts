// The providers that sign tokens with a secret or a key that the user enters, by tokens that jose makes
// as each of them describes.

import { createHash, createSecretKey, generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { requestHash } from '../../../../src/main/engine/verify/jwt-request-hash.ts';
import type { HeaderList } from '../../../../src/shared/headers.ts';
import { ARRIVAL, interpreted, type Message, NOON, verdictOf } from './judging.ts';

const SECRET = 'the secret of this endpoint';
const URL_CALLED = 'https://x.example/hook?b=2&a=1';
const NOW = NOON / 1000;
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const RSA_PEM = rsa.publicKey.export({ format: 'pem', type: 'spki' }).toString();
const EC_JWK = JSON.stringify({ key: { ...ec.publicKey.export({ format: 'jwk' }), kid: 'one' } });

const sha256 = (text: string, encoding: 'hex' | 'base64') =>
  createHash('sha256').update(text).digest(encoding);

function token(claims: Record<string, unknown>, secret = SECRET, alg = 'HS256'): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg }).sign(createSecretKey(Buffer.from(secret)));
}

interface Case {
  provider: string;
  options?: Record<string, string>;
  secret?: string;
  body: string;
  /** The header, or the whole body, for a body with this text. */
  make(body: string): Promise<{ headers: HeaderList; body?: string }>;
  /** What of the request the token says nothing of. */
  uncovered?: 'body';
  eventType?: string;
  messageId?: string;
}

const CASES: Case[] = [
  {
    provider: 'netlify',
    body: '{"id":"1","state":"ready"}',
    make: async (body) => ({
      headers: [
        ['X-Webhook-Signature', await token({ iss: 'netlify', sha256: sha256(body, 'hex') })],
      ],
    }),
    ...{ eventType: 'ready', messageId: '1.ready' },
  },
  {
    provider: 'vonage',
    body: '{"message_uuid":"u-1","status":"delivered"}',
    make: async (body) => ({
      headers: [
        [
          'Authorization',
          `Bearer ${await token({ iat: NOW, api_key: 'k', payload_hash: sha256(body, 'hex') })}`,
        ],
      ],
    }),
    ...{ eventType: 'delivered', messageId: 'u-1.delivered' },
  },
  {
    provider: 'messagebird',
    body: '{"id":"1"}',
    make: async (body) => ({
      headers: [
        [
          'MessageBird-Signature-JWT',
          await token(
            {
              ...{ iss: 'MessageBird', nbf: NOW, exp: NOW + 60, jti: 'jti-1' },
              ...{ url_hash: sha256(URL_CALLED, 'hex'), payload_hash: sha256(body, 'hex') },
            },
            SECRET,
            'HS384',
          ),
        ],
      ],
    }),
    messageId: 'jti-1',
  },
  {
    provider: 'plaid',
    secret: EC_JWK,
    body: '{\n  "webhook_type": "ITEM",\n  "webhook_code": "ERROR"\n}',
    make: async (body) => ({
      headers: [
        [
          'Plaid-Verification',
          await new SignJWT({ iat: NOW, request_body_sha256: sha256(body, 'hex') })
            .setProtectedHeader({ alg: 'ES256', kid: 'one', typ: 'JWT' })
            .sign(ec.privateKey),
        ],
      ],
    }),
    eventType: 'ITEM.ERROR',
  },
  {
    provider: 'wix',
    secret: RSA_PEM,
    body: '',
    async make() {
      const data = JSON.stringify({ id: 'event-1', slug: 'created' });
      const event = JSON.stringify({ data, instanceId: 'i', eventType: 'product_created' });
      const body = await new SignJWT({ data: event, iat: NOW, exp: NOW + 3600 })
        .setProtectedHeader({ alg: 'RS256' })
        .sign(rsa.privateKey);
      return { headers: [['Content-Type', 'text/plain']], body };
    },
    ...{ eventType: 'product_created', messageId: 'event-1' },
  },
  {
    provider: 'livekit',
    options: { apiKey: 'APIabc' },
    body: '{"event":"room_started","id":"EV_1"}',
    make: async (body) => ({
      headers: [
        [
          'Authorization',
          await token({
            ...{ iss: 'APIabc', nbf: NOW, exp: NOW + 300, sha256: sha256(body, 'base64') },
          }),
        ],
      ],
    }),
    ...{ eventType: 'room_started', messageId: 'EV_1' },
  },
  {
    provider: 'monday',
    body: '{"event":{"type":"create_pulse","triggerUuid":"t-1"}}',
    make: async () => ({
      headers: [['Authorization', await token({ aud: URL_CALLED, exp: NOW + 300 })]],
    }),
    ...{ uncovered: 'body', eventType: 'create_pulse', messageId: 't-1' },
  },
  {
    provider: 'atlassian-connect',
    options: { baseUrl: 'https://x.example' },
    body: '{"webhookEvent":"jira:issue_updated"}',
    make: async () => ({
      headers: [
        [
          'Authorization',
          `JWT ${await token({
            ...{ iss: 'client', iat: NOW, exp: NOW + 180 },
            qsh: requestHash('POST', '/hook?a=1&b=2', ''),
          })}`,
        ],
      ],
    }),
    ...{ uncovered: 'body', eventType: 'jira:issue_updated' },
  },
  {
    provider: 'fusionauth',
    body: '{"event":{"type":"user.create","id":"e-1"}}',
    make: async (body) => ({
      headers: [
        [
          'X-FusionAuth-Signature-JWT',
          await token({ request_body_sha256: sha256(body, 'base64') }, SECRET, 'HS512'),
        ],
      ],
    }),
    ...{ eventType: 'user.create', messageId: 'e-1' },
  },
  {
    provider: 'jira',
    body: '{"webhookEvent":"jira:issue_created"}',
    make: async () => ({ headers: [['Authorization', `Bearer ${await token({ iat: NOW })}`]] }),
    ...{ uncovered: 'body', eventType: 'jira:issue_created' },
  },
];

describe.each(CASES)('$provider', (each) => {
  const { provider, options = {}, secret = SECRET, eventType = null, messageId = null } = each;
  const setting = { provider, options, secrets: [secret], receivedAt: ARRIVAL };

  async function message(): Promise<Message & { body: string }> {
    return { url: URL_CALLED, body: each.body, ...(await each.make(each.body)) };
  }

  it('is verified, and its event and id are read', async () => {
    const { verdict, ...facts } = interpreted(await message(), setting);
    expect(verdict).toMatchObject({ status: 'verified', hint: null, secretLabel: 'current' });
    expect(facts).toMatchObject({ eventType, messageId });
  });

  it('is refused with another secret', async () => {
    const other = secret === SECRET ? 'another secret' : RSA_PEM.replace(/[a-z]/, 'A');
    const verdict = verdictOf(await message(), { ...setting, secrets: [other] });
    expect(verdict).toMatchObject({ status: 'failed', reason: 'signature-mismatch' });
  });

  it('is refused with another body, or says that the body is not protected', async () => {
    const { body, ...rest } = await message();
    const verdict = verdictOf({ ...rest, body: body.replace(/[a-z]/, '_') }, setting);
    if (each.uncovered === undefined) expect(verdict.status).not.toBe('verified');
    else expect(verdict.warnings.join(' ')).toContain('the body is not protected');
  });
});

it('is another URL that monday and Atlassian signed when the path differs', async () => {
  for (const provider of ['monday', 'atlassian-connect', 'messagebird']) {
    const each = CASES.find((one) => one.provider === provider);
    if (each === undefined) throw new Error(provider);
    const message = { body: each.body, ...(await each.make(each.body)) };
    const setting = { provider, options: each.options ?? {}, secrets: [SECRET] };
    const verdict = verdictOf({ url: 'https://x.example/other', ...message }, setting);
    expect(verdict).toMatchObject({ status: 'failed', reason: 'signature-mismatch' });
    expect(verdict.hint).toMatch(/^The token is genuine, but /);
  }
});

it('never takes a token of Microsoft for one that was made for this endpoint', async () => {
  const forged = await token({ aud: 'somebody else' });
  const headers: HeaderList = [['Authorization', `Bearer ${forged}`]];
  const azure = { provider: 'azure-event-grid', secrets: [SECRET] };
  const verdict = verdictOf({ headers, body: '[]' }, azure);
  expect(verdict).toMatchObject({ status: 'unsigned', reason: 'signature-missing' });
});
