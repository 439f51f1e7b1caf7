// Sample events of OpenAI: a response, a batch and a fine-tuning job that ended. Only ids are sent.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, jsonEvent } from './make.ts';

const event = (type: string, id: string) =>
  jsonEvent(type, {
    id: 'evt_{hex24:event}',
    object: 'event',
    created_at: '{number:unix}',
    type,
    data: { id },
  });

export const openaiSamples: Samples = {
  headers: [['User-Agent', 'OpenAI/1.0 (+https://platform.openai.com/docs/webhooks)'], JSON_TYPE],
  events: [
    event('response.completed', 'resp_{hex24}'),
    event('batch.completed', 'batch_{hex24}'),
    event('fine_tuning.job.succeeded', 'ftjob-{alnum24}'),
  ],
};
