// Sample events of Typeform: a form that was sent, and one that was begun.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, type JsonObject, jsonEvent } from './make.ts';

const FIELDS = [
  { id: 'DlXFaesGBpoF', title: 'How many people work here?', type: 'number', ref: 'people' },
  { id: 'JwWggjAKtOkA', title: 'May we write to you?', type: 'yes_no', ref: 'contact' },
];
const ANSWERS: JsonObject[] = [
  { type: 'number', number: 42, field: { id: 'DlXFaesGBpoF', type: 'number', ref: 'people' } },
  { type: 'boolean', boolean: true, field: { id: 'JwWggjAKtOkA', type: 'yes_no', ref: 'contact' } },
];

const event = (type: string, fields: JsonObject) =>
  jsonEvent(type, {
    event_id: '{alnum26}',
    event_type: type,
    form_response: {
      form_id: 'lT4Z3j',
      token: '{hex32:token}',
      landed_at: '{iso}',
      definition: { id: 'lT4Z3j', title: 'Webhooks example', fields: FIELDS },
      ...fields,
    },
  });

export const typeformSamples: Samples = {
  headers: [['User-Agent', 'Typeform Webhooks'], JSON_TYPE],
  events: [
    event('form_response', { submitted_at: '{iso}', answers: ANSWERS, calculated: { score: 9 } }),
    event('form_response_partial', { answers: ANSWERS.slice(0, 1) }),
    event('form_response_updated', { submitted_at: '{iso}', answers: ANSWERS.slice(1) }),
  ],
};
