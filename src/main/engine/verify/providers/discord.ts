// Discord (interactions and webhook events).

import type { ProviderEntry } from '../provider.ts';
import { discordSamples } from '../samples/discord.ts';

export const discord: ProviderEntry = {
  id: 'discord',
  name: 'Discord (interactions and webhook events)',
  sender: 'Discord',
  category: 'messaging',
  docs: 'https://discord.com/developers/docs/events/webhook-events',
  confidence: 'documented',
  secretHint: 'Application public key, 64 hex characters.',
  deadlineSeconds: 3,
  retries: 'Webhook events: up to 5 retries over about 10 minutes with exponential backoff.',
  messageId: 'json:$.id',
  eventType: 'json:$.event.type',
  rules: [
    {
      scheme: 'ed25519',
      encoding: 'hex',
      publicKey: { prefix: '', encoding: 'hex' },
      signature: { in: 'header', name: 'X-Signature-Ed25519', style: 'plain' },
      signedContent: '{timestamp}{body}',
      timestamp: { from: 'header:X-Signature-Timestamp', unit: 's', tolerance: null },
    },
  ],
  handshake: [
    // Sent on purpose, while the URL is saved and now and then later: it must be turned away.
    {
      when: { method: 'POST', signature: 'bad' },
      signed: true,
      respond: { status: 401, body: { text: 'invalid request signature' } },
      next: 'Discord sends bad signatures on purpose, to see them turned away: 401 is what it wants to hear. If every request fails, check the public key.',
    },
    {
      when: { method: 'POST', has: { 'json:$.type': 1 }, lacks: ['json:$.event'] },
      signed: true,
      respond: { status: 200, body: { json: { type: 1 } } },
    },
    { when: { method: 'POST', has: { 'json:$.type': 0 } }, signed: true, respond: { status: 204 } },
  ],
  notes: [
    'Discord also sends requests with wrong signatures during setup, and expects 401.',
    'Webhook events wrap with type 0 (PING) / 1 (event); interactions use type 1 for PING.',
  ],
  samples: discordSamples,
};
