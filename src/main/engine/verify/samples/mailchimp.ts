// Sample events of Mailchimp, which come as forms: who subscribed, left, or changed their profile.

import type { Samples } from '../provider.ts';
import { FORM_TYPE, formEvent } from './make.ts';

const event = (type: string, more: Readonly<Record<string, string>>) =>
  formEvent(type, {
    type,
    fired_at: '{iso}',
    'data[id]': '{hex10:member}',
    'data[list_id]': 'a6b5da1054',
    'data[email]': 'ada@example.com',
    'data[email_type]': 'html',
    'data[merges][FNAME]': 'Ada',
    ...more,
  });

export const mailchimpSamples: Samples = {
  headers: [['User-Agent', 'MailChimp'], FORM_TYPE],
  events: [
    event('subscribe', { 'data[ip_opt]': '203.0.113.7' }),
    event('unsubscribe', { 'data[action]': 'unsub', 'data[reason]': 'manual' }),
    event('profile', { 'data[merges][LNAME]': 'Lovelace' }),
  ],
};
