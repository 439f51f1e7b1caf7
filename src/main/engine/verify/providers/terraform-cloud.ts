// HCP Terraform / Terraform Enterprise.

import type { ProviderEntry } from '../provider.ts';

export const terraformCloud: ProviderEntry = {
  id: 'terraform-cloud',
  name: 'HCP Terraform / Terraform Enterprise',
  sender: 'HCP Terraform',
  category: 'code',
  docs: 'https://developer.hashicorp.com/terraform/cloud-docs/api-docs/notification-configurations',
  confidence: 'corroborated',
  retries: 'Verification request must answer 200 or the configuration is not enabled.',
  eventType: 'json:$.notifications[0].trigger',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha512',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-TFE-Notification-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  handshake: {
    when: { method: 'POST', has: { 'json:$.notifications[0].trigger': 'verification' } },
    signed: true,
    respond: { status: 200 },
  },
  notes: ['SHA-512, hex.'],
};
