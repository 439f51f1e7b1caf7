// Travis CI.

import type { ProviderEntry } from '../provider.ts';

export const travis: ProviderEntry = {
  id: 'travis',
  name: 'Travis CI',
  category: 'code',
  docs: 'https://docs.travis-ci.com/user/notifications/#verifying-webhook-requests',
  confidence: 'unconfirmed',
  secretHint: 'None is needed: the public key of Travis CI is fetched.',
  messageId: 'form-json:payload:$.id',
  eventType: 'form-json:payload:$.state',
  rules: [
    {
      scheme: 'rsa',
      hash: 'sha1',
      encoding: 'base64',
      keysAt: {
        url: 'https://{option:host}/config',
        as: 'json:$.config.notifications.webhook.public_key',
      },
      signature: { in: 'header', name: 'Signature', style: 'plain' },
      signedContent: '{form:payload}',
      timestamp: null,
    },
  ],
  options: [
    {
      key: 'host',
      label: 'Host of the API',
      help: 'api.travis-ci.com, or the one of your own Travis CI.',
      default: 'api.travis-ci.com',
    },
  ],
  clues: [{ at: 'header:Travis-Repo-Slug', points: 3, says: 'a Travis-Repo-Slug header' }],
  samples: {
    headers: [
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['Travis-Repo-Slug', 'acme/app'],
    ],
    events: [
      {
        eventType: 'passed',
        body: {
          form: [['payload', '{"id":7{digits8},"number":"42","state":"passed","branch":"main"}']],
        },
      },
    ],
  },
  notes: ['The body is a form; the signature covers the value of its field payload.'],
};
