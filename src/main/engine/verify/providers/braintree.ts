// Braintree: a form of two fields, the payload in base64 and its signatures.

import type { HmacRule, ProviderEntry } from '../provider.ts';
import { braintreeSamples } from '../samples/braintree.ts';

export const braintree: ProviderEntry = {
  id: 'braintree',
  name: 'Braintree',
  category: 'payments',
  docs: 'https://www.npmjs.com/package/braintree',
  confidence: 'source',
  secretHint: 'The private key of the API key pair.',
  deadlineSeconds: 30,
  retries: 'Retried hourly for up to 24 h in production.',
  rules: [signedBy('{form:bt_payload}'), signedBy('{form:bt_payload}\n')],
  handshake: {
    when: { method: 'GET', has: { 'query:bt_challenge': true } },
    signs: {
      of: 'query:bt_challenge',
      like: /^[a-f0-9]{20,32}$/,
      hash: 'sha1',
      encoding: 'hex',
      key: 'sha1-of-utf8',
    },
    respond: { status: 200, body: { text: '{option:publicKey}|{signature}' } },
  },
  clues: [
    { at: 'form:bt_signature', points: 3, says: 'a form field bt_signature' },
    { at: 'query:bt_challenge', points: 3, says: 'a query parameter bt_challenge' },
  ],
  options: [
    {
      key: 'publicKey',
      label: 'Public key',
      help: 'The public key of the pair. It stands before the signature of what is sent from here; what comes in may have any.',
      default: 'public_key',
    },
  ],
  notes: [
    'The key is the SHA-1 of the private key.',
    'The payload is XML in base64; its last line break is signed, and some frameworks cut it off.',
  ],
  samples: braintreeSamples,
};

function signedBy(signedContent: string): HmacRule {
  return {
    scheme: 'hmac',
    hash: 'sha1',
    encoding: 'hex',
    key: 'sha1-of-utf8',
    signature: {
      ...{ in: 'form', name: 'bt_signature', style: 'list', separator: '&' },
      ...{ prefix: '{option:publicKey}|', anyUpTo: '|' },
    },
    ...{ signedContent, timestamp: null },
  };
}
