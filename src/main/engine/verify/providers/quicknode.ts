// QuickNode Streams.

import type { ProviderEntry } from '../provider.ts';

export const quicknode: ProviderEntry = {
  id: 'quicknode',
  name: 'QuickNode Streams',
  category: 'web3',
  docs: 'https://www.quicknode.com/guides/quicknode-products/streams/validating-incoming-streams-webhook-messages',
  confidence: 'documented',
  secretHint: 'Stream security token.',
  messageId: 'header:X-QN-Nonce',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-QN-Signature', style: 'plain' },
      signedContent: '{header:X-QN-Nonce}{timestamp}{body}',
      timestamp: { from: 'header:X-QN-Timestamp', unit: 's', tolerance: null },
    },
  ],
  notes: ['With gzip the signature is over the UNcompressed JSON.'],
};
