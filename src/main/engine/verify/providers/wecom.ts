// WeCom callbacks: a digest of sorted texts, one of them the token; the message is encrypted.

import type { ProviderEntry } from '../provider.ts';
import { wecomSamples } from '../samples/wecom.ts';

export const wecom: ProviderEntry = {
  id: 'wecom',
  name: 'WeCom (WeChat Work) callbacks',
  sender: 'WeCom',
  category: 'messaging',
  docs: 'https://developer.work.weixin.qq.com/document/path/90930',
  confidence: 'corroborated',
  secretHint:
    'The Token of the callback; its EncodingAESKey as a second secret, for the handshake and to read events.',
  deadlineSeconds: 5,
  retries: '3 retries.',
  encryption: 'wecom',
  messageId: 'xml:MsgId|json:$.msgid|xml:FromUserName+xml:CreateTime',
  eventType:
    'xml:Event+xml:ChangeType|xml:InfoType|xml:MsgType|json:$.event.eventtype|json:$.msgtype',
  rules: [
    {
      scheme: 'digest',
      hash: 'sha1',
      encoding: 'hex',
      signature: { in: 'query', name: 'msg_signature', style: 'plain' },
      signedContent: '{wecom.sorted}',
      timestamp: { from: 'query:timestamp', unit: 's', tolerance: null },
    },
  ],
  handshake: {
    when: { method: 'GET', has: { 'query:echostr': true } },
    encrypted: 'wecom',
    signed: true,
    respond: { status: 200, body: { text: '{body}' } },
  },
  clues: [
    { at: 'query:msg_signature', points: 3, says: 'a query parameter msg_signature' },
    { at: 'query:echostr', points: 1, says: 'a query parameter echostr' },
  ],
  notes: [
    'A plain SHA-1 of the token, timestamp, nonce and encrypted message, sorted as texts and joined.',
  ],
  samples: wecomSamples,
};
