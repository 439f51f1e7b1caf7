// incident.io.

import type { ProviderEntry } from '../provider.ts';

export const incidentIo: ProviderEntry = {
  id: 'incident-io',
  name: 'incident.io',
  category: 'operations',
  docs: null,
  confidence: 'corroborated',
  secretHint: 'Whsec_<base64>.',
  messageId: 'header:webhook-id',
  eventType: 'json:$.event_type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'base64-after-prefix:whsec_',
      signature: {
        in: 'header',
        name: 'webhook-signature',
        style: 'list',
        separator: ' ',
        prefix: 'v1,',
      },
      signedContent: '{id}.{timestamp}.{body}',
      timestamp: { from: 'header:webhook-timestamp', unit: 's', tolerance: 300 },
    },
  ],
};
