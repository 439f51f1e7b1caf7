// GitHub: the HMAC of the body, in a header of its own for SHA-256 and in an older one for SHA-1.

import type { JsonValue, ProviderEntry, SampleEvent } from '../provider.ts';

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
    { at: 'header:X-Hub-Signature-256', points: 1, says: 'an X-Hub-Signature-256 header' },
  ],
  samples: {
    headers: [
      ['User-Agent', 'GitHub-Hookshot/044aadd'],
      ['Accept', '*/*'],
      ['X-GitHub-Delivery', '{uuid}'],
      ['X-GitHub-Hook-ID', '292430182'],
      ['X-GitHub-Hook-Installation-Target-ID', '79929171'],
      ['X-GitHub-Hook-Installation-Target-Type', 'repository'],
      ['Content-Type', 'application/json'],
    ],
    events: [
      sample('push', {
        ref: 'refs/heads/main',
        before: '{hex40:before}',
        after: '{hex40:after}',
        head_commit: {
          id: '{hex40:after}',
          message: 'Fix a typo in the README',
          timestamp: '{iso}',
          author: { name: 'Mona Lisa', email: 'octocat@example.com', username: 'octocat' },
          added: [],
          removed: [],
          modified: ['README.md'],
        },
      }),
      sample('pull_request', {
        action: 'opened',
        number: 2,
        pull_request: {
          id: 279147437,
          number: 2,
          state: 'open',
          title: 'Update the README with new information.',
          created_at: '{iso}',
          merged: false,
        },
      }),
      sample('issues', {
        action: 'opened',
        issue: {
          id: 73464126,
          number: 1347,
          state: 'open',
          title: 'Spelling error in the README file',
          created_at: '{iso}',
        },
      }),
      sample('ping', {
        zen: 'Non-blocking is better than blocking.',
        hook_id: 292430182,
        hook: { type: 'Repository', id: 292430182, active: true, events: ['*'] },
      }),
    ],
  },
};

function sample(event: string, fields: { [name: string]: JsonValue }): SampleEvent {
  const repository = {
    id: 186853002,
    name: 'Hello-World',
    full_name: 'octocat/Hello-World',
    private: false,
    html_url: 'https://github.com/octocat/Hello-World',
  };
  const sender = { login: 'octocat', id: 583231, type: 'User' };
  return {
    eventType: event,
    headers: [['X-GitHub-Event', event]],
    body: { json: { ...fields, repository, sender } },
  };
}
