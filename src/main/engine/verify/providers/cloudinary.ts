// Cloudinary.

import type { ProviderEntry } from '../provider.ts';

export const cloudinary: ProviderEntry = {
  id: 'cloudinary',
  name: 'Cloudinary',
  category: 'media',
  docs: 'https://cloudinary.com/documentation/notification_signatures',
  confidence: 'documented',
  retries: '3 retries.',
  messageId: 'json:$.request_id|json:$.asset_id',
  eventType: 'json:$.notification_type',
  rules: [
    {
      scheme: 'digest',
      hash: 'sha1',
      encoding: 'hex',
      signature: { in: 'header', name: 'X-Cld-Signature', style: 'plain' },
      signedContent: '{body}{timestamp}{secret}',
      timestamp: { from: 'header:X-Cld-Timestamp', unit: 's', tolerance: 7200 },
    },
    {
      scheme: 'digest',
      hash: 'sha256',
      encoding: 'hex',
      signature: { in: 'header', name: 'X-Cld-Signature', style: 'plain' },
      signedContent: '{body}{header:X-Cld-Timestamp}{secret}',
      timestamp: null,
    },
  ],
  notes: ['Plain hash, secret appended.', 'SDK default validity 7200 s.'],
};
