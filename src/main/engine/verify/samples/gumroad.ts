// What Gumroad sends: a sale, and its refund, each a form that has the seller's id for a token.

import type { Samples } from '../provider.ts';
import { FORM_TYPE, formEvent } from './make.ts';

const sale = (resource: string, more: Readonly<Record<string, string>>) =>
  formEvent(resource, {
    seller_id: '',
    resource_name: resource,
    sale_id: '{alnum22:sale}==',
    product_name: 'A small book of webhooks',
    permalink: 'webhooks',
    email: 'ada@example.com',
    price: '1200',
    currency: 'usd',
    quantity: '1',
    ...more,
  });

export const gumroadSamples: Samples = {
  headers: [FORM_TYPE],
  events: [
    sale('sale', { refunded: 'false', sale_timestamp: '{iso}' }),
    sale('refund', { refunded: 'true' }),
  ],
};
