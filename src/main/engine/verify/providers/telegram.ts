// Telegram Bot API.

import type { ProviderEntry } from '../provider.ts';
import { telegramSamples } from '../samples/telegram.ts';

export const telegram: ProviderEntry = {
  id: 'telegram',
  name: 'Telegram Bot API',
  category: 'messaging',
  docs: 'https://core.telegram.org/bots/api#setwebhook',
  confidence: 'unconfirmed',
  retries: 'Retried a reasonable number of times on non-2xx.',
  messageId: 'json:$.update_id',
  rules: [
    {
      scheme: 'token',
      token: { in: 'header', name: 'X-Telegram-Bot-Api-Secret-Token' },
    },
  ],
  notes: [
    'The secret_token has 1 to 256 characters of A-Z, a-z, 0-9, _ and -; without one nothing is sent.',
    'Event type = the one key besides update_id.',
    'Ports 443/80/88/8443 only.',
  ],
  samples: telegramSamples,
};
