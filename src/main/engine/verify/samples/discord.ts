// Sample events of Discord's webhook events.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, jsonEvent } from './make.ts';

const USER = {
  id: '80351110224678912',
  username: 'nelly',
  discriminator: '0',
  global_name: 'Nelly',
};

const event = (type: string, data: { [name: string]: string | number | typeof USER }) =>
  jsonEvent(type, {
    version: 1,
    application_id: '1234560123453231555',
    type: 1,
    event: { type, timestamp: '{iso}', data },
  });

export const discordSamples: Samples = {
  headers: [['User-Agent', 'Discord-Webhook/1.0 (+https://discord.com)'], JSON_TYPE],
  events: [
    event('APPLICATION_AUTHORIZED', { integration_type: 1, user: USER }),
    event('APPLICATION_DEAUTHORIZED', { user: USER }),
    event('ENTITLEMENT_CREATE', {
      id: '1{digits18:entitlement}',
      sku_id: '1019475255913222144',
      application_id: '1019370614521200640',
      user_id: USER.id,
      type: 8,
    }),
  ],
};
