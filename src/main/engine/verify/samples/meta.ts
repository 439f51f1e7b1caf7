// Sample events of Meta's Graph webhooks.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, type JsonObject, jsonEvent } from './make.ts';

const event = (object: string, field: string, value: JsonObject) =>
  jsonEvent(field, {
    object,
    entry: [{ id: '{digits15}', time: '{number:unix}', changes: [{ field, value }] }],
  });

export const metaSamples: Samples = {
  headers: [['User-Agent', 'facebookexternalua'], JSON_TYPE],
  events: [
    event('page', 'feed', {
      item: 'comment',
      verb: 'add',
      message: 'Nice',
      post_id: '{digits15}_{digits15:post}',
      from: { id: '{digits15:from}', name: 'Jane Doe' },
      created_time: '{number:unix}',
    }),
    event('page', 'leadgen', {
      leadgen_id: '{digits15:lead}',
      page_id: '{digits15}',
      form_id: '{digits15:form}',
      created_time: '{number:unix}',
    }),
    event('user', 'photos', { verb: 'update', object_id: '{digits15:photo}' }),
  ],
};
