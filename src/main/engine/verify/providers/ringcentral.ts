// RingCentral.

import type { ProviderEntry } from '../provider.ts';

export const ringcentral: ProviderEntry = {
  id: 'ringcentral',
  name: 'RingCentral',
  category: 'messaging',
  docs: 'https://developers.ringcentral.com/guide/notifications/webhooks/creating-webhooks',
  confidence: 'unconfirmed',
  deadlineSeconds: 3,
  retries: 'Blacklisted after repeated failures.',
  messageId: 'json:$.uuid',
  eventType: 'json:$.event',
  rules: [
    {
      scheme: 'token',
      token: { in: 'header', name: 'Verification-Token' },
    },
  ],
  handshake: {
    when: { method: 'POST', has: { 'header:Validation-Token': true } },
    respond: { status: 200, headers: { 'Validation-Token': '{header:Validation-Token}' } },
  },
};
