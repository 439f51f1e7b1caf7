// Deliveries of providers of blockchains.

import type { Vector } from './vector.ts';

export const WEB3_VECTORS: readonly Vector[] = [
  {
    provider: 'alchemy',
    made: 'by-hand',
    source: 'https://www.alchemy.com/docs/reference/notify-api-quickstart (recalled)',
    recipe: 'HMAC-SHA256 of the body, hex; key: the signing key as UTF-8, whsec_ included',
    secret: 'whsec_alchemy_signing_key',
    headers: [
      ['Content-Type', 'application/json'],
      ['X-Alchemy-Signature', '872ee7ea1418d9104b2f87c06454b08029b986d4109b8a0091f2401a94ec3d81'],
    ],
    body: '{"webhookId":"wh_v394g727u681i5rj","id":"whevt_13vxrot10y8omrdp","createdAt":"2026-03-04T12:00:00.000Z","type":"ADDRESS_ACTIVITY","event":{"network":"ETH_MAINNET"}}',
    signedAt: null,
    eventType: 'ADDRESS_ACTIVITY',
    messageId: 'whevt_13vxrot10y8omrdp',
  },
  {
    provider: 'helius',
    made: 'by-hand',
    source: 'https://www.helius.dev/docs/webhooks (recalled)',
    recipe: 'the header as it is',
    secret: 'helius-auth-header',
    headers: [
      ['Content-Type', 'application/json'],
      ['Authorization', 'helius-auth-header'],
    ],
    body: '[{"signature":"5yJz6e2k9","type":"NFT_SALE","timestamp":1772625600,"fee":5000}]',
    signedAt: null,
    eventType: 'NFT_SALE',
    messageId: '5yJz6e2k9',
  },
  {
    provider: 'moralis',
    made: 'by-hand',
    source: 'https://docs.moralis.com/streams/security-and-reliability/webhook-security',
    recipe: 'Keccak-256 of body and secret, hex, "0x" before it',
    secret: 'moralis-api-secret',
    headers: [
      ['Content-Type', 'application/json'],
      ['x-signature', '0xb5397571d31717424f7235c82f715d5ee6f5465255aa9209ebd00ed9c46e6833'],
    ],
    body: '{"confirmed":true,"chainId":"0x1","streamId":"c28d9e2e-ae9d-4fe6-9fc0-5fcde2dcdd17","tag":"demo","block":{"number":"15988462","hash":"0x3aa07bd98e328db97ec273ce06b3a15fc645931fbd26337fe20c29b274dc94b0"}}',
    signedAt: null,
    eventType: 'demo',
    messageId:
      '0x3aa07bd98e328db97ec273ce06b3a15fc645931fbd26337fe20c29b274dc94b0.c28d9e2e-ae9d-4fe6-9fc0-5fcde2dcdd17',
  },
  {
    provider: 'quicknode',
    made: 'by-hand',
    source:
      'https://www.quicknode.com/guides/quicknode-products/streams/validating-incoming-streams-webhook-messages',
    recipe: 'HMAC-SHA256 of nonce, timestamp and body, hex; key: the security token as UTF-8',
    secret: 'quicknode-security-token',
    headers: [
      ['Content-Type', 'application/json'],
      ['X-QN-Nonce', '0b3f9e2c'],
      ['X-QN-Timestamp', '1772625600'],
      ['X-QN-Signature', 'c63778c1cb9b4aa66fc75499767a84e550d064e54a4b0a95c8af479717dc36bd'],
    ],
    body: '{"data":[{"blockNumber":"0x1"}],"metadata":{"network":"ethereum-mainnet"}}',
    signedAt: 1772625600,
    eventType: null,
    messageId: '0b3f9e2c',
  },
];
