// HubSpot.

import type { ProviderEntry } from '../provider.ts';
import { hubspotSamples } from '../samples/hubspot.ts';

export const hubspot: ProviderEntry = {
  id: 'hubspot',
  name: 'HubSpot',
  category: 'crm',
  docs: 'https://developers.hubspot.com/docs/api/webhooks/validating-requests',
  confidence: 'source',
  secretHint: 'App client secret (UUID).',
  deadlineSeconds: 5,
  retries: 'Up to 10 retries over 24 h.',
  messageId: 'json:$[0].eventId',
  eventType: 'json:$[0].subscriptionType',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'X-HubSpot-Signature-v3', style: 'plain' },
      signedContent: '{method}{url}{body}{timestamp}',
      timestamp: { from: 'header:X-HubSpot-Request-Timestamp', unit: 'ms', tolerance: 300 },
    },
    {
      scheme: 'digest',
      hash: 'sha256',
      encoding: 'hex',
      signature: { in: 'header', name: 'X-HubSpot-Signature', style: 'plain' },
      signedContent: '{secret}{method}{url}{body}',
      timestamp: null,
      when: { 'header:X-HubSpot-Signature-Version': 'v2' },
    },
    {
      scheme: 'digest',
      hash: 'sha256',
      encoding: 'hex',
      signature: { in: 'header', name: 'X-HubSpot-Signature', style: 'plain' },
      signedContent: '{secret}{body}',
      timestamp: null,
      when: { 'header:X-HubSpot-Signature-Version': 'v1' },
    },
  ],
  notes: [
    'v1/v2 are plain SHA-256 with the secret prepended, not HMAC.',
    'v3 signs the public URL, with some of its %-escapes decoded.',
  ],
  samples: hubspotSamples,
};
