// What Airtable sends: which base changed by which of its webhooks; the changes are fetched after it.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, jsonEvent } from './make.ts';

const ping = (eventType: string, base: string, webhook: string) =>
  jsonEvent(eventType, {
    base: { id: base },
    webhook: { id: webhook },
    timestamp: '{iso}',
  });

export const airtableSamples: Samples = {
  headers: [['User-Agent', 'Airtable'], JSON_TYPE],
  events: [ping('notification', 'app00000000000000', 'ach00000000000000')],
};
