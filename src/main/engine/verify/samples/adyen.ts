// Sample notifications of Adyen; the signature is part of the item.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, type JsonObject, jsonEvent } from './make.ts';

const event = (eventCode: string, fields: JsonObject) =>
  jsonEvent(eventCode, {
    live: 'false',
    notificationItems: [
      {
        NotificationRequestItem: {
          additionalData: { hmacSignature: '' },
          amount: { currency: 'EUR', value: 1130 },
          eventCode,
          eventDate: '{iso}',
          merchantAccountCode: 'TestMerchant',
          merchantReference: 'TestPayment-{digits10:reference}',
          pspReference: '{digits16}',
          success: 'true',
          ...fields,
        },
      },
    ],
  });

export const adyenSamples: Samples = {
  headers: [JSON_TYPE],
  events: [
    event('AUTHORISATION', { paymentMethod: 'visa', reason: '033899:1111:03/2030' }),
    event('CAPTURE', { originalReference: '{digits16:original}' }),
    event('REFUND', { originalReference: '{digits16:original}' }),
    event('CHARGEBACK', {
      originalReference: '{digits16:original}',
      reason: 'Fraudulent Transaction',
    }),
  ],
};
