// The providers' own libraries, made alike: what each makes of a request. They are of the providers'
// making and know nothing of us.

import { createRequire } from 'node:module';
import EasyPost from '@easypost/api';
import { generateWebhookSignature, verifyWebhookSignature } from '@hygraph/utils';
import { validateSignature } from '@line/bot-sdk';
import { LinearWebhookClient } from '@linear/sdk/webhooks';
import Mux from '@mux/mux-node';
import * as notion from '@notionhq/client';
import { Environment, Paddle } from '@paddle/paddle-node-sdk';
import * as sanity from '@sanity/webhook';
import { EventWebhook } from '@sendgrid/eventwebhook';
import { isValidSlackRequest } from '@slack/bolt/dist/receivers/verify-request.js';
import { WorkOS } from '@workos-inc/node';
import { verifyKey } from 'discord-interactions';
import OpenAI from 'openai';
import Pusher from 'pusher';
import Razorpay from 'razorpay';
import { validateWebhook } from 'replicate';
import Retell from 'retell-sdk';
import { Webhook as SvixWebhook } from 'svix';
import type { HeaderList } from '../../../../src/shared/headers.ts';

/** What every request of these tests calls: a path, and a query with something to encode. */
export const CALLED_URL = 'https://hooks.example/hook?a=1&b=x%20y';

export interface Message {
  url: string;
  headers: HeaderList;
  body: string;
}

export interface Received {
  url: string;
  body: string;
  /** The values of the headers by their lower-cased names. */
  headers: Record<string, string>;
}

export interface Library {
  npm: string;
  provider: string;
  secret: string;
  /** True, or false or an exception. */
  verify(received: Received, secret: string): unknown;
  /** What signing such a body changes of a request to {@link CALLED_URL}, for those that can sign. */
  sign?(body: string, at: number): Partial<Message> | Promise<Partial<Message>>;
  options?: Record<string, string>;
  /** Which of the provider's rules; the first when absent. */
  rule?: number;
  contentType?: string;
  /** Bodies of its kind, where it cannot judge just any. */
  bodies?: readonly [string, ...string[]];
  /** Another body of that kind, which the signature does not cover. */
  change?(body: string): string;
  /** Those that can only judge what JSON.parse makes of a body have no use for others. */
  compactJsonOnly?: boolean;
}

interface GoCardlessWebhooks {
  parse(body: string, secret: string, signature: string | undefined): unknown;
}

interface BraintreeGateway {
  webhookTesting: {
    sampleNotification(kind: string, id: string): { bt_signature: string; bt_payload: string };
  };
  webhookNotification: { parse(signature: string, payload: string): Promise<{ kind: string }> };
}

interface Braintree {
  BraintreeGateway: new (config: object) => BraintreeGateway;
  Environment: { Sandbox: object };
}

const require = createRequire(import.meta.url);
const goCardless = require('gocardless-nodejs/webhooks') as GoCardlessWebhooks;

const braintree = require('braintree') as Braintree;

/** Braintree's is asked in its own way: what it signs is a form. */
export function braintreeGateway(keys: { publicKey: string; privateKey: string }) {
  const environment = braintree.Environment.Sandbox;
  return new braintree.BraintreeGateway({ environment, merchantId: 'merchant', ...keys });
}

const WEBHOOK_SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const BARE_SECRET = 'a webhook secret of 32 characters';

export const LIBRARIES: readonly Library[] = [
  {
    ...{ npm: 'svix', provider: 'svix', secret: WEBHOOK_SECRET },
    verify: ({ body, headers }, secret) => new SvixWebhook(secret).verify(body, headers) !== null,
    sign: (body, at) => ({
      headers: [
        ['svix-id', 'msg_1'],
        ['svix-timestamp', String(Math.floor(at / 1000))],
        ['svix-signature', new SvixWebhook(WEBHOOK_SECRET).sign('msg_1', new Date(at), body)],
      ],
    }),
  },
  {
    ...{ npm: 'replicate', provider: 'replicate', secret: WEBHOOK_SECRET },
    verify: ({ body, headers }, secret) =>
      validateWebhook({
        ...{ id: headers['webhook-id'] ?? '', timestamp: headers['webhook-timestamp'] ?? '' },
        ...{ body, secret, signature: headers['webhook-signature'] ?? '' },
      }),
  },
  {
    ...{ npm: '@paddle/paddle-node-sdk', provider: 'paddle', secret: 'pdl_ntfset_01_secret' },
    verify: ({ body, headers }, secret) =>
      new Paddle('key', { environment: Environment.sandbox }).webhooks.isSignatureValid(
        ...[body, secret, headers['paddle-signature'] ?? ''],
      ),
  },
  {
    ...{ npm: 'razorpay', provider: 'razorpay', secret: BARE_SECRET },
    verify: ({ body, headers }, secret) =>
      Razorpay.validateWebhookSignature(body, headers['x-razorpay-signature'] ?? '', secret),
  },
  {
    ...{ npm: '@workos-inc/node', provider: 'workos', secret: BARE_SECRET },
    compactJsonOnly: true,
    verify: ({ body, headers }, secret) =>
      new WorkOS('sk_test').webhooks.verifyHeader({
        ...{ payload: JSON.parse(body), sigHeader: headers['workos-signature'] ?? '', secret },
      }),
    async sign(body, at) {
      const { webhooks } = new WorkOS('sk_test');
      const signature = await webhooks.computeSignature(at, JSON.parse(body), BARE_SECRET);
      return { headers: [['WorkOS-Signature', `t=${at}, v1=${signature}`]] };
    },
  },
  {
    ...{ npm: '@mux/mux-node', provider: 'mux', secret: BARE_SECRET },
    async verify({ body, headers }, secret) {
      const mux = new Mux({ tokenId: 'id', tokenSecret: 'secret' });
      await mux.webhooks.verifySignature(body, headers, secret);
      return true;
    },
  },
  {
    ...{ npm: '@linear/sdk', provider: 'linear', secret: 'lin_wh_secret' },
    verify: ({ body, headers }, secret) =>
      new LinearWebhookClient(secret).verify(
        ...[Buffer.from(body), headers['linear-signature'] ?? ''],
      ),
  },
  {
    ...{ npm: '@sanity/webhook', provider: 'sanity', secret: BARE_SECRET },
    verify: ({ body, headers }, secret) =>
      sanity.isValidSignature(body, headers[sanity.SIGNATURE_HEADER_NAME] ?? '', secret),
    async sign(body, at) {
      const header = await sanity.encodeSignatureHeader(body, at, BARE_SECRET);
      return { headers: [[sanity.SIGNATURE_HEADER_NAME, header]] };
    },
  },
  {
    ...{ npm: '@hygraph/utils', provider: 'hygraph', secret: BARE_SECRET },
    verify: ({ body: rawPayload, headers }, secret) =>
      verifyWebhookSignature({
        ...{ body: {}, rawPayload, secret, signature: headers['gcms-signature'] ?? '' },
      }),
    sign(rawPayload) {
      const signature = generateWebhookSignature({ body: {}, rawPayload, secret: BARE_SECRET });
      return { headers: [['gcms-signature', signature]] };
    },
  },
  {
    ...{ npm: 'gocardless-nodejs', provider: 'gocardless', secret: BARE_SECRET },
    verify: ({ body, headers }, secret) =>
      Array.isArray(goCardless.parse(body, secret, headers['webhook-signature'])),
  },
  {
    ...{ npm: '@notionhq/client', provider: 'notion', secret: 'secret_verification_token' },
    verify: ({ body, headers }, verificationToken) =>
      notion.verifyWebhookSignature({
        ...{ body, signature: headers['x-notion-signature'] ?? '', verificationToken },
      }),
    async sign(body) {
      const verificationToken = 'secret_verification_token';
      const signature = await notion.signWebhookPayload({ body, verificationToken });
      return { headers: [['X-Notion-Signature', signature]] };
    },
  },
  {
    ...{ npm: 'pusher', provider: 'pusher', secret: BARE_SECRET },
    verify({ body: rawBody, headers }, secret) {
      const pusher = new Pusher({
        ...{ appId: '1', cluster: 'eu', key: headers['x-pusher-key'] ?? '', secret },
      });
      return pusher.webhook({ rawBody, headers }).isValid();
    },
  },
  {
    ...{ npm: '@easypost/api', provider: 'easypost', secret: 'sécret ﬁ' },
    verify: ({ body, headers }, secret) =>
      new EasyPost('key').Utils.validateWebhook(Buffer.from(body), headers, secret) !== null,
  },
  {
    ...{ npm: 'openai', provider: 'openai', secret: WEBHOOK_SECRET },
    async verify({ body, headers }, secret) {
      await new OpenAI({ apiKey: 'key' }).webhooks.verifySignature(body, headers, secret);
      return true;
    },
  },
  {
    ...{ npm: '@line/bot-sdk', provider: 'line', secret: '8c570fa6dd201bb328f1c1eac23a96d8' },
    verify: ({ body, headers }, secret) =>
      validateSignature(body, secret, headers['x-line-signature'] ?? ''),
  },
  {
    ...{ npm: '@slack/bolt', provider: 'slack', secret: '8f742231b10e8888abcd99yyyzzz85a5' },
    verify: ({ body, headers }, signingSecret) =>
      isValidSlackRequest({
        ...{ body, signingSecret },
        headers: {
          'x-slack-signature': headers['x-slack-signature'] ?? '',
          'x-slack-request-timestamp': Number(headers['x-slack-request-timestamp']),
        },
      }),
  },
  {
    ...{ npm: 'retell-sdk', provider: 'retell', secret: 'key_0123456789abcdef' },
    verify: ({ body, headers }, secret) =>
      Retell.verify(body, secret, headers['x-retell-signature'] ?? ''),
    async sign(body) {
      const signature = await Retell.sign(body, 'key_0123456789abcdef');
      return { headers: [['X-Retell-Signature', signature]] };
    },
  },
];

/** Those who sign with a private key, and are given the public one. */
export const PUBLIC_KEY_LIBRARIES: readonly Omit<Library, 'secret' | 'sign'>[] = [
  {
    ...{ npm: '@sendgrid/eventwebhook', provider: 'sendgrid' },
    verify({ body, headers }, secret) {
      const library = new EventWebhook();
      return library.verifySignature(
        ...[library.convertPublicKeyToECDSA(secret), body],
        headers['x-twilio-email-event-webhook-signature'] ?? '',
        headers['x-twilio-email-event-webhook-timestamp'] ?? '',
      );
    },
  },
  {
    ...{ npm: 'discord-interactions', provider: 'discord' },
    verify: ({ body, headers }, secret) =>
      verifyKey(
        ...[body, headers['x-signature-ed25519'] ?? '', headers['x-signature-timestamp'] ?? ''],
        secret,
      ),
  },
];
