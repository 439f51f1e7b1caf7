// FusionAuth.

import type { ProviderEntry } from '../provider.ts';

export const fusionauth: ProviderEntry = {
  id: 'fusionauth',
  name: 'FusionAuth',
  category: 'identity',
  docs: 'https://fusionauth.io/docs/extend/events-and-webhooks/signing',
  confidence: 'documented',
  secretHint: 'The secret of the signing key, where it is an HMAC key; or a public key in PEM.',
  messageId: 'json:$.event.id',
  eventType: 'json:$.event.type',
  rules: [
    {
      scheme: 'jwt',
      token: { in: 'header', name: 'X-FusionAuth-Signature-JWT' },
      algs: ['HS256', 'HS384', 'HS512', 'RS256', 'ES256', 'EdDSA'],
      keysAt: { url: '{option:jwksUrl}', as: 'jwks' },
      bodyHash: { claim: 'request_body_sha256', encoding: 'base64' },
    },
  ],
  options: [
    {
      key: 'jwksUrl',
      label: 'URL of the public keys',
      help: 'For keys that are not HMAC: the /.well-known/jwks.json of your FusionAuth.',
      default: '',
    },
  ],
};
