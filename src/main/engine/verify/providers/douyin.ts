// Douyin open platform.

import type { ProviderEntry } from '../provider.ts';

export const douyin: ProviderEntry = {
  id: 'douyin',
  name: 'Douyin open platform',
  category: 'social',
  docs: 'https://developer.open-douyin.com/docs/resource/zh-CN/dop/develop/webhooks/summarize',
  confidence: 'documented',
  deadlineSeconds: 5,
  retries: '3 retries.',
  messageId: 'header:Msg-Id',
  eventType: 'json:$.event',
  rules: [
    {
      scheme: 'digest',
      hash: 'sha1',
      encoding: 'hex',
      signature: { in: 'header', name: 'X-Douyin-Signature', style: 'plain' },
      signedContent: '{secret}{body}',
      timestamp: null,
    },
  ],
  handshake: {
    when: { method: 'POST', has: { 'json:$.event': 'verify_webhook' } },
    signed: true,
    respond: { status: 200, body: { json: { challenge: '{json:$.content.challenge}' } } },
  },
};
