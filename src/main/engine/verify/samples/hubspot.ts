// Sample events of HubSpot, each in a list as HubSpot sends them.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, type JsonObject, jsonEvent } from './make.ts';

const event = (subscriptionType: string, fields: JsonObject) =>
  jsonEvent(subscriptionType, [
    {
      eventId: '{number:digits9}',
      subscriptionId: 25,
      portalId: 33,
      appId: 1160452,
      occurredAt: '{number:ms}',
      subscriptionType,
      attemptNumber: 0,
      objectId: 123,
      ...fields,
    },
  ]);

export const hubspotSamples: Samples = {
  headers: [['User-Agent', 'HubSpot Connect 2.0 (http://dev.hubspot.com/)'], JSON_TYPE],
  events: [
    event('contact.creation', { changeFlag: 'CREATED', changeSource: 'CRM_UI' }),
    event('contact.propertyChange', {
      changeSource: 'CRM',
      propertyName: 'lifecyclestage',
      propertyValue: 'customer',
    }),
    event('deal.creation', { changeFlag: 'CREATED', changeSource: 'INTEGRATION' }),
    event('company.deletion', { changeFlag: 'DELETED', changeSource: 'CRM_UI' }),
  ],
};
