// GitHub: the HMAC of the body, in a header of its own for SHA-256 and in an older one for SHA-1.

import type { ProviderEntry } from '../provider.ts';
import { githubSamples } from '../samples/github.ts';

const SHA256_HEADER = 'X-Hub-Signature-256';

export const github: ProviderEntry = {
  id: 'github',
  name: 'GitHub',
  category: 'code',
  docs: 'https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries',
  confidence: 'documented',
  secretHint: 'The Secret that was entered in the settings of the webhook.',
  deadlineSeconds: 10,
  retries: 'None; deliveries can be sent again by hand from the Recent Deliveries of the webhook.',
  messageId: 'header:X-GitHub-Delivery',
  eventType: 'header:X-GitHub-Event',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: SHA256_HEADER, style: 'plain', prefix: 'sha256=' },
      signedContent: '{body}',
      timestamp: null,
    },
    {
      scheme: 'hmac',
      hash: 'sha1',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Hub-Signature', style: 'plain', prefix: 'sha1=' },
      signedContent: '{body}',
      timestamp: null,
      // GitHub sends both: the older must not vouch for a delivery whose newer one is wrong.
      when: { [`header:${SHA256_HEADER}`]: null },
      warnings: [
        `Only the older SHA-1 signature was there to check. GitHub also sends ${SHA256_HEADER}, which something on the way removed.`,
      ],
    },
  ],
  clues: [
    { at: 'header:X-GitHub-Event', points: 3, says: 'an X-GitHub-Event header' },
    { at: 'header:X-GitHub-Delivery', points: 2, says: 'an X-GitHub-Delivery header' },
    {
      at: 'header:User-Agent',
      like: /^GitHub-Hookshot\//,
      points: 2,
      says: "GitHub's User-Agent",
    },
    {
      at: 'header:X-Hub-Signature-256',
      like: /^sha256=[0-9a-f]{64}$/i,
      points: 1,
      says: 'an X-Hub-Signature-256 header',
    },
  ],
  samples: githubSamples,
};
