// Sample events of Trello.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, type JsonObject, jsonEvent } from './make.ts';

const BOARD = { id: '{hex24:board}', name: 'Trello Development', shortLink: '{alnum8:board}' };
const CARD = { id: '{hex24:card}', name: 'Webhooks', idShort: 1458, shortLink: '{alnum8:card}' };

const event = (type: string, data: JsonObject) =>
  jsonEvent(type, {
    action: {
      id: '{hex24}',
      idMemberCreator: '{hex24:member}',
      data: { board: BOARD, card: CARD, ...data },
      type,
      date: '{iso}',
      memberCreator: { id: '{hex24:member}', fullName: 'Jane Doe', username: 'jane' },
    },
    model: BOARD,
  });

export const trelloSamples: Samples = {
  headers: [JSON_TYPE],
  events: [
    event('createCard', { list: { id: '{hex24:list}', name: 'Todo' } }),
    event('updateCard', {
      listBefore: { id: '{hex24:list}', name: 'Todo' },
      listAfter: { id: '{hex24:done}', name: 'Done' },
    }),
    event('commentCard', { text: 'Looks good to me.' }),
  ],
};
