// Twitch EventSub.

import type { ProviderEntry } from '../provider.ts';
import { twitchSamples } from '../samples/twitch.ts';

export const twitch: ProviderEntry = {
  id: 'twitch',
  name: 'Twitch EventSub',
  category: 'social',
  docs: 'https://dev.twitch.tv/docs/eventsub/handling-webhook-events/',
  confidence: 'source',
  secretHint: '10-100 ASCII characters chosen by the subscriber.',
  deadlineSeconds: 10,
  retries: 'Retries; subscription revoked (notification_failures_exceeded) after many failures.',
  messageId: 'header:Twitch-Eventsub-Message-Id',
  eventType: 'header:Twitch-Eventsub-Subscription-Type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'Twitch-Eventsub-Message-Signature',
        style: 'plain',
        prefix: 'sha256=',
      },
      signedContent: '{id}{timestamp}{body}',
      timestamp: { from: 'header:Twitch-Eventsub-Message-Timestamp', unit: 'iso', tolerance: 600 },
    },
  ],
  handshake: {
    when: {
      method: 'POST',
      has: { 'header:Twitch-Eventsub-Message-Type': 'webhook_callback_verification' },
    },
    signed: true,
    respond: { status: 200, body: { text: '{json:$.challenge}' } },
  },
  notes: ['Message type revocation must also get a 2xx.'],
  samples: twitchSamples,
};
