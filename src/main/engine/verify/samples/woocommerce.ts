// Sample events of WooCommerce.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, type JsonObject, jsonEvent } from './make.ts';

const event = (topic: string, json: JsonObject) => {
  const [resource = '', name = ''] = topic.split('.');
  return jsonEvent(topic, json, [
    ['X-WC-Webhook-Topic', topic],
    ['X-WC-Webhook-Resource', resource],
    ['X-WC-Webhook-Event', name],
  ]);
};

const ORDER = {
  id: 727,
  number: '727',
  currency: 'USD',
  total: '29.35',
  date_created: '{iso}',
  billing: { first_name: 'John', last_name: 'Doe', email: 'john.doe@example.com' },
  line_items: [{ id: 315, name: 'Woo Single #1', product_id: 93, quantity: 2, total: '6.00' }],
};

export const woocommerceSamples: Samples = {
  headers: [
    ['User-Agent', 'WooCommerce/9.4.1 Hookshot (WordPress/6.7)'],
    ['X-WC-Webhook-Source', 'https://shop.example.com/'],
    ['X-WC-Webhook-ID', '142'],
    ['X-WC-Webhook-Delivery-ID', '{hex32}'],
    JSON_TYPE,
  ],
  events: [
    event('order.created', { ...ORDER, status: 'processing' }),
    event('order.updated', { ...ORDER, status: 'completed' }),
    event('product.updated', {
      id: 794,
      name: 'Premium Quality',
      status: 'publish',
      price: '21.99',
      stock_status: 'instock',
      date_modified: '{iso}',
    }),
    event('customer.created', {
      id: 25,
      email: 'john.doe@example.com',
      first_name: 'John',
      role: 'customer',
      date_created: '{iso}',
    }),
  ],
};
