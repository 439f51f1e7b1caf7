// Moralis Streams: Keccak-256, as Ethereum hashes, of the body and the secret.

import type { ProviderEntry } from '../provider.ts';

export const moralis: ProviderEntry = {
  id: 'moralis',
  name: 'Moralis Streams',
  sender: 'Moralis',
  category: 'web3',
  docs: 'https://docs.moralis.com/streams/security-and-reliability/webhook-security',
  confidence: 'documented',
  secretHint: 'The secret key of the account, which signs all of its streams.',
  retries: 'Retried; the stream is set to error after many failures.',
  messageId: 'json:$.block.hash+json:$.streamId',
  eventType: 'json:$.tag',
  rules: [
    {
      scheme: 'digest',
      hash: 'keccak256',
      encoding: '0xhex',
      signature: { in: 'header', name: 'x-signature', style: 'plain' },
      signedContent: '{body}{secret}',
      timestamp: null,
    },
  ],
  handshake: {
    when: { method: 'POST', has: { 'json:$.chainId': '', 'json:$.streamId': '' } },
    signed: true,
    respond: { status: 200 },
  },
  notes: [
    'Keccak-256 is not SHA3-256, though it is often called so.',
    'One event is sent with confirmed false first and with confirmed true later.',
  ],
};
