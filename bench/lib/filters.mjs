// Filters to measure. Of the first list none finds more than the oldest delivery, so that every one looks
// at all.

import { MARK } from './host.mjs';

export const FILTERS = [
  'type:nothing.*',
  'status:>=500',
  'size:>10mb',
  'duration:>1h',
  'provider:github or is:pinned',
  'is:late',
  'is:forwarded',
  'note:nowhere label:red',
  '-verdict:verified reason:timestamp-*',
  'nowhere',
  'header[x-forwarded-for]:10.0.0.9',
  '-header[user-agent]:stripe',
  'body:"nowhere to be found"',
  'body.data.customer.city:Berlin',
  'body.created:<1000',
  '-body.type:invoice.paid',
  'path:/elsewhere (paid or is:failed) -body.id:evt_1',
];

/** Filters of each kind over what `seed` stores: those with the mark find 20 among the newest tenth. */
export const FINDING = [
  'type:order.*',
  'status:<300 method:POST',
  'size:>500 -is:failed',
  'after:1h path:/',
  `body:"${MARK}"`,
  `body.note:${MARK}`,
  `-body.note:plain`,
  `(body.note:${MARK} or is:late) header[user-agent]:hookglass`,
];
