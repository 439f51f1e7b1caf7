// Sample events of Calendly: someone invited, someone gone, and a form sent.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, type JsonObject, jsonEvent } from './make.ts';

const EVENT_URI = 'https://api.calendly.com/scheduled_events/{uuid:event}';

const event = (name: string, payload: JsonObject) =>
  jsonEvent(name, {
    event: name,
    created_at: '{iso}',
    created_by: 'https://api.calendly.com/users/{uuid:owner}',
    payload,
  });

const INVITEE = {
  uri: `${EVENT_URI}/invitees/{uuid}`,
  email: 'john.doe@example.com',
  name: 'John Doe',
  first_name: 'John',
  last_name: 'Doe',
  timezone: 'America/New_York',
  event: EVENT_URI,
  created_at: '{iso}',
  updated_at: '{iso}',
  rescheduled: false,
  questions_and_answers: [],
  scheduled_event: {
    uri: EVENT_URI,
    name: '15 Minute Meeting',
    status: 'active',
    start_time: '{iso:+1d}',
    end_time: '{iso:+1d}',
    location: { type: 'physical', location: 'Office' },
  },
};

export const calendlySamples: Samples = {
  headers: [['User-Agent', 'Calendly'], JSON_TYPE],
  events: [
    event('invitee.created', { ...INVITEE, status: 'active' }),
    event('invitee.canceled', {
      ...INVITEE,
      status: 'canceled',
      cancellation: { canceled_by: 'John Doe', reason: 'Ill', canceler_type: 'invitee' },
    }),
    event('routing_form_submission.created', {
      uri: 'https://api.calendly.com/routing_form_submissions/{uuid}',
      routing_form: 'https://api.calendly.com/routing_forms/{uuid:form}',
      questions_and_answers: [{ question: 'Company size', answer: '11 to 50' }],
      created_at: '{iso}',
    }),
  ],
};
