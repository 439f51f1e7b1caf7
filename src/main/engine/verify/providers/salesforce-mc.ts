// Salesforce Marketing Cloud ENS.

import type { HmacRule, ProviderEntry } from '../provider.ts';

export const salesforceMc: ProviderEntry = {
  id: 'salesforce-mc',
  name: 'Salesforce Marketing Cloud ENS',
  sender: 'Marketing Cloud',
  category: 'crm',
  docs: 'https://developer.salesforce.com/docs/atlas.en-us.noversion.mc-apis.meta/mc-apis/ens-notification-signing.htm',
  confidence: 'documented',
  eventType: 'json:$[0].eventCategoryType',
  // Its document does not say how the key is to be read, and public verifiers differ.
  rules: [signedBy('base64'), signedBy('utf8')],
  handshake: {
    when: { method: 'POST', has: { 'json:$.verificationKey': true } },
    respond: { status: 200 },
    next: "Post the verificationKey of this request back with the Event Notification Service's verify call: the answer alone is not enough.",
  },
};

function signedBy(key: HmacRule['key']): HmacRule {
  return {
    ...{ scheme: 'hmac', hash: 'sha256', encoding: 'base64', key },
    signature: { in: 'header', name: 'x-sfmc-ens-signature', style: 'plain' },
    signedContent: '{body}',
    timestamp: null,
  };
}
