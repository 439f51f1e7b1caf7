// Doppler.

import type { ProviderEntry } from '../provider.ts';

export const doppler: ProviderEntry = {
  id: 'doppler',
  name: 'Doppler',
  category: 'code',
  docs: 'https://www.npmjs.com/package/@hookflo/tern',
  confidence: 'corroborated',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Doppler-Signature', style: 'plain', prefix: 'sha256=' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
};
