// YouTube / WebSub (PubSubHubbub).

import type { ProviderEntry } from '../provider.ts';

export const youtubeWebsub: ProviderEntry = {
  id: 'youtube-websub',
  name: 'YouTube / WebSub (PubSubHubbub)',
  sender: 'the hub',
  category: 'social',
  docs: 'https://www.w3.org/TR/websub/',
  confidence: 'unconfirmed',
  retries: 'Hub dependent.',
  moreClues: [{ at: 'query:hub.topic', points: 3, says: 'a query parameter hub.topic' }],
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha1',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Hub-Signature', style: 'plain', prefix: 'sha1=' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  handshake: {
    when: { method: 'GET', has: { 'query:hub.challenge': true } },
    respond: { status: 200, body: { text: '{query:hub.challenge}' } },
  },
  notes: [
    'Signed only when hub.secret was given.',
    'The method prefix names the hash (sha1, sha256, sha384, sha512).',
    'Body is Atom XML; invalid signatures should still get 2xx and be ignored.',
  ],
};
