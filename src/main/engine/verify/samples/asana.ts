// Sample events of Asana: a task that was changed, added and deleted. What changed has to be asked for.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, type JsonObject, jsonEvent } from './make.ts';

const task = (action: string, more: JsonObject = {}) =>
  jsonEvent(`task.${action}`, {
    events: [
      {
        user: { gid: '{digits16:user}', resource_type: 'user' },
        created_at: '{iso}',
        action,
        resource: {
          gid: '{digits16:task}',
          resource_type: 'task',
          resource_subtype: 'default_task',
        },
        parent: null,
        ...more,
      },
    ],
  });

export const asanaSamples: Samples = {
  headers: [JSON_TYPE],
  events: [
    task('changed', { change: { field: 'due_on', action: 'changed' } }),
    task('added', { parent: { gid: '{digits16:project}', resource_type: 'project' } }),
    task('deleted'),
  ],
};
