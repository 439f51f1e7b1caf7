// Sample events of Notion, and the token that it sends when a webhook is set up.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, type JsonObject, jsonEvent } from './make.ts';

const event = (type: string, kind: 'page' | 'database' | 'comment', data: JsonObject) =>
  jsonEvent(type, {
    id: '{uuid}',
    timestamp: '{iso}',
    workspace_id: '{uuid:workspace}',
    workspace_name: 'Quantify Labs',
    subscription_id: '{uuid:subscription}',
    integration_id: '{uuid:integration}',
    authors: [{ id: '{uuid:author}', type: 'person' }],
    attempt_number: 1,
    api_version: '2025-09-03',
    entity: { id: '{uuid:entity}', type: kind },
    type,
    data,
  });

const PARENT = { id: '{uuid:parent}', type: 'space' };

export const notionSamples: Samples = {
  headers: [['User-Agent', 'notion-api'], JSON_TYPE],
  events: [
    event('page.created', 'page', { parent: PARENT }),
    event('page.content_updated', 'page', {
      updated_blocks: [{ id: '{uuid:block}', type: 'block' }],
      parent: PARENT,
    }),
    event('comment.created', 'comment', {
      page_id: '{uuid:page}',
      parent: { id: '{uuid:page}', type: 'page' },
    }),
    event('database.schema_updated', 'database', {
      parent: PARENT,
      updated_properties: [{ id: 'kqLW', name: 'Created at', action: 'created' }],
    }),
  ],
};
