// Sample events of Linear.

import type { Samples } from '../provider.ts';
import { type JsonObject, jsonEvent } from './make.ts';

const ACTOR = { id: '{uuid:actor}', type: 'user', name: 'Jane Doe', email: 'jane@example.com' };

const event = (type: string, url: string, data: JsonObject) =>
  jsonEvent(
    type,
    {
      action: 'create',
      actor: ACTOR,
      createdAt: '{iso}',
      data: { id: '{uuid:entity}', createdAt: '{iso}', updatedAt: '{iso}', ...data },
      url,
      type,
      organizationId: '{uuid:organization}',
      webhookTimestamp: '{number:ms}',
      webhookId: '{uuid:webhook}',
    },
    [['Linear-Event', type]],
  );

export const linearSamples: Samples = {
  headers: [
    ['User-Agent', 'Linear-Webhook'],
    ['Linear-Delivery', '{uuid}'],
    ['Content-Type', 'application/json; charset=utf-8'],
  ],
  events: [
    event('Issue', 'https://linear.app/acme/issue/ENG-42', {
      number: 42,
      title: 'Verify webhooks',
      priority: 2,
      identifier: 'ENG-42',
      state: { id: '{uuid:state}', name: 'Todo', type: 'unstarted' },
      team: { id: '{uuid:team}', key: 'ENG', name: 'Engineering' },
    }),
    event('Comment', 'https://linear.app/acme/issue/ENG-42#comment', {
      body: 'Looks good to me.',
      issueId: '{uuid:issue}',
      userId: '{uuid:actor}',
    }),
    event('Project', 'https://linear.app/acme/project/launch', {
      name: 'Launch',
      state: 'planned',
      progress: 0,
    }),
  ],
};
