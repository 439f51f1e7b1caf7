// Signed requests as the providers send them, put together by hand from their documents with
// node:crypto alone. Nothing here uses the engine: what it makes is what the engine is tested with.

import { createHash, createHmac, randomUUID } from 'node:crypto';
import type { HeaderList } from '../../src/shared/headers.ts';

export interface SignedRequestOptions {
  secret: string;
  /** What the provider calls the event; each has a usual one. */
  eventType?: string;
  /** The exact body; by default a small one of the provider's own shape. */
  body?: Buffer | string;
  /** The time of signing, ms since the epoch; now by default. */
  at?: number;
}

export interface HandMadeRequest {
  method: string;
  headers: HeaderList;
  body: Buffer;
}

interface Recipe {
  /** A secret of the provider's form. */
  secret: string;
  eventType: string;
  body(eventType: string, seconds: number): unknown;
  headers(parts: { secret: string; body: Buffer; seconds: number; eventType: string }): HeaderList;
}

const hexHmac = (hash: string, key: string | Buffer, ...parts: (string | Buffer)[]): string =>
  digest(hash, key, 'hex', parts);

function digest(
  hash: string,
  key: string | Buffer,
  encoding: 'hex' | 'base64',
  parts: (string | Buffer)[],
): string {
  const hmac = createHmac(hash, key);
  for (const part of parts) hmac.update(part);
  return hmac.digest(encoding);
}

const json: HeaderList = [['Content-Type', 'application/json']];
const typeOf = (type: string, seconds: number) => ({
  id: `evt_${createHash('sha1').update(randomUUID()).digest('hex').slice(0, 10)}`,
  type,
  created: seconds,
  data: { certificateId: '507f1f77bcf86cd799439011' },
});

/** By provider id, straight from each provider's document. */
export const RECIPES: Readonly<Record<string, Recipe>> = {
  blockmark: {
    secret: 'bm-organisation-secret',
    eventType: 'issued_certificate.created',
    body: (event) =>
      event === 'endpoint.verify'
        ? { event, secret: 'abc123' }
        : { event, data: { slug: '2db008cf-1ce0-48d8-9b66-300423891fe5', status: 'Active' } },
    headers: ({ secret }) => [...json, ['X-Token', hexHmac('sha256', secret)]],
  },
  pocketbook: {
    secret: 'whsec_1234567890abcdef',
    eventType: 'certificate.minted',
    body: typeOf,
    headers({ secret, body, seconds }) {
      const v1 = hexHmac('sha256', secret, `${seconds}.`, body);
      return [...json, ['X-Webhook-Signature', `t=${seconds},v1=${v1}`]];
    },
  },
  bloock: {
    secret: 'NHJTAE6ikKBccSaeCSBSWGdp7NmixXy7',
    eventType: 'core.bloock_chain',
    body: (type, seconds) => ({
      webhook_id: randomUUID(),
      request_id: randomUUID(),
      type,
      created_at: seconds,
      data: { finalized: true, id: 105122 },
    }),
    headers({ secret, body, seconds }) {
      const v1 = hexHmac('sha256', secret, `${seconds}.`, body);
      return [...json, ['Bloock-Signature', `t=${seconds},v1=${v1}`]];
    },
  },
  licensechain: {
    secret: 'lc-custom-secret',
    eventType: 'license.created',
    body: (type, seconds) => ({
      id: randomUUID(),
      type,
      data: { id: 'license-id', licenseKey: 'ABC123', status: 'active' },
      timestamp: new Date(seconds * 1000).toISOString(),
      signature: 'hmac-sha256-signature',
    }),
    headers: ({ secret, body, seconds }) => [
      ...json,
      ['X-Webhook-Signature', hexHmac('sha256', secret, body)],
      ['X-Webhook-Timestamp', String(seconds)],
    ],
  },
  stripe: {
    secret: 'whsec_stripeEndpointSecret32characters',
    eventType: 'payment_intent.succeeded',
    body: (type, seconds) => ({ ...typeOf(type, seconds), object: 'event', livemode: false }),
    headers({ secret, body, seconds }) {
      const v1 = hexHmac('sha256', secret, `${seconds}.`, body);
      return [
        ['User-Agent', 'Stripe/1.0 (+https://stripe.com/docs/webhooks)'],
        ['Content-Type', 'application/json; charset=utf-8'],
        ['Stripe-Signature', `t=${seconds},v1=${v1}`],
      ];
    },
  },
  github: {
    secret: "It's a Secret to Everybody",
    eventType: 'push',
    body: () => ({ ref: 'refs/heads/main', repository: { full_name: 'octocat/Hello-World' } }),
    headers: ({ secret, body, eventType }) => [
      ['User-Agent', 'GitHub-Hookshot/044aadd'],
      ['X-GitHub-Delivery', randomUUID()],
      ['X-GitHub-Event', eventType],
      ...json,
      ['X-Hub-Signature', `sha1=${hexHmac('sha1', secret, body)}`],
      ['X-Hub-Signature-256', `sha256=${hexHmac('sha256', secret, body)}`],
    ],
  },
  slack: {
    secret: '8f742231b10e8888abcd99yyyzzz85a5',
    eventType: 'app_mention',
    body: (type) =>
      type === 'url_verification'
        ? { token: 'Jhj5dZrVaK7ZwHHjRyZWjbDl', challenge: '3eZbrw1aBm2rZgRNFdxV', type }
        : { type: 'event_callback', event_id: 'Ev08MFMKH6', event: { type, text: 'hello' } },
    headers({ secret, body, seconds }) {
      const signature = hexHmac('sha256', secret, `v0:${seconds}:`, body);
      return [
        ['User-Agent', 'Slackbot 1.0 (+https://api.slack.com/robots)'],
        ...json,
        ['X-Slack-Request-Timestamp', String(seconds)],
        ['X-Slack-Signature', `v0=${signature}`],
      ];
    },
  },
  shopify: {
    secret: 'shpss_apiSecretKey',
    eventType: 'orders/create',
    body: () => ({ id: 820982911946154, email: 'jon@example.com' }),
    headers: ({ secret, body, eventType }) => [
      ...json,
      ['X-Shopify-Topic', eventType],
      ['X-Shopify-Shop-Domain', 'example.myshopify.com'],
      ['X-Shopify-Webhook-Id', randomUUID()],
      ['X-Shopify-Hmac-Sha256', digest('sha256', secret, 'base64', [body])],
    ],
  },
  'standard-webhooks': {
    secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    eventType: 'contact.created',
    body: (type) => ({ type, timestamp: '2022-11-03T20:26:10.344522Z', data: { id: '1f81eb52' } }),
    headers({ secret, body, seconds }) {
      const id = `msg_${randomUUID()}`;
      const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
      const v1 = digest('sha256', key, 'base64', [`${id}.${seconds}.`, body]);
      return [
        ...json,
        ['webhook-id', id],
        ['webhook-timestamp', String(seconds)],
        ['webhook-signature', `v1,${v1}`],
      ];
    },
  },
  hmac: {
    secret: 'a shared secret',
    eventType: 'example.created',
    body: typeOf,
    headers: ({ secret, body }) => [...json, ['X-Signature', hexHmac('sha256', secret, body)]],
  },
};

/** Every provider id that there is a recipe for. */
export const PROVIDER_IDS: readonly string[] = Object.keys(RECIPES);

/** A secret of the form that the provider hands out. */
export function exampleSecret(provider: string): string {
  return recipeOf(provider).secret;
}

/** A request that the provider would send now, or at `at`. Throws for a provider without a recipe. */
export function signedRequest(provider: string, options: SignedRequestOptions): HandMadeRequest {
  const recipe = recipeOf(provider);
  const seconds = Math.floor((options.at ?? Date.now()) / 1000);
  const { secret, eventType = recipe.eventType } = options;
  const body = Buffer.from(options.body ?? JSON.stringify(recipe.body(eventType, seconds)));
  return { method: 'POST', headers: recipe.headers({ secret, body, seconds, eventType }), body };
}

function recipeOf(provider: string): Recipe {
  const recipe = RECIPES[provider];
  if (recipe === undefined) throw new Error(`there is no recipe for ${provider}`);
  return recipe;
}
