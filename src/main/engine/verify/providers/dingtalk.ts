// DingTalk outgoing robot.

import type { ProviderEntry } from '../provider.ts';

export const dingtalk: ProviderEntry = {
  id: 'dingtalk',
  name: 'DingTalk outgoing robot',
  sender: 'DingTalk',
  category: 'messaging',
  docs: 'https://open.dingtalk.com/document/orgapp/robot-overview',
  confidence: 'unconfirmed',
  messageId: 'json:$.msgId',
  eventType: 'json:$.msgtype',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'sign', style: 'plain' },
      signedContent: '{timestamp}\n{secret}',
      timestamp: { from: 'header:timestamp', unit: 'ms', tolerance: 3600 },
    },
  ],
  notes: [
    'Body is not covered.',
    'Event subscriptions use an AES-encrypted body with signature=SHA1(sorted token,timestamp,nonce,encrypt) and must answer the encrypted word success.',
  ],
};
