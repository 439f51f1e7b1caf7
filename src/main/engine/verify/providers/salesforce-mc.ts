// Salesforce Marketing Cloud ENS.

import type { ProviderEntry } from '../provider.ts';

export const salesforceMc: ProviderEntry = {
  id: 'salesforce-mc',
  name: 'Salesforce Marketing Cloud ENS',
  category: 'crm',
  docs: 'https://developer.salesforce.com/docs/atlas.en-us.noversion.mc-apis.meta/mc-apis/ens-notification-signing.htm',
  confidence: 'documented',
  eventType: 'json:$[0].eventCategoryType',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'base64',
      signature: { in: 'header', name: 'x-sfmc-ens-signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  handshake: {
    when: { method: 'POST', has: { 'json:$.verificationKey': true } },
    respond: { status: 200 },
    next: "Post the verificationKey of this request back with the Event Notification Service's verify call: the answer alone is not enough.",
  },
  notes: ['Key decoding (base64 vs raw) to be confirmed.'],
};
