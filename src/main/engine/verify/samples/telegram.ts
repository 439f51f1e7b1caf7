// Sample updates of a Telegram bot.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, type JsonObject, jsonEvent } from './make.ts';

const FROM = { id: 1111111, is_bot: false, first_name: 'Test', username: 'Testusername' };
const CHAT = { id: 1111111, type: 'private', first_name: 'Test', username: 'Testusername' };

const update = (kind: string, value: JsonObject) =>
  jsonEvent(kind, { update_id: '{number:digits9}', [kind]: value });

const MESSAGE = { message_id: 1365, from: FROM, chat: CHAT, date: '{number:unix}' };

export const telegramSamples: Samples = {
  headers: [JSON_TYPE],
  events: [
    update('message', { ...MESSAGE, text: '/start' }),
    update('edited_message', { ...MESSAGE, edit_date: '{number:unix}', text: 'Edited text' }),
    update('callback_query', {
      id: '{digits18:query}',
      from: FROM,
      message: { ...MESSAGE, text: 'Choose' },
      chat_instance: '{digits18:chat}',
      data: 'yes',
    }),
  ],
};
