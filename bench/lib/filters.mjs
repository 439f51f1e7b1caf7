// Filters to measure: none of them finds more than the oldest delivery, so that every one looks at all.

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
