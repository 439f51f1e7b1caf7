// Opsgenie.

import type { ProviderEntry } from '../provider.ts';

export const opsgenie: ProviderEntry = {
  id: 'opsgenie',
  name: 'Opsgenie',
  category: 'operations',
  docs: 'https://support.atlassian.com/opsgenie/docs/integrate-opsgenie-with-webhook/',
  confidence: 'unconfirmed',
  messageId: 'json:$.alert.alertId+json:$.action',
  eventType: 'json:$.action',
  rules: [
    {
      scheme: 'token',
      token: { in: 'header', name: '{option:header}' },
    },
  ],
  options: [
    {
      key: 'header',
      label: 'Header',
      help: 'The name of the header that carries the signature.',
      default: 'X-Signature',
    },
  ],
  notes: ['No signature; custom headers may be added.'],
};
