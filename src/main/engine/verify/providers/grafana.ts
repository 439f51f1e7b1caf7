// Grafana Alerting.

import type { ProviderEntry } from '../provider.ts';

export const grafana: ProviderEntry = {
  id: 'grafana',
  name: 'Grafana Alerting',
  category: 'operations',
  docs: 'https://grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/webhook-notifier/',
  confidence: 'corroborated',
  messageId: 'json:$.groupKey+json:$.status+json:$.alerts[0].startsAt',
  eventType: 'json:$.status',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Grafana-Alerting-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Grafana-Alerting-Signature', style: 'plain' },
      signedContent: '{header:X-Grafana-Alerting-Timestamp}:{body}',
      timestamp: { from: 'header:X-Grafana-Alerting-Timestamp', unit: 's', tolerance: null },
    },
    {
      scheme: 'basic-auth',
    },
    {
      scheme: 'token',
      token: { in: 'header', name: 'Authorization', prefix: 'Bearer ' },
    },
  ],
  notes: [
    'Grafana 12+; header names are configurable.',
    'When a timestamp header is configured, the signed content becomes {timestamp}:{body}, with a colon.',
  ],
};
