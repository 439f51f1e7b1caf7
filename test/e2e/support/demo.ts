// A working day of a small shop: endpoints of several providers, their deliveries signed as they would
// be, and the shop's own server behind them. For the pictures, and for tests that need a filled list.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exampleSecret, signedRequest } from '../../support/signed-requests.ts';
import { atEndOfFile } from './at-end.ts';
import type { Headless } from './headless.ts';
import { type Outgoing, send } from './send.ts';

export interface DemoOptions {
  /** How the requests get there; straight to the receiver unless given. */
  deliver?: (request: Outgoing & { target: string }) => Promise<unknown>;
}

interface Step {
  provider: string;
  eventType: string;
  data: object;
  /** What the shop's server answers, and how long it takes to. */
  answer?: [status: number, ms: number];
  /** Seconds since it was signed. */
  age?: number;
  change?: (body: string) => string;
}

const forwarded = ['stripe', 'pocketbook', 'github', 'shopify', 'slack'];

/** Makes the endpoints and sends the day's deliveries, the oldest first. Resolves when all are stored. */
export async function fillWithDemo(host: Headless, { deliver }: DemoOptions = {}): Promise<void> {
  const shop = await startShop();
  for (const [provider, name] of NAMES) {
    const current = { label: 'current', value: exampleSecret(provider) };
    const previous = { label: 'previous', value: `${exampleSecret(provider)}-2025` };
    await host.call('endpoints.create', {
      ...{ name, path: `/${provider}`, provider },
      // LicenseChain's secret has not been pasted yet.
      secrets: provider === 'licensechain' ? [] : [current, previous],
      ...(forwarded.includes(provider) && { forwardTo: `${shop.url}/webhooks/${provider}` }),
    });
  }
  const toReceiver = deliver ?? ((request) => send(host.receiverUrl, request));
  for (const step of DAY) {
    shop.next = step.answer ?? [200, 0];
    await toReceiver(requestOf(step));
  }
  await toReceiver({ method: 'GET', target: '/favicon.ico', headers: [['User-Agent', 'Mozilla']] });
  for (const step of EVENING) {
    shop.next = step.answer ?? [200, 0];
    await toReceiver(requestOf(step));
  }
}

function requestOf({ provider, eventType, data, age = 0, change }: Step) {
  const at = Date.now() - age * 1000;
  const seconds = Math.floor(at / 1000);
  const body = JSON.stringify(bodyOf(provider, eventType, seconds, data));
  const request = signedRequest(provider, { secret: exampleSecret(provider), eventType, body, at });
  return {
    ...request,
    target: `/${provider}`,
    body: change ? change(request.body.toString()) : request.body,
  };
}

function bodyOf(provider: string, type: string, seconds: number, data: object): object {
  // The same for the same event within a second, so that one of them is a second delivery.
  const id = `evt_${seconds.toString(36)}${Buffer.from(type).toString('hex').slice(-12)}`;
  switch (provider) {
    case 'github':
    case 'shopify':
      return data;
    case 'blockmark':
      return { event: type, ...data };
    case 'slack':
      return { type: 'event_callback', event_id: 'Ev08MFMKH6', event: { type, ...data } };
    default:
      return { id, type, created: seconds, livemode: false, data };
  }
}

/** The shop's server: answers as it is told, and takes its time over it. */
async function startShop(): Promise<{ url: string; next: [status: number, ms: number] }> {
  const shop: { url: string; next: [number, number] } = { url: '', next: [200, 0] };
  const server = createServer((request, response) => {
    const [status, ms] = shop.next;
    const body = JSON.stringify(ANSWERS[status] ?? { received: true });
    request.resume().on('end', () => {
      const answer = () => {
        response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
      };
      setTimeout(answer, ms);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atEndOfFile(() => {
    server.close();
    server.closeAllConnections();
  });
  shop.url = `http://localhost:${(server.address() as AddressInfo).port}`;
  return shop;
}

const ANSWERS: Record<number, object> = {
  202: { queued: true },
  401: { error: 'invalid signature' },
  500: { error: 'TypeError: Cannot read properties of undefined (reading “voucher”)' },
};

const NAMES = [
  ['stripe', 'Stripe'],
  ['pocketbook', 'Pocketbook'],
  ['github', 'GitHub'],
  ['shopify', 'Shopify'],
  ['slack', 'Slack'],
  ['blockmark', 'BlockMark'],
  ['bloock', 'Bloock'],
  ['licensechain', 'LicenseChain'],
] as const;

const customer = { id: 'cus_QXg1bqPzUjw4', email: 'ada@example.com', name: 'Ada Byron' };
const certificate = {
  certificateId: '507f1f77bcf86cd799439011',
  recipient: { name: 'Grace Hopper', email: 'grace@example.com' },
  template: { id: 'tpl_advanced_compilers', version: 4 },
  mintedAt: '2026-01-15T10:35:00Z',
};

const DAY: Step[] = [
  {
    ...{ provider: 'github', eventType: 'check_run', answer: [202, 90] },
    data: { action: 'completed', check_run: { name: 'test', conclusion: 'success' } },
  },
  { provider: 'stripe', eventType: 'invoice.created', data: { customer }, answer: [200, 40] },
  {
    ...{ provider: 'blockmark', eventType: 'issued_certificate.updated' },
    data: { data: { slug: '2db008cf-1ce0-48d8-9b66-300423891fe5', status: 'Active' } },
  },
  {
    ...{ provider: 'slack', eventType: 'app_mention', answer: [200, 12] },
    data: { user: 'U061F7AUR', text: '<@U0LAN0Z89> deploy the shop', channel: 'C0LAN2Q65' },
  },
  { provider: 'stripe', eventType: 'customer.created', data: { customer }, answer: [200, 37] },
  {
    ...{ provider: 'github', eventType: 'pull_request', answer: [202, 110] },
    data: { action: 'opened', number: 42, pull_request: { title: 'Take vouchers at the till' } },
  },
  {
    ...{ provider: 'pocketbook', eventType: 'bulk_job.completed', age: 372, answer: [401, 18] },
    data: { jobId: 'job_88', succeeded: 1204, failed: 0 },
  },
  {
    ...{ provider: 'stripe', eventType: 'charge.refunded', answer: [200, 44] },
    data: { object: { id: 'ch_3PqL', amount: 4200, currency: 'eur', customer: customer.id } },
  },
  {
    ...{ provider: 'pocketbook', eventType: 'voucher.expired', answer: [500, 96] },
    data: { voucherId: 'v_2210', code: 'SPRING-26' },
  },
];

const EVENING: Step[] = [
  {
    ...{ provider: 'licensechain', eventType: 'license.updated' },
    data: { id: 'lic_77', licenseKey: 'ABC123', status: 'active' },
  },
  {
    ...{ provider: 'github', eventType: 'push', answer: [202, 130] },
    data: { ref: 'refs/heads/main', repository: { full_name: 'corner-shop/till' }, commits: [] },
  },
  { provider: 'blockmark', eventType: 'endpoint.verify', data: { secret: 'abc123' } },
  {
    ...{ provider: 'shopify', eventType: 'orders/create', answer: [200, 61] },
    data: { id: 820982911946154, email: 'jon@example.com', total_price: '199.00' },
  },
  {
    ...{ provider: 'stripe', eventType: 'invoice.paid', answer: [200, 39] },
    data: { object: { id: 'in_1Pq', amount_paid: 4200, currency: 'eur', customer: customer.id } },
  },
  {
    ...{ provider: 'bloock', eventType: 'core.bloock_chain' },
    data: { finalized: true, id: 105122 },
  },
  {
    ...{ provider: 'pocketbook', eventType: 'certificate.minted', answer: [401, 140] },
    data: certificate,
    change: (body) => `${body}\n`,
  },
  {
    ...{ provider: 'stripe', eventType: 'invoice.paid', answer: [200, 41] },
    data: { object: { id: 'in_1Pr', amount_paid: 1800, currency: 'eur', customer: customer.id } },
  },
  {
    ...{ provider: 'pocketbook', eventType: 'certificate.created', answer: [200, 88] },
    data: certificate,
  },
];
