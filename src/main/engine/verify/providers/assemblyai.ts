// AssemblyAI.

import type { ProviderEntry } from '../provider.ts';

export const assemblyai: ProviderEntry = {
  id: 'assemblyai',
  name: 'AssemblyAI',
  category: 'ai',
  docs: 'https://www.assemblyai.com/docs/deployment/webhooks',
  confidence: 'unconfirmed',
  deadlineSeconds: 10,
  retries: 'Up to 10 attempts, 10 s apart.',
  messageId: 'json:$.transcript_id',
  eventType: 'json:$.status',
  rules: [
    {
      scheme: 'token',
      token: { in: 'header', name: '{option:header}' },
    },
  ],
  options: [
    {
      key: 'header',
      label: 'Header',
      help: 'The name of the header that carries the signature.',
      default: 'X-Signature',
    },
  ],
  notes: ['Webhook_auth_header_name / value set per transcript request.'],
};
