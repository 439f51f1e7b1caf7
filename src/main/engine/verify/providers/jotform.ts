// Jotform.

import type { ProviderEntry } from '../provider.ts';

export const jotform: ProviderEntry = {
  id: 'jotform',
  name: 'Jotform',
  category: 'forms',
  docs: 'https://www.jotform.com/help/245-how-to-setup-a-webhook-with-jotform/',
  confidence: 'unconfirmed',
  messageId: 'form:submissionID',
  eventType: 'form:formID',
  rules: [
    {
      scheme: 'none',
    },
  ],
  notes: ['Unsigned multipart form; real answers in the rawRequest JSON field.'],
};
