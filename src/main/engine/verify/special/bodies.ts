// Bodies as they are signed by those who sign some values of them, or their text in another wrapping.

import { bodyChunks, bodySize } from '../../body.ts';
import { encryptedText } from '../decrypt.ts';
import type { JsonPath, RequestView } from '../view.ts';
import { bytesOf, type SpecialPart } from './part.ts';

const ITEM: JsonPath = ['notificationItems', 0, 'NotificationRequestItem'];
const SIGNED_VALUES: readonly JsonPath[] = [
  ['pspReference'],
  ['originalReference'],
  ['merchantAccountCode'],
  ['merchantReference'],
  ['amount', 'value'],
  ['amount', 'currency'],
  ['eventCode'],
  ['success'],
];

/**
 * Adyen (https://docs.adyen.com/development-resources/webhooks/secure-webhooks/verify-hmac-signatures):
 * eight values of the notification, joined by colons; what is absent is empty. JSON deliveries hold
 * one item: of several only the first would be judged, so there is none then.
 */
export const adyenItem: SpecialPart = {
  words: 'single notification item',
  covers: ['body'],
  wants: {},
  read(request) {
    if (request.jsonAt(['notificationItems', 1]) !== undefined) return null;
    if (typeof request.jsonAt(ITEM) !== 'object') return null;
    const values = SIGNED_VALUES.map((path) => textAt(request, path));
    return values.includes(null) ? null : bytesOf(values.join(':'));
  },
};

/** Null for what is neither a single value nor absent. */
function textAt(request: RequestView, path: JsonPath): string | null {
  const value = request.jsonAt([...ITEM, ...path]) ?? '';
  return typeof value === 'object' ? null : String(value);
}

/** Hygraph (npm @hygraph/utils): the text of the body, as a string in JSON. */
export const bodyAsJsonText: SpecialPart = {
  words: 'body',
  covers: ['body'],
  wants: {},
  isAlwaysThere: true,
  read({ body }) {
    const chunks = Array.from(bodyChunks(body), (chunk) => Buffer.from(chunk));
    return bytesOf(JSON.stringify(Buffer.concat(chunks).toString()));
  },
};

/**
 * WeCom (https://developer.work.weixin.qq.com/document/path/90930): the token, the time, the nonce
 * and the encrypted message, put in order as texts and joined. When a URL is checked, the message is
 * in the query.
 */
export const wecomSorted: SpecialPart = {
  words: 'encrypted message, timestamp and nonce',
  covers: ['body', 'timestamp', 'secret'],
  wants: { 'query:nonce': '1372623149' },
  read(request, { timestamp, secret }) {
    const nonce = request.queryParam('nonce');
    const encrypted = messageText(request);
    if (timestamp === null || nonce === null || encrypted === null) return null;
    return bytesOf([secret, timestamp, nonce, encrypted].sort().join(''));
  },
};

function messageText(request: RequestView): string | null {
  if (bodySize(request.body) === 0) return request.queryParam('echostr');
  return encryptedText('wecom', request);
}
