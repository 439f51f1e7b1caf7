// Sentry (integration platform).

import type { ProviderEntry } from '../provider.ts';
import { sentrySamples } from '../samples/sentry.ts';

export const sentry: ProviderEntry = {
  id: 'sentry',
  name: 'Sentry (integration platform)',
  sender: 'Sentry',
  category: 'code',
  docs: 'https://docs.sentry.io/organization/integrations/integration-platform/webhooks/',
  confidence: 'corroborated',
  secretHint: 'The integration Client Secret.',
  deadlineSeconds: 1,
  retries: 'No retry; timeouts over 1 s are dropped.',
  messageId: 'header:Request-ID',
  eventType: 'header:Sentry-Hook-Resource',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'Sentry-Hook-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: { from: 'header:Sentry-Hook-Timestamp', unit: 's', tolerance: null },
    },
  ],
  notes: [
    'Signed content is JSON.stringify of the body on the sender: equals the raw body when not reformatted.',
    'Event type is resource + "." + json action.',
  ],
  samples: sentrySamples,
};
