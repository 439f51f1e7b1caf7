// Onfleet.

import type { ProviderEntry } from '../provider.ts';

export const onfleet: ProviderEntry = {
  id: 'onfleet',
  name: 'Onfleet',
  category: 'commerce',
  docs: 'https://docs.onfleet.com/reference/secrets',
  confidence: 'documented',
  messageId: 'json:$.taskId+json:$.triggerId+json:$.time',
  eventType: 'json:$.triggerId',
  moreClues: [
    { at: 'query:check', points: 1, says: 'a query parameter check' },
    { at: 'json:$.triggerId', points: 1, says: 'a triggerId' },
    { at: 'json:$.taskId', points: 1, says: 'a taskId' },
  ],
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha512',
      encoding: 'hex',
      key: 'hex',
      signature: { in: 'header', name: 'X-Onfleet-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  handshake: {
    when: { method: 'GET', has: { 'query:check': true } },
    respond: { status: 200, body: { text: '{query:check}' } },
  },
};
