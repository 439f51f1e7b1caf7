// Sample events of Dropbox Sign: JSON in a field of a form. It sends the form as multipart.

import type { Samples } from '../provider.ts';
import { FORM_TYPE, formEvent } from './make.ts';

const event = (type: string) =>
  formEvent(type, {
    json: JSON.stringify({
      event: {
        event_type: type,
        event_time: '{unix}',
        event_hash: '',
        event_metadata: { related_signature_id: '{hex32:signature}' },
      },
      signature_request: {
        signature_request_id: '{hex40:request}',
        title: 'Rental agreement',
        is_complete: type === 'signature_request_all_signed',
        signatures: [
          { signature_id: '{hex32:signature}', signer_email_address: 'ada@example.com' },
        ],
      },
    }),
  });

export const dropboxSignSamples: Samples = {
  headers: [FORM_TYPE],
  events: [
    event('signature_request_sent'),
    event('signature_request_signed'),
    event('signature_request_all_signed'),
  ],
};
