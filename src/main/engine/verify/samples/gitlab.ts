// Sample events of GitLab: a push, an issue, a merge request, and a pipeline.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, type JsonObject, jsonEvent } from './make.ts';

const PROJECT = {
  id: 15,
  name: 'Diaspora',
  web_url: 'https://gitlab.example.com/mike/diaspora',
  git_http_url: 'https://gitlab.example.com/mike/diaspora.git',
  namespace: 'Mike',
  visibility_level: 0,
  path_with_namespace: 'mike/diaspora',
  default_branch: 'main',
};
const USER = { id: 1, name: 'Administrator', username: 'root', email: 'admin@example.com' };

const event = (name: string, kind: string, fields: JsonObject) =>
  jsonEvent(
    name,
    { object_kind: kind, event_type: kind, user: USER, project: PROJECT, ...fields },
    [['X-Gitlab-Event', name]],
  );

export const gitlabSamples: Samples = {
  headers: [
    ['User-Agent', 'GitLab/17.9.0'],
    ['X-Gitlab-Instance', 'https://gitlab.example.com'],
    ['X-Gitlab-Webhook-UUID', '{uuid}'],
    ['X-Gitlab-Event-UUID', '{uuid:event}'],
    ['Idempotency-Key', '{uuid:delivery}'],
    JSON_TYPE,
  ],
  events: [
    jsonEvent(
      'Push Hook',
      {
        object_kind: 'push',
        event_name: 'push',
        before: '{hex40:before}',
        after: '{hex40:after}',
        ref: 'refs/heads/main',
        checkout_sha: '{hex40:after}',
        user_id: 4,
        user_name: 'John Smith',
        project_id: 15,
        project: PROJECT,
        commits: [
          {
            id: '{hex40:after}',
            message: 'Fix the README',
            timestamp: '{iso}',
            author: { name: 'John Smith', email: 'john@example.com' },
            added: [],
            modified: ['README.md'],
            removed: [],
          },
        ],
        total_commits_count: 1,
      },
      [['X-Gitlab-Event', 'Push Hook']],
    ),
    event('Issue Hook', 'issue', {
      object_attributes: {
        id: 301,
        iid: 23,
        title: 'New API: create, update and delete files',
        state: 'opened',
        action: 'open',
        created_at: '{iso}',
        url: 'https://gitlab.example.com/mike/diaspora/-/issues/23',
      },
    }),
    event('Merge Request Hook', 'merge_request', {
      object_attributes: {
        id: 99,
        iid: 1,
        source_branch: 'ms-viewport',
        target_branch: 'main',
        title: 'MS-Viewport',
        state: 'opened',
        merge_status: 'unchecked',
        action: 'open',
        created_at: '{iso}',
      },
    }),
    event('Pipeline Hook', 'pipeline', {
      object_attributes: {
        id: 31,
        ref: 'main',
        sha: '{hex40:after}',
        status: 'success',
        stages: ['build', 'test', 'deploy'],
        created_at: '{iso}',
        duration: 63,
      },
    }),
  ],
};
