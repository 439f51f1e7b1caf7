// Deliveries of providers that sign in ways of their own: published, or signed by the provider's own
// library, or computed by hand from its document in another language.

import type { HeaderList } from '../../../../src/shared/headers.ts';
import type { Vector } from './vectors/vector.ts';

const FORM: HeaderList = [['Content-Type', 'application/x-www-form-urlencoded']];
const PLIVO = { provider: 'plivo', secret: 'MA_auth_token', signedAt: null };
const PLIVO_NONCE: [string, string] = ['X-Plivo-Signature-V3-Nonce', '05429567804466091622'];
const WECOM_MESSAGE =
  'RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==';

export const SPECIAL_VECTORS: readonly Vector[] = [
  {
    ...{ ...PLIVO, source: 'signed for npm plivo 4.79.0, which accepts it' },
    made: 'sdk',
    url: 'https://example.com/hook?b=2&a=1',
    headers: [
      ...FORM,
      PLIVO_NONCE,
      ['X-Plivo-Signature-V3', 'bm9uc2Vuc2U=,TESYC706r3GOTaedyfttCtCppm+AZlDkKlARsFnnd9c='],
    ],
    body: 'To=15550001111&From=15550002222&Text=Zoe+and+a%20b',
    eventType: null,
    messageId: null,
  },
  {
    ...{ ...PLIVO, source: 'signed for npm plivo 4.79.0, which accepts it; no form' },
    made: 'sdk',
    url: 'https://example.com/hook?b=2&a=1',
    headers: [
      PLIVO_NONCE,
      ['X-Plivo-Signature-V3', '/rS5ZblIVK86ZTgvnIQ+RebGcjCacnmJ7RVgJ4l9Pxo='],
    ],
    body: '',
    eventType: null,
    messageId: null,
  },
  {
    ...{ ...PLIVO, source: 'signed for npm plivo 4.79.0, which accepts it; no query' },
    made: 'sdk',
    url: 'https://example.com/hook',
    headers: [
      ...FORM,
      PLIVO_NONCE,
      ['X-Plivo-Signature-V3', 'myV3NLeYT+hWN/YdAfXcqNf9zvQg+zK522b+3uwmIzs='],
    ],
    body: 'From=1',
    eventType: null,
    messageId: null,
  },
  {
    provider: 'contentful',
    made: 'sdk',
    source: 'signed by npm @contentful/node-apps-toolkit 3.16.1',
    secret: '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
    url: 'https://example.com/hook/a%20b?x=1&y=2',
    headers: [
      ['Content-Type', 'application/json'],
      ['X-Contentful-Topic', 'ContentManagement.Entry.publish'],
      [
        'x-contentful-signature',
        'efc06c1fdece1b224fde13ee1b5506cff9edebad671925f6fa3c4dcef9a9f15e',
      ],
      [
        'x-contentful-signed-headers',
        'content-type,x-contentful-signed-headers,x-contentful-timestamp,x-contentful-topic',
      ],
      ['x-contentful-timestamp', '1772625600000'],
    ],
    body: '{"sys":{"id":"abc"},"name":"Zoë"}',
    signedAt: 1772625600,
    eventType: 'ContentManagement.Entry.publish',
    messageId: 'abc.1772625600000',
  },
  {
    provider: 'adyen',
    made: 'sdk',
    source: 'adyen-node-api-library, hmacValidator.spec.ts, signed by npm @adyen/api-library',
    secret: '44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056',
    headers: [['Content-Type', 'application/json']],
    body: '{"live":"false","notificationItems":[{"NotificationRequestItem":{"pspReference":"7914073381342284","merchantAccountCode":"TestMerchant","merchantReference":"TestPayment-1407325143704","amount":{"value":1130,"currency":"EUR"},"eventCode":"AUTHORISATION","success":"true","additionalData":{"hmacSignature":"coqCmt/IZ4E3CzPvMY8zTjQVL5hYJUiBRg8UU+iCWo0="}}}]}',
    signedAt: null,
    eventType: 'AUTHORISATION',
    messageId: '7914073381342284.AUTHORISATION',
  },
  {
    provider: 'wecom',
    made: 'published',
    source: "WeCom docs, the receiving server's example",
    secret: 'QDG6eK',
    encryptionKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
    url: 'https://example.com/hook?msg_signature=477715d11cdb4164915debcba66cb864d751f3e6&timestamp=1409659813&nonce=1372623149',
    headers: [['Content-Type', 'text/xml']],
    body: `<xml><ToUserName><![CDATA[wx5823bf96d3bd56c7]]></ToUserName><Encrypt><![CDATA[${WECOM_MESSAGE}]]></Encrypt><AgentID><![CDATA[218]]></AgentID></xml>`,
    signedAt: 1409659813,
    eventType: 'text',
    messageId: '4561255354251345929',
  },
  {
    provider: 'wecom',
    made: 'published',
    source: "WeCom docs, the receiving server's example of checking a URL",
    secret: 'QDG6eK',
    url: 'https://example.com/hook?msg_signature=5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3&timestamp=1409659589&nonce=263014780&echostr=P9nAzCzyDtyTWESHep1vC5X9xho%2FqYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp%2B4RPcs8TgAE7OaBO%2BFZXvnaqQ%3D%3D',
    headers: [],
    body: '',
    signedAt: 1409659589,
    eventType: null,
    messageId: null,
  },
  {
    provider: 'moralis',
    made: 'by-hand',
    source: 'by hand, in Python, from the Moralis docs',
    recipe: 'Keccak-256 of body and secret, hex, "0x" before it',
    secret: 'moralis secret',
    headers: [
      ['x-signature', '0x8b03d1018078a5d661919bd3767a55216e4d212481f0f004677e3fe4332968b5'],
    ],
    body: '{"confirmed":true,"tag":"demo"}',
    signedAt: null,
    eventType: 'demo',
    messageId: null,
  },
  {
    provider: 'docusign',
    made: 'by-hand',
    source: 'by hand, in Python, from the DocuSign docs',
    recipe:
      'HMAC-SHA256 of the body, base64, one header a key; key: the key as UTF-8, although it looks like base64',
    secret: 'ctN0HbJyBvKc9Z1JkS0q2w==',
    headers: [
      ['X-DocuSign-Signature-1', 'bmV3IGtleSwgbmV3IGtleSwgbmV3IGtleSwgbmV3IGs='],
      ['X-DocuSign-Signature-2', 'zyZeiLJR465o0rsvBWzm+4nfLzZaomv+OTgFmk16hnI='],
    ],
    body: '{"event":"envelope-completed","data":{"envelopeId":"e1"}}',
    signedAt: null,
    eventType: 'envelope-completed',
    messageId: 'e1.envelope-completed',
  },
  {
    provider: 'worldpay',
    made: 'by-hand',
    source: 'by hand, in Python, from the Worldpay docs',
    recipe:
      'HMAC-SHA256 of the body, hex, behind key id and hash, several joined by commas; key: the secret as UTF-8',
    secret: 'worldpay secret',
    headers: [
      [
        'Event-Signature',
        `7/SHA256/${'0'.repeat(64)},8/SHA256/05a310253f36d2cb9e2ecf4f62dc241a40122af067ad8325371c2a7b2fd25c63`,
      ],
    ],
    body: '{"eventId":"1","eventDetails":{"type":"sentForAuthorization"}}',
    signedAt: null,
    eventType: 'sentForAuthorization',
    messageId: '1',
  },
  {
    provider: 'coinbase-cdp',
    made: 'by-hand',
    source: 'by hand, in Python, from the Coinbase Developer Platform docs',
    recipe:
      "HMAC-SHA256 of timestamp, the header names in h, those headers' values and the body, all joined by dots, hex, as v1; key: the secret as UTF-8",
    secret: 'secret of the subscription',
    headers: [
      ['Content-Type', 'application/json'],
      ['X-Event-Id', 'evt_1'],
      [
        'X-Hook0-Signature',
        't=1772625600,v0=00,h=content-type x-event-id,v1=aadaf7078a28dc2e7609c1e29d413649884951f4923588a3176a4b04f79f3659',
      ],
    ],
    body: '{"eventType":"onramp.transaction.success"}',
    signedAt: 1772625600,
    eventType: 'onramp.transaction.success',
    messageId: 'evt_1',
  },
  {
    provider: 'mollie',
    made: 'by-hand',
    source: 'by hand, in Python, from the SignatureValidator of mollie-api-php',
    recipe: 'HMAC-SHA256 of the body, hex; key: the secret as UTF-8; "sha256=" before it',
    secret: 'mollie secret',
    headers: [
      [
        'X-Mollie-Signature',
        'sha256=5efd6fcf39c4b22ff40f09bbb73f8ea83f395a93e770d5a7da12fe01204dcf95',
      ],
    ],
    body: '{"resource":"event","id":"event_1","type":"payment-link.paid"}',
    signedAt: null,
    eventType: 'payment-link.paid',
    messageId: 'event_1',
  },
  {
    provider: 'flutterwave',
    made: 'by-hand',
    source: 'by hand, in Python, from the Flutterwave docs',
    recipe: 'HMAC-SHA256 of the body, base64; key: the secret as UTF-8',
    secret: 'flutterwave secret',
    headers: [['flutterwave-signature', 'Y0sGSWLu1wQl3BFphVs57qJ+KEaWVWuCTbCmbJ/iATw=']],
    body: '{"id":"wbk_1","type":"charge.completed"}',
    signedAt: null,
    eventType: 'charge.completed',
    messageId: 'wbk_1',
  },
];
