// Lark / Feishu.

import type { ProviderEntry } from '../provider.ts';

export const lark: ProviderEntry = {
  id: 'lark',
  name: 'Lark / Feishu',
  sender: 'Lark',
  category: 'messaging',
  docs: 'https://open.larkoffice.com/document/ukTMukTMukTM/uYDNxYjL2QTM24iN0EjN/event-subscription-configure-/encrypt-key-encryption-configuration-case',
  confidence: 'documented',
  secretHint: 'Encrypt Key.',
  deadlineSeconds: 3,
  retries: '4 retries: 15 s, 5 min, 1 h, 6 h.',
  encryption: 'lark',
  messageId: 'json:$.header.event_id|json:$.uuid',
  eventType: 'json:$.header.event_type|json:$.event.type|json:$.type',
  rules: [
    {
      scheme: 'digest',
      hash: 'sha256',
      encoding: 'hex',
      signature: { in: 'header', name: 'X-Lark-Signature', style: 'plain' },
      signedContent: '{timestamp}{header:X-Lark-Request-Nonce}{secret}{body}',
      timestamp: { from: 'header:X-Lark-Request-Timestamp', unit: 's', tolerance: null },
    },
    {
      scheme: 'token',
      token: { in: 'json', path: '$.header.token' },
    },
  ],
  handshake: {
    when: { method: 'POST', has: { 'json:$.type': 'url_verification' } },
    respond: { status: 200, body: { json: { challenge: '{json:$.challenge}' } } },
    encrypted: 'lark',
  },
  notes: ['Plain SHA-256, not HMAC; signature is over the encrypted body as received.'],
};
