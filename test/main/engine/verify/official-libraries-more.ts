// More of the providers' own libraries: of those who sign the URL, some values, or claims of a token.

import { createHash, createSecretKey } from 'node:crypto';
import { createRequire } from 'node:module';
import { parse } from 'node:querystring';
import HmacValidator from '@adyen/api-library/lib/src/utils/hmacValidator.js';
import * as contentful from '@contentful/node-apps-toolkit';
import { AccessToken, WebhookReceiver } from 'livekit-server-sdk';
import twilio from 'twilio/lib/webhooks/webhooks.js';
import { CALLED_URL, type Library } from './official-libraries.ts';

interface MessageBird {
  verify(url: string, payload: Buffer, jwt: string, key: object): Promise<void>;
}

interface AdyenNotification {
  notificationItems: [{ NotificationRequestItem: AdyenItem }];
}

type AdyenItem = Parameters<InstanceType<typeof HmacValidator>['validateHMAC']>[0];

const require = createRequire(import.meta.url);
const messageBird = require('messagebird/lib/webhook-signature-jwt.js') as MessageBird;

const adyen = new HmacValidator();
const ADYEN_KEY = '44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056';
const adyenItem = (body: string) =>
  (JSON.parse(body) as AdyenNotification).notificationItems[0].NotificationRequestItem;

const LIVEKIT_KEY = 'APIkey';
const LIVEKIT_SECRET = 'a secret of LiveKit, of 32 bytes or more';
const CONTENTFUL_SECRET = 'c'.repeat(64);
const target = new URL(CALLED_URL).pathname + new URL(CALLED_URL).search;

const FORM = 'application/x-www-form-urlencoded';
const TWILIO_TOKEN = '12345678901234567890123456789012';

const twilioForms: Library = {
  ...{ npm: 'twilio', provider: 'twilio', secret: TWILIO_TOKEN, contentType: FORM },
  bodies: [
    'CallSid=CA1234&Digits=1234&From=%2B14158675310&To=%2B18005551212',
    'b=&a=2&a=1&a=2&Z=Zo%C3%AB+%E2%98%95',
  ],
  change: (body) => `${body}0`,
  verify: ({ url, body, headers }, token) =>
    twilio.validateRequest(token, headers['x-twilio-signature'] ?? '', url, parse(body)),
  sign(body) {
    const signature = twilio.getExpectedTwilioSignature(TWILIO_TOKEN, CALLED_URL, parse(body));
    return {
      headers: [
        ['X-Twilio-Signature', signature],
        ['Content-Type', FORM],
      ],
    };
  },
};

/** Of a body that is no form, Twilio signs the URL, and the URL has its hash. */
const twilioJson: Library = {
  ...{ npm: 'twilio', provider: 'twilio', secret: TWILIO_TOKEN, rule: 1 },
  verify: ({ url, body, headers }, token) =>
    twilio.validateRequestWithBody(token, headers['x-twilio-signature'] ?? '', url, body),
  sign(body) {
    const url = `${CALLED_URL}&bodySHA256=${twilio.getExpectedBodyHash(body)}`;
    const signature = twilio.getExpectedTwilioSignature(TWILIO_TOKEN, url, {});
    return { url, headers: [['X-Twilio-Signature', signature]] };
  },
};

const adyenItems: Library = {
  ...{ npm: '@adyen/api-library', provider: 'adyen', secret: ADYEN_KEY },
  bodies: [
    adyenBody({ eventCode: 'AUTHORISATION', merchantReference: 'Zoë ☕: 1' }),
    adyenBody({ eventCode: 'REFUND', merchantReference: '', originalReference: '8613' }),
  ],
  change: (body) => body.replace('"value":1130', '"value":1131'),
  verify: ({ body }, key) => adyen.validateHMAC(adyenItem(body), key),
  sign(body) {
    const json = JSON.parse(body) as AdyenNotification;
    const hmacSignature = adyen.calculateHmac(adyenItem(body), ADYEN_KEY);
    Object.assign(json.notificationItems[0].NotificationRequestItem, {
      additionalData: { hmacSignature },
    });
    return { body: JSON.stringify(json) };
  },
};

function adyenBody(more: object): string {
  const amount = { value: 1130, currency: 'EUR' };
  const item = { pspReference: '7914', merchantAccountCode: 'Shop', amount, success: 'true' };
  return JSON.stringify({ notificationItems: [{ NotificationRequestItem: { ...item, ...more } }] });
}

export const MORE_LIBRARIES: readonly Library[] = [
  twilioForms,
  twilioJson,
  adyenItems,
  {
    ...{ npm: '@adyen/api-library', provider: 'adyen-platform', secret: ADYEN_KEY },
    verify: ({ body, headers }, key) =>
      adyen.validateHMACSignature(key, headers.hmacsignature ?? '', body),
    sign: (body) => ({ headers: [['HmacSignature', adyen.calculateHmac(body, ADYEN_KEY)]] }),
  },
  {
    ...{ npm: 'livekit-server-sdk', provider: 'livekit', secret: LIVEKIT_SECRET },
    options: { apiKey: LIVEKIT_KEY },
    contentType: 'application/webhook+json',
    async verify({ body, headers }, secret) {
      await new WebhookReceiver(LIVEKIT_KEY, secret).receive(body, headers.authorization);
      return true;
    },
    async sign(body) {
      const token = new AccessToken(LIVEKIT_KEY, LIVEKIT_SECRET);
      token.sha256 = createHash('sha256').update(body).digest('base64');
      return { headers: [['Authorization', await token.toJwt()]] };
    },
  },
  {
    ...{ npm: 'messagebird', provider: 'messagebird', secret: 'the signing key of the account' },
    async verify({ url, body, headers }, secret) {
      const token = headers['messagebird-signature-jwt'] ?? '';
      await messageBird.verify(url, Buffer.from(body), token, createSecretKey(Buffer.from(secret)));
      return true;
    },
  },
  {
    ...{ npm: '@contentful/node-apps-toolkit', provider: 'contentful', secret: CONTENTFUL_SECRET },
    verify: ({ url, body, headers }, secret) => {
      const { pathname, search } = new URL(url);
      const request = { method: 'POST', path: pathname + search, headers, body } as const;
      return contentful.verifyRequest(secret, request);
    },
    sign(body, at) {
      const headers = { 'Content-Type': 'application/json', 'X-Contentful-Topic': 'Entry.save' };
      const request = { method: 'POST', path: target, headers: { ...headers }, body } as const;
      const signed = contentful.signRequest(CONTENTFUL_SECRET, request, at);
      return { headers: Object.entries({ ...headers, ...signed }) };
    },
  },
];
