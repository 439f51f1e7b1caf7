// Sample events of Jira.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, type JsonObject, jsonEvent } from './make.ts';

const USER = {
  accountId: '99:27935d01-92a7-4687-8272-a9b8d3b2ae2e',
  displayName: 'Bryan Rollins',
  active: true,
  accountType: 'atlassian',
};
const ISSUE = {
  id: '99291',
  self: 'https://example.atlassian.net/rest/api/2/issue/99291',
  key: 'JRA-20002',
  fields: {
    summary: 'I feel the need for speed',
    created: '{iso}',
    issuetype: { name: 'Bug' },
    project: { key: 'JRA', name: 'Jira' },
    priority: { name: 'Medium' },
    status: { name: 'To Do' },
    labels: ['UI', 'dialog'],
  },
};

const event = (webhookEvent: string, fields: JsonObject) =>
  jsonEvent(webhookEvent, { timestamp: '{number:ms}', webhookEvent, ...fields });

export const jiraSamples: Samples = {
  headers: [
    ['User-Agent', 'Atlassian Webhook HTTP Client'],
    ['X-Atlassian-Webhook-Identifier', '{uuid}'],
    ['X-Atlassian-Webhook-Retry', '0'],
    JSON_TYPE,
  ],
  events: [
    event('jira:issue_created', {
      issue_event_type_name: 'issue_created',
      user: USER,
      issue: ISSUE,
    }),
    event('jira:issue_updated', {
      issue_event_type_name: 'issue_generic',
      user: USER,
      issue: ISSUE,
      changelog: {
        id: '10124',
        items: [
          {
            field: 'status',
            fieldtype: 'jira',
            from: '10000',
            fromString: 'To Do',
            to: '3',
            toString: 'In Progress',
          },
        ],
      },
    }),
    event('comment_created', {
      comment: { id: '252789', body: 'Just in time', author: USER, created: '{iso}' },
      issue: ISSUE,
    }),
  ],
};
