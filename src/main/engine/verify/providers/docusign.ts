// DocuSign Connect: one signature header for each active key.

import type { ProviderEntry } from '../provider.ts';

export const docusign: ProviderEntry = {
  id: 'docusign',
  name: 'DocuSign Connect',
  sender: 'DocuSign',
  category: 'documents',
  docs: 'https://www.docusign.com/blog/developers/manually-authenticating-hmac-signatures-docusign-connect-webhook-configurations',
  confidence: 'documented',
  secretHint: 'The Connect key as it is shown, with the = at its end.',
  deadlineSeconds: 100,
  retries: 'Retried for up to 15 days (SIM mode).',
  messageId: 'json:$.data.envelopeId+json:$.event+json:$.generatedDateTime',
  eventType: 'json:$.event',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'X-DocuSign-Signature-1',
        isNumbered: true,
        style: 'plain',
      },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  notes: [
    'There is one header for each active key: -1, -2 and so on; any of them may match.',
    'The key looks like base64 but is used as it is.',
  ],
};
