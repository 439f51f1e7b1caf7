// Sample events of Mandrill: a list of them as JSON, in a field of a form.

import type { Samples } from '../provider.ts';
import { FORM_TYPE, formEvent } from './make.ts';

const message = (event: string, more: object = {}) =>
  formEvent(event, {
    mandrill_events: JSON.stringify([
      {
        event,
        _id: '{hex32:message}',
        ts: '{number:unix}',
        msg: {
          _id: '{hex32:message}',
          ts: '{number:unix}',
          email: 'ada@example.com',
          sender: 'shop@example.com',
          subject: 'Your order',
          state: 'sent',
          ...more,
        },
      },
    ]).replaceAll('"{number:unix}"', '{unix}'),
  });

export const mandrillSamples: Samples = {
  headers: [FORM_TYPE],
  events: [
    message('send'),
    message('open', { opens: [{ ts: '{number:unix}' }] }),
    message('hard_bounce', { state: 'bounced', bounce_description: 'bad_mailbox', diag: '550' }),
  ],
};
