// Deliveries that providers or their own libraries have published with the secret that signed them.
// Adding a provider means adding its vector here.

import type { HeaderList } from '../../../../src/shared/headers.ts';
import { SPECIAL_VECTORS } from './vectors-special.ts';
import { TOKEN_VECTORS } from './vectors-tokens.ts';

export interface Vector {
  provider: string;
  /** Where it was published. */
  source: string;
  secret: string;
  /** Where it was sent to, where that is signed. */
  url?: string;
  headers: HeaderList;
  body: string;
  /** The time it was signed at, s since the epoch; null where the provider signs none. */
  signedAt: number | null;
}

export const VECTORS: readonly Vector[] = [
  {
    provider: 'bloock',
    source: 'bloock-sdk, webhook/signature.rs',
    secret: 'NHJTAE6ikKBccSaeCSBSWGdp7NmixXy7',
    headers: [
      [
        'Bloock-Signature',
        't=1672909660,v1=955e726c98d606ff5534d325f68854173411be61698ef7c5c466a5485f979a29',
      ],
    ],
    body: '{"webhook_id":"80b505b4-df81-48f4-92a6-69cbc1a114a0","request_id":"8d30ef45-69a3-4cdd-8457-8cad485848f2","type":"core.bloock_chain","created_at":1672909660,"data":{"created_at":1672909591,"finalized":true,"id":105122,"message_count":1,"network":{"anchor_id":105122,"created_at":1672909661,"name":"bloock_chain","status":"Confirmed","test":false,"tx_hash":"0x53d1c7c1ff8100b921ce0ef593c81ed4e5e50eff888b3bb5c69260c13f0b2f58"},"root":"fd71e7ac128ff2219853e43e4044769df36c5329ce34655b4c5d166d1564d5b7","test":false}}',
    signedAt: 1672909660,
  },
  {
    provider: 'standard-webhooks',
    source: 'standard-webhooks, libraries/javascript',
    secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    headers: [
      ['webhook-id', 'msg_p5jXN8AQM9LWM0D4loKWxJek'],
      ['webhook-timestamp', '1614265330'],
      ['webhook-signature', 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='],
    ],
    body: '{"test": 2432232314}',
    signedAt: 1614265330,
  },
  {
    provider: 'github',
    source: 'GitHub docs, Validating webhook deliveries',
    secret: "It's a Secret to Everybody",
    headers: [
      [
        'X-Hub-Signature-256',
        'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17',
      ],
    ],
    body: 'Hello, World!',
    signedAt: null,
  },
  {
    provider: 'github',
    source: 'octokit/webhooks-methods.js, test/verify.test.ts',
    secret: 'mysecret',
    headers: [
      [
        'X-Hub-Signature-256',
        'sha256=4864d2759938a15468b5df9ade20bf161da9b4f737ea61794142f3484236bda3',
      ],
    ],
    body: '{"foo":"bar"}',
    signedAt: null,
  },
  {
    provider: 'slack',
    source: 'Slack docs, Verifying requests from Slack',
    secret: '8f742231b10e8888abcd99yyyzzz85a5',
    headers: [
      ['X-Slack-Request-Timestamp', '1531420618'],
      ['X-Slack-Signature', 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503'],
    ],
    body: 'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c',
    signedAt: 1531420618,
  },
  {
    provider: 'shopify',
    source: 'shopify-app-js, webhooks/validate.test.ts',
    secret: 'test_secret_key',
    headers: [['X-Shopify-Hmac-Sha256', 'B23tXN681gZ0qIWNRrgtzBE9XSDo5yaUu6wfmhu3a7g=']],
    body: '{"foo": "bar"}',
    signedAt: null,
  },
  {
    provider: 'svix',
    source: 'svix-webhooks javascript/src/webhook.test.ts',
    secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    headers: [
      ['svix-id', 'msg_p5jXN8AQM9LWM0D4loKWxJek'],
      ['svix-timestamp', '1614265330'],
      ['svix-signature', 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='],
    ],
    body: '{"test": 2432232314}',
    signedAt: 1614265330,
  },
  {
    provider: 'bitbucket',
    source: 'Bitbucket Cloud docs, Secure webhooks (recalled; value re-computed)',
    secret: "It's a Secret to Everybody",
    headers: [
      [
        'X-Hub-Signature',
        'sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9',
      ],
    ],
    body: 'Hello World!',
    signedAt: null,
  },
  {
    provider: 'line',
    source: 'line-bot-sdk-nodejs test/validate-signature.spec.ts',
    secret: 'test_secret',
    headers: [['x-line-signature', 't7Hn4ZDHqs6e+wdvI5TyQIvzie0DmMUmuXEBqyyE/tM=']],
    body: '{"hello":"world"}',
    signedAt: null,
  },
  {
    provider: 'twilio',
    source: 'twilio-node spec/validation.spec.js',
    secret: '12345',
    url: 'https://mycompany.com/myapp.php?foo=1&bar=2',
    headers: [
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['X-Twilio-Signature', 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
    ],
    body: 'CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212',
    signedAt: null,
  },
  {
    provider: 'twilio',
    source: 'twilio-node spec/validation.spec.js',
    secret: '12345',
    url: 'https://mycompany.com/myapp.php?foo=1&bar=2&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620',
    headers: [
      ['Content-Type', 'application/json'],
      ['X-Twilio-Signature', 'a9nBmqA0ju/hNViExpshrM61xv4='],
    ],
    body: '{"property": "value", "boolean": true}',
    signedAt: null,
  },
  {
    provider: 'sendgrid',
    source: '@sendgrid/eventwebhook src/eventwebhook.spec.js',
    secret:
      'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==',
    headers: [
      [
        'X-Twilio-Email-Event-Webhook-Signature',
        'MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM=',
      ],
      ['X-Twilio-Email-Event-Webhook-Timestamp', '1600112502'],
    ],
    body: '[{"email":"hello@world.com","event":"dropped","reason":"Bounced Address","sg_event_id":"ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA","sg_message_id":"LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0","smtp-id":"<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>","timestamp":1600112492}]\r\n',
    signedAt: 1600112502,
  },
  {
    provider: 'paddle',
    source: 'paddle-node-sdk src/__tests__/notifications/webhooks-validator.node.test.ts',
    secret: 'VALID_SECRET',
    headers: [
      [
        'Paddle-Signature',
        'ts=1698796800;h1=a300428748dce5c70e4da19bffd60769591ea969c99dea3105d0ec9612cf43f9',
      ],
    ],
    body: '{"data": ["1", "2"]}',
    signedAt: 1698796800,
  },
  {
    provider: 'paddle',
    source: 'paddle-node-sdk webhooks-validator.node.test.ts',
    secret: 'VALID_SECRET',
    headers: [
      [
        'Paddle-Signature',
        'ts=1698796800;h1=28981e941fae76e53db32f3d2a83cb69db41476595e84e1970a1b5d98f62b261;h1=28981e941fae76e53db32f3d2a83cb69db41476595e84e1970a1b5d98f62b261;h2=RANDOM_HASH',
      ],
    ],
    body: '{"data": "value"}',
    signedAt: 1698796800,
  },
  {
    provider: 'square',
    source: 'square-nodejs-sdk tests/integration/webhooks.test.ts',
    secret: 'Ibxx_5AKakO-3qeNVR61Dw',
    url: 'https://webhook.site/679a4f3a-dcfa-49ee-bac5-9d0edad886b9',
    headers: [['x-square-hmacsha256-signature', 'GF4YkrJgGBDZ9NIYbNXBnMzqb2HoL4RW/S6vkZ9/2N4=']],
    body: '{"merchant_id":"MLEFBHHSJGVHD","type":"webhooks.test_notification","event_id":"ac3ac95b-f97d-458c-a6e6-18981597e05f","created_at":"2022-07-13T20:30:59.037339943Z","data":{"type":"webhooks","id":"bc368e64-01aa-407e-b46e-3231809b1129"}}',
    signedAt: null,
  },
  {
    provider: 'square',
    source: 'square-nodejs-sdk tests/integration/webhooks.test.ts',
    secret: 'signature-key',
    url: 'https://webhook.site/webhooks',
    headers: [['x-square-hmacsha256-signature', 'W3FlCNk5IA3ZQ2LHTWoajvzfaDu/OwY2tNHIHC3IUOA=']],
    body: '{"data":{"type":"webhooks","id":"fake_id"}}',
    signedAt: null,
  },
  {
    provider: 'razorpay',
    source: 'razorpay-node test/utils/razorpay-utils.spec.js',
    secret: '123456',
    headers: [
      ['X-Razorpay-Signature', '2fe04e22977002e6c7cb553adab8b460cb9e2a4970d5953cb27a8472752e3bbc'],
    ],
    body: '{"a":1,"b":2,"c":{"d":3}}',
    signedAt: null,
  },
  {
    provider: 'gocardless',
    source: 'gocardless-nodejs src/webhooks.test.ts + src/fixtures/webhook_body.json',
    secret: 'ED7D658C-D8EB-4941-948B-3973214F2D49',
    headers: [
      ['Webhook-Signature', '2693754819d3e32d7e8fcb13c729631f316c6de8dc1cf634d6527f1c07276e7e'],
    ],
    body: '{"events":[{"id":"EV00BD05S5VM2T","created_at":"2018-07-05T09:13:51.404Z","resource_type":"subscriptions","action":"created","links":{"subscription":"SB0003JJQ2MR06"},"details":{"origin":"api","cause":"subscription_created","description":"Subscription created via the API."},"metadata":{}},{"id":"EV00BD05TB8K63","created_at":"2018-07-05T09:13:56.893Z","resource_type":"mandates","action":"created","links":{"mandate":"MD000AMA19XGEC"},"details":{"origin":"api","cause":"mandate_created","description":"Mandate created via the API."},"metadata":{}}]}',
    signedAt: null,
  },
  {
    provider: 'coinbase-commerce',
    source: 'coinbase-commerce-node test/testWebhook.spec.js',
    secret: '30291a20-0bd1-4267-9b0f-e6e7b123c0bf',
    headers: [
      [
        'X-CC-Webhook-Signature',
        '8be7742c7d372f08a6a3224edadf18a22b65fa9e28f3f2de97376cdaa092590d',
      ],
    ],
    body: '{"id":1,"scheduled_for":"2017-01-31T20:50:02Z","attempt_number":1,"event":{"id":"24934862-d980-46cb-9402-43c81b0cdba6","type":"charge:created","api_version":"2018-03-22","created_at":"2017-01-31T20:49:02Z","data":{"code":"66BEOV2A","name":"The Sovereign Individual","description":"Mastering the Transition to the Information Age","hosted_url":"https://commerce.coinbase.com/charges/66BEOV2A","created_at":"2017-01-31T20:49:02Z","expires_at":"2017-01-31T21:04:02Z","timeline":[{"time":"2017-01-31T20:49:02Z","status":"NEW"}],"metadata":{},"pricing_type":"no_price","payments":[],"addresses":{"bitcoin":"0000000000000000000000000000000000","ethereum":"0x0000000000000000000000000000000000000000","litecoin":"3000000000000000000000000000000000","bitcoincash":"bitcoincash:000000000000000000000000000000000000000000"}}}}',
    signedAt: null,
  },
  {
    provider: 'sanity',
    source: 'sanity-io/webhook-toolkit test/signature.test.ts',
    secret: 'test',
    headers: [
      [
        'sanity-webhook-signature',
        't=1633519811129,v1=tLa470fx7qkLLEcMOcEUFuBbRSkGujyskxrNXcoh0N0',
      ],
    ],
    body: '{"_id":"resume"}',
    signedAt: 1633519811.129,
  },
  {
    provider: 'openai',
    source: 'openai-node tests/api-resources/webhooks.test.ts',
    secret: 'whsec_RdvaYFYUXuIFuEbvZHwMfYFhUf7aMYjYcmM24+Aj40c=',
    headers: [
      ['webhook-id', 'wh_685c059ae39c8190af8c71ed1022a24d'],
      ['webhook-timestamp', '1750861210'],
      ['webhook-signature', 'v1,gUAg4R2hWouRZqRQG4uJypNS8YK885G838+EHb4nKBY='],
    ],
    body: '{"id": "evt_685c059ae3a481909bdc86819b066fb6", "object": "event", "created_at": 1750861210, "type": "response.completed", "data": {"id": "resp_123"}}',
    signedAt: 1750861210,
  },
  ...SPECIAL_VECTORS,
  ...TOKEN_VECTORS,
];
