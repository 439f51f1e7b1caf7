// The requests that are sent: a signed Stripe event of 1 KB, and many different small ones.

import { createHmac } from 'node:crypto';

export const SECRET = 'whsec_benchmark_0123456789abcdef';
const SIGNED_BODY_BYTES = 1024;
const SEED_BODY_BYTES = 640;

/**
 * A `POST` as the load generator takes it.
 * @param {string} url
 * @param {string} body Latin-1.
 * @param {Record<string, string>} [headers]
 */
export function post(url, body, headers = {}) {
  const { hostname, port, pathname } = new URL(url);
  const lines = Object.entries({
    Host: `${hostname}:${port}`,
    'Content-Type': 'application/json',
    'Content-Length': String(body.length),
    'User-Agent': 'hookglass-bench',
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `POST ${pathname} HTTP/1.1\r\n${lines.join('')}\r\n`;
  return { host: hostname, port: Number(port), head, body };
}

/**
 * A Stripe event of 1 KB with a valid signature of now (Stripe's tolerance is 300 s).
 * @param {string} url
 */
export function signedPost(url) {
  const body = jsonOfSize(SIGNED_BODY_BYTES, {
    id: 'evt_1Q0benchmark',
    object: 'event',
    type: 'invoice.paid',
    data: { object: { id: 'in_1Q0benchmark', amount_paid: 4200, currency: 'eur' } },
  });
  const time = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', SECRET).update(`${time}.${body}`).digest('hex');
  return post(url, body, { 'Stripe-Signature': `t=${time},v1=${signature}` });
}

/**
 * A delivery to fill a store with: each has another number, so that no two bodies are the same.
 * @param {string} url
 * @param {string} word Searched for later.
 */
export function seedPost(url, word) {
  const number = '0000000000';
  const body = jsonOfSize(SEED_BODY_BYTES, {
    id: `order-${number}`,
    type: 'order.updated',
    note: word,
    customer: { name: 'Grace Hopper', email: 'grace@example.com', city: 'Arlington' },
    lines: [
      { sku: 'TEA-0042', title: 'Green tea, loose', quantity: 2, price: '12.50' },
      { sku: 'CUP-0007', title: 'Cup, stoneware', quantity: 1, price: '9.00' },
    ],
  });
  return { ...post(url, body), counterAt: body.indexOf(number) };
}

/**
 * @param {number} size
 * @param {object} value
 */
function jsonOfSize(size, value) {
  const empty = JSON.stringify({ ...value, padding: '' }).length;
  return JSON.stringify({ ...value, padding: 'lorem ipsum '.repeat(size).slice(0, size - empty) });
}
