// A sample of what Braintree sends: a form with XML in base64, and its signature beside it.

import type { Samples } from '../provider.ts';
import { FORM_TYPE, formEvent } from './make.ts';

/** A subscription that was charged; base64 as Ruby writes it, 60 characters a line. */
const CHARGED = [
  'PG5vdGlmaWNhdGlvbj4KICA8a2luZD5zdWJzY3JpcHRpb25fY2hhcmdlZF9z',
  'dWNjZXNzZnVsbHk8L2tpbmQ+CiAgPHRpbWVzdGFtcCB0eXBlPSJkYXRldGlt',
  'ZSI+MjAyNi0xMS0yMFQxMjowMDowMFo8L3RpbWVzdGFtcD4KICA8c3ViamVj',
  'dD4KICAgIDxzdWJzY3JpcHRpb24+CiAgICAgIDxpZD5tb250aGx5XzE8L2lk',
  'PgogICAgICA8c3RhdHVzPkFjdGl2ZTwvc3RhdHVzPgogICAgPC9zdWJzY3Jp',
  'cHRpb24+CiAgPC9zdWJqZWN0Pgo8L25vdGlmaWNhdGlvbj4K',
];

export const braintreeSamples: Samples = {
  headers: [FORM_TYPE],
  events: [
    formEvent('subscription_charged_successfully', { bt_payload: `${CHARGED.join('\n')}\n` }),
  ],
};
