// Mailchimp Marketing.

import type { ProviderEntry } from '../provider.ts';
import { mailchimpSamples } from '../samples/mailchimp.ts';

export const mailchimp: ProviderEntry = {
  id: 'mailchimp',
  name: 'Mailchimp Marketing',
  category: 'email',
  docs: 'https://mailchimp.com/developer/marketing/guides/sync-audience-data-webhooks/',
  confidence: 'unconfirmed',
  deadlineSeconds: 10,
  retries: 'Retried for up to 75 minutes.',
  messageId: 'form:fired_at',
  eventType: 'form:type',
  rules: [
    {
      scheme: 'none',
    },
  ],
  handshake: { when: { method: 'GET' }, respond: { status: 200 } },
  notes: ['Unsigned form posts; hide a secret in the URL.'],
  samples: mailchimpSamples,
};
