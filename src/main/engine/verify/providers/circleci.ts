// CircleCI.

import type { ProviderEntry } from '../provider.ts';

export const circleci: ProviderEntry = {
  id: 'circleci',
  name: 'CircleCI',
  category: 'code',
  docs: 'https://circleci.com/docs/outbound-webhooks/',
  confidence: 'documented',
  messageId: 'json:$.id',
  eventType: 'header:circleci-event-type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'circleci-signature',
        style: 'list',
        separator: ',',
        prefix: 'v1=',
      },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  notes: ['Check only the newest signature version.'],
};
