// Docker Hub.

import type { ProviderEntry } from '../provider.ts';

export const dockerHub: ProviderEntry = {
  id: 'docker-hub',
  name: 'Docker Hub',
  category: 'code',
  docs: 'https://docs.docker.com/docker-hub/repos/manage/webhooks/',
  confidence: 'unconfirmed',
  rules: [
    {
      scheme: 'none',
    },
  ],
  notes: [
    'Unsigned; put a random token in the URL.',
    'Body has callback_url: POST {state:"success"} there to validate the callback chain.',
  ],
};
