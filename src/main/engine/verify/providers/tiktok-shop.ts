// TikTok Shop.

import type { ProviderEntry } from '../provider.ts';

export const tiktokShop: ProviderEntry = {
  id: 'tiktok-shop',
  name: 'TikTok Shop',
  category: 'commerce',
  docs: 'https://www.skills.sh/hookdeck/webhook-skills/tiktok-shop-webhooks',
  confidence: 'corroborated',
  messageId: 'json:$.tts_notification_id',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'Authorization', style: 'plain' },
      signedContent: '{option:app_key}{body}',
      timestamp: null,
    },
  ],
  options: [
    {
      key: 'app_key',
      label: 'App key',
      help: 'The app key of your application, which is part of what is signed.',
      default: '',
    },
  ],
  notes: ['Authorization has no Bearer prefix.', 'App_key is prepended to the body.'],
};
