// ElevenLabs.

import type { ProviderEntry } from '../provider.ts';

export const elevenlabs: ProviderEntry = {
  id: 'elevenlabs',
  name: 'ElevenLabs',
  category: 'ai',
  docs: 'https://www.npmjs.com/package/@elevenlabs/elevenlabs-js',
  confidence: 'source',
  secretHint: 'It begins with wsec_.',
  retries: 'Auto-disabled after 10 consecutive failures.',
  messageId: 'json:$.data.conversation_id+json:$.type',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'ElevenLabs-Signature',
        style: 'kv',
        separator: ',',
        sigKeys: ['v0'],
        timestampKey: 't',
      },
      signedContent: '{timestamp}.{body}',
      timestamp: { from: 'signature', unit: 's', tolerance: 1800 },
    },
  ],
};
