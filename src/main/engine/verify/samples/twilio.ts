// Sample events of Twilio: the status of a message, a message that came in, and a call.

import type { Samples } from '../provider.ts';
import { FORM_TYPE, formEvent } from './make.ts';

const ACCOUNT = 'AC{hex32:account}';
const FROM = '+15005550006';
const TO = '+14155550123';

function message(status: 'sent' | 'delivered') {
  return formEvent(status, {
    SmsSid: 'SM{hex32:message}',
    SmsStatus: status,
    MessageStatus: status,
    To: TO,
    MessageSid: 'SM{hex32:message}',
    AccountSid: ACCOUNT,
    From: FROM,
    ApiVersion: '2010-04-01',
  });
}

export const twilioSamples: Samples = {
  headers: [
    ['User-Agent', 'TwilioProxy/1.1'],
    ['I-Twilio-Idempotency-Token', '{uuid:token}'],
    FORM_TYPE,
  ],
  events: [
    message('delivered'),
    message('sent'),
    formEvent('ringing', {
      CallSid: 'CA{hex32:call}',
      AccountSid: ACCOUNT,
      From: TO,
      To: FROM,
      CallStatus: 'ringing',
      ApiVersion: '2010-04-01',
      Direction: 'inbound',
      FromCity: 'SAN FRANCISCO',
      FromState: 'CA',
      FromCountry: 'US',
    }),
    formEvent('completed', {
      CallSid: 'CA{hex32:call}',
      AccountSid: ACCOUNT,
      From: FROM,
      To: TO,
      CallStatus: 'completed',
      CallDuration: '42',
      Duration: '1',
      ApiVersion: '2010-04-01',
      Direction: 'outbound-api',
    }),
  ],
};
