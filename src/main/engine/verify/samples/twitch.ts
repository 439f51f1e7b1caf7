// Sample notifications of Twitch's EventSub.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, type JsonObject, jsonEvent } from './make.ts';

const event = (type: string, condition: JsonObject, fields: JsonObject) =>
  jsonEvent(
    type,
    {
      subscription: {
        id: '{uuid:subscription}',
        status: 'enabled',
        type,
        version: '1',
        condition,
        transport: { method: 'webhook', callback: 'https://example.com/webhooks/callback' },
        created_at: '{iso}',
        cost: 0,
      },
      event: {
        broadcaster_user_id: '12826',
        broadcaster_user_login: 'twitch',
        broadcaster_user_name: 'Twitch',
        ...fields,
      },
    },
    [['Twitch-Eventsub-Subscription-Type', type]],
  );

const BROADCASTER = { broadcaster_user_id: '12826' };

export const twitchSamples: Samples = {
  headers: [
    ['Twitch-Eventsub-Message-Id', '{uuid}'],
    ['Twitch-Eventsub-Message-Type', 'notification'],
    ['Twitch-Eventsub-Message-Retry', '0'],
    ['Twitch-Eventsub-Subscription-Version', '1'],
    JSON_TYPE,
  ],
  events: [
    event('stream.online', BROADCASTER, { id: '9001', type: 'live', started_at: '{iso}' }),
    event('stream.offline', BROADCASTER, {}),
    event('channel.subscribe', BROADCASTER, {
      user_id: '1234',
      user_login: 'cool_user',
      user_name: 'Cool_User',
      tier: '1000',
      is_gift: false,
    }),
  ],
};
