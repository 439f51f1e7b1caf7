// Deliveries that providers or their own libraries have published with the secret that signed them.
// Adding a provider means adding its vector here.

import type { HeaderList } from '../../../../src/shared/headers.ts';

export interface Vector {
  provider: string;
  /** Where it was published. */
  source: string;
  secret: string;
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
];
