// Netlify.

import type { ProviderEntry } from '../provider.ts';
import { netlifySamples } from '../samples/netlify.ts';

export const netlify: ProviderEntry = {
  id: 'netlify',
  name: 'Netlify',
  category: 'cloud',
  docs: 'https://docs.netlify.com/site-deploys/notifications/#payload-signature',
  confidence: 'documented',
  secretHint: 'The JWS secret token that you entered for the outgoing webhook.',
  retries: 'A hook is disabled after 6 failures in a row.',
  messageId: 'json:$.id+json:$.state',
  eventType: 'json:$.state',
  rules: [
    {
      scheme: 'jwt',
      token: { in: 'header', name: 'X-Webhook-Signature' },
      algs: ['HS256'],
      claims: { iss: 'netlify' },
      bodyHash: { claim: 'sha256', encoding: 'hex' },
    },
  ],
  samples: netlifySamples,
};
