// What Plivo sends: a call that rings and ends, and a message that was delivered.

import type { Samples } from '../provider.ts';
import { FORM_TYPE, formEvent } from './make.ts';

const call = (event: string, status: string) =>
  formEvent(event, {
    ...{ CallUUID: '{uuid:call}', Event: event, CallStatus: status },
    ...{ From: '14155550100', To: '14155550101', Direction: 'inbound', BillRate: '0.0085' },
  });

export const plivoSamples: Samples = {
  headers: [FORM_TYPE],
  events: [
    call('StartApp', 'ringing'),
    call('Hangup', 'completed'),
    formEvent('delivered', {
      ...{ MessageUUID: '{uuid:message}', Status: 'delivered', Units: '1' },
      ...{ From: '14155550100', To: '14155550101', TotalRate: '0.0065' },
    }),
  ],
};
