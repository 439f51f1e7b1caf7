// Atlassian Connect: apps for Jira, Confluence and Bitbucket.

import type { ProviderEntry } from '../provider.ts';

const AUTHORIZATION = { in: 'header', name: 'Authorization', prefix: 'JWT ' } as const;

export const atlassianConnect: ProviderEntry = {
  id: 'atlassian-connect',
  name: 'Atlassian Connect apps (Jira, Confluence, Bitbucket)',
  sender: 'Atlassian',
  category: 'work',
  docs: 'https://developer.atlassian.com/cloud/jira/platform/understanding-jwt-for-connect-apps/',
  confidence: 'unconfirmed',
  secretHint: 'The sharedSecret that came with the installed hook; that hook itself needs none.',
  eventType: 'json:$.webhookEvent|json:$.eventType|json:$.event',
  rules: [
    {
      scheme: 'jwt',
      token: AUTHORIZATION,
      algs: ['HS256'],
      requestHash: { claim: 'qsh', base: '{option:baseUrl}' },
    },
    {
      scheme: 'jwt',
      token: AUTHORIZATION,
      algs: ['RS256'],
      keysAt: { url: 'https://connect-install-keys.atlassian.com/{kid}', as: 'pem' },
      claims: { aud: '{option:baseUrl}' },
      requestHash: { claim: 'qsh', base: '{option:baseUrl}' },
    },
  ],
  options: [
    {
      key: 'baseUrl',
      label: 'Base URL of the app',
      help: 'The baseUrl of the descriptor; {url.origin} stands for scheme and host of the public URL.',
      default: '{url.origin}',
    },
  ],
  clues: [
    { at: 'header:Authorization', like: /^JWT eyJ/, points: 2, says: 'a token behind JWT' },
    { at: 'query:jwt', like: /^eyJ/, points: 2, says: 'a token in its query parameter jwt' },
  ],
};
