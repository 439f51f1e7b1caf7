// Plivo: version 3 signs the URL and the form, with a nonce; the older versions sign less.

import type { ProviderEntry } from '../provider.ts';
import { plivoSamples } from '../samples/plivo.ts';

export const plivo: ProviderEntry = {
  id: 'plivo',
  name: 'Plivo',
  category: 'messaging',
  docs: 'https://www.npmjs.com/package/plivo',
  confidence: 'source',
  secretHint: 'Auth Token.',
  messageId: 'form:CallUUID+form:Event|form:MessageUUID+form:Status',
  eventType: 'form:Event|form:Status',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'X-Plivo-Signature-V3',
        style: 'list',
        prefix: '',
        separator: ',',
      },
      signedContent: '{plivo.url}.{header:X-Plivo-Signature-V3-Nonce}',
      timestamp: null,
    },
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'X-Plivo-Signature-Ma-V3',
        style: 'list',
        prefix: '',
        separator: ',',
      },
      signedContent: '{plivo.url}.{header:X-Plivo-Signature-V3-Nonce}',
      timestamp: null,
    },
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Plivo-Signature-V2', style: 'plain' },
      signedContent: '{url.base}{header:X-Plivo-Signature-V2-Nonce}',
      timestamp: null,
      when: { 'header:X-Plivo-Signature-V3': null },
    },
    {
      scheme: 'hmac',
      hash: 'sha1',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Plivo-Signature', style: 'plain' },
      signedContent: '{url}{form.sorted}',
      timestamp: null,
      when: { 'header:X-Plivo-Signature-V3': null, 'header:X-Plivo-Signature-V2': null },
    },
  ],
  notes: [
    'Version 3 signs the URL with its query sorted, and the sorted fields of the form.',
    'X-Plivo-Signature-Ma-V3 is made with the Auth Token of the main account, the other one with that of a subaccount.',
  ],
  samples: plivoSamples,
};
