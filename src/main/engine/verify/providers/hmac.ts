// Any provider that signs with an HMAC and is not listed: the user says how.

import { ENCODINGS, HASHES } from '../hash-text.ts';
import type { ProviderEntry } from '../provider.ts';

export const hmacProvider: ProviderEntry = {
  id: 'hmac',
  name: 'Generic HMAC',
  sender: 'the sender',
  category: 'generic',
  docs: 'https://www.rfc-editor.org/rfc/rfc2104',
  confidence: 'documented',
  secretHint: 'The secret that you and the sender share.',
  messageId: 'header:webhook-id|header:X-Webhook-Id|json:$.id|json:$.event_id',
  eventType:
    'header:X-Event-Type|header:X-Webhook-Event|json:$.type|json:$.event|json:$.event_type',
  rules: [
    {
      scheme: 'hmac',
      hash: '{option:hash}',
      encoding: '{option:encoding}',
      key: '{option:keyEncoding}',
      signature: {
        in: 'header',
        name: '{option:header}',
        style: 'plain',
        prefix: '{option:prefix}',
      },
      signedContent: '{option:signedContent}',
      timestamp: { from: 'header:{option:timestampHeader}', unit: 'auto', tolerance: 300 },
    },
  ],
  options: [
    {
      key: 'header',
      label: 'Signature header',
      help: 'The name of the header that carries the signature.',
      default: 'X-Signature',
    },
    {
      key: 'hash',
      label: 'Hash',
      help: 'The hash function of the HMAC. SHA-256 is by far the most common.',
      default: 'sha256',
      choices: [...HASHES],
    },
    {
      key: 'encoding',
      label: 'Encoding',
      help: 'How the signature is written: 64 characters of 0-9 and a-f are SHA-256 in hex, 44 that end with = are base64.',
      default: 'hex',
      choices: [...ENCODINGS],
    },
    {
      key: 'prefix',
      label: 'Prefix',
      help: 'What stands before the signature in the header, such as sha256=. Leave it empty if there is nothing.',
      default: '',
    },
    {
      key: 'signedContent',
      label: 'Signed content',
      help: 'What is signed: {body}, or for example {timestamp}.{body}. {timestamp}, {body}, {method} and {header:Name} stand for parts of the request, \\n for a line break.',
      default: '{body}',
    },
    {
      key: 'timestampHeader',
      label: 'Timestamp header',
      help: 'The header with the time of sending, in seconds, milliseconds or ISO 8601. Leave it empty if there is none; otherwise 300 s of difference are allowed unless the endpoint sets a tolerance.',
      default: '',
    },
    {
      key: 'keyEncoding',
      label: 'Secret is',
      help: 'utf8 uses the secret as the text it is; base64 and hex decode it first. Most senders use it as text.',
      default: 'utf8',
      choices: ['utf8', 'base64', 'hex'],
    },
  ],
  clues: [],
  samples: {
    headers: [['Content-Type', 'application/json']],
    events: [
      {
        eventType: 'example.created',
        body: {
          json: {
            id: '{uuid}',
            type: 'example.created',
            created_at: '{iso}',
            data: { hello: 'world' },
          },
        },
      },
    ],
  },
};
