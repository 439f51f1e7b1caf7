// Xero.

import type { ProviderEntry } from '../provider.ts';

export const xero: ProviderEntry = {
  id: 'xero',
  name: 'Xero',
  category: 'accounting',
  docs: 'https://developer.xero.com/documentation/guides/webhooks/configuring-your-server/',
  confidence: 'corroborated',
  deadlineSeconds: 5,
  retries: 'Retried with decreasing frequency for 24 h.',
  messageId: 'json:$.firstEventSequence',
  eventType: 'json:$.events[0].eventCategory+json:$.events[0].eventType',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'x-xero-signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  handshake: [
    {
      when: { method: 'POST', has: { 'json:$.events': [] }, signature: 'bad' },
      signed: true,
      respond: { status: 401 },
      next: 'Xero sends bad signatures on purpose, to see them turned away: 401 is what it wants to hear. If every request fails, check the webhook key.',
    },
    {
      when: { method: 'POST', has: { 'json:$.events': [] } },
      signed: true,
      respond: { status: 200 },
    },
  ],
  notes: [
    'A handler that answers 200 to everything fails the handshake.',
    'Webhook key used as UTF-8 although it looks like base64.',
  ],
};
