// BLOOCK: timestamp and signature in one header. Older documents do not name the header, hence the
// option.

import type { JsonValue, ProviderEntry } from '../provider.ts';

export const bloock: ProviderEntry = {
  id: 'bloock',
  name: 'BLOOCK',
  category: 'web3',
  docs: 'https://docs.bloock.com/guides/webhooks/features/verify/',
  confidence: 'source',
  secretHint:
    'The Signing Secret from the See details page of the webhook, 32 characters. Paste it whole.',
  retries: 'Disables the webhook after a series of failed responses.',
  messageId: 'json:$.request_id',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: {
        in: 'header',
        name: '{option:header}',
        style: 'kv',
        separator: ',',
        sigKeys: ['v1'],
        timestampKey: 't',
      },
      signedContent: '{timestamp}.{body}',
      timestamp: { from: 'signature', unit: 's', tolerance: 600 },
    },
  ],
  options: [
    {
      key: 'header',
      label: 'Signature header',
      help: 'The header that carries t=…,v1=…. Change it only if BLOOCK sends another one to you.',
      default: 'Bloock-Signature',
    },
  ],
  clues: [
    { at: 'header:Bloock-Signature', points: 3, says: 'a Bloock-Signature header' },
    { at: 'json:$.request_id', points: 1, says: 'a request_id in the body' },
    {
      at: 'json:$.type',
      like: /^core(?:-test)?\./,
      points: 2,
      says: 'an event named core.… or core-test.…',
    },
  ],
  samples: {
    headers: [['Content-Type', 'application/json']],
    events: [
      { eventType: 'core.bloock_chain', body: anchor('core.bloock_chain', false) },
      { eventType: 'core-test.ethereum_mainnet', body: anchor('core-test.ethereum_mainnet', true) },
    ],
  },
};

function anchor(type: string, test: boolean): { json: JsonValue } {
  return {
    json: {
      webhook_id: '{uuid:webhook}',
      request_id: '{uuid}',
      type,
      created_at: '{number:unix}',
      data: {
        created_at: '{number:unix}',
        finalized: true,
        id: 105122,
        message_count: 1,
        network: {
          anchor_id: 105122,
          created_at: '{number:unix}',
          name: type.slice(type.indexOf('.') + 1),
          status: 'Confirmed',
          test,
          tx_hash: '0x{hex64}',
        },
        root: '{hex64:root}',
        test,
      },
    },
  };
}
