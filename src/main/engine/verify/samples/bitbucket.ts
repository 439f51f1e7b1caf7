// Sample events of Bitbucket Cloud.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, type JsonObject, jsonEvent } from './make.ts';

const ACTOR = {
  type: 'user',
  display_name: 'Emma',
  uuid: '{a54f16da-24e9-4d7f-a3a7-b1ba2cd98aa3}',
  nickname: 'emmap1',
};
const REPOSITORY = {
  type: 'repository',
  name: 'repo_name',
  full_name: 'team_name/repo_name',
  uuid: '{673a6070-3421-46c9-9d48-90745f7bfe8e}',
  is_private: true,
};

const event = (key: string, fields: JsonObject) =>
  jsonEvent(key, { actor: ACTOR, repository: REPOSITORY, ...fields }, [['X-Event-Key', key]]);

const PULL_REQUEST = {
  id: 1,
  title: 'Title of pull request',
  description: 'Description of pull request',
  source: { branch: { name: 'branch2' }, commit: { hash: '{hex12:source}' } },
  destination: { branch: { name: 'main' }, commit: { hash: '{hex12:destination}' } },
  created_on: '{iso}',
  updated_on: '{iso}',
};

export const bitbucketSamples: Samples = {
  headers: [
    ['User-Agent', 'Bitbucket-Webhooks/2.0'],
    ['X-Hook-UUID', '{uuid:hook}'],
    ['X-Request-UUID', '{uuid}'],
    ['X-Attempt-Number', '1'],
    JSON_TYPE,
  ],
  events: [
    event('repo:push', {
      push: {
        changes: [
          {
            new: { type: 'branch', name: 'main', target: { hash: '{hex40:new}', date: '{iso}' } },
            old: { type: 'branch', name: 'main', target: { hash: '{hex40:old}' } },
            created: false,
            forced: false,
            closed: false,
            commits: [{ hash: '{hex40:new}', type: 'commit', message: 'Fix a typo\n' }],
            truncated: false,
          },
        ],
      },
    }),
    event('pullrequest:created', { pullrequest: { ...PULL_REQUEST, state: 'OPEN' } }),
    event('pullrequest:fulfilled', { pullrequest: { ...PULL_REQUEST, state: 'MERGED' } }),
    event('issue:created', {
      issue: { id: 1, title: 'Issue title', state: 'new', type: 'bug', created_on: '{iso}' },
    }),
  ],
};
