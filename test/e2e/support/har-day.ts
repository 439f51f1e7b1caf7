// A morning of Stripe's deliveries as a HAR file: for what shows its shape only over hours, such as the
// timeline.

import { exampleSecret, signedRequest } from '../../support/signed-requests.ts';

const TYPES = ['invoice.paid', 'charge.refunded', 'customer.created', 'invoice.created'];
const COUNT = 160;
const SPAN_MS = 3 * 3_600_000;

/** Deliveries over the three hours before `now`, the oldest first; the signatures of some do not hold. */
export function harOfDay(now: number, url: string): string {
  const entries = Array.from({ length: COUNT }, (_, index) => {
    // Now more, now fewer, and never evenly.
    const share = (index + 0.6 * Math.sin(index * 7) + 6 * Math.sin(index / 9)) / COUNT;
    return entry(Math.round(now - SPAN_MS * (1 - Math.min(0.995, Math.max(0, share)))), index, url);
  });
  return JSON.stringify({
    log: { version: '1.2', creator: { name: 'demo', version: '1' }, entries },
  });
}

function entry(at: number, index: number, url: string) {
  const eventType = TYPES[index % TYPES.length] ?? '';
  const created = Math.floor(at / 1000);
  const body = JSON.stringify({
    id: `evt_${(index * 7919).toString(36)}`,
    type: eventType,
    created,
  });
  const failing = index % 19 === 0 || (index > 96 && index < 102);
  const secret = failing ? 'whsec_of_another_endpoint' : exampleSecret('stripe');
  const { headers } = signedRequest('stripe', { secret, eventType, body, at });
  const content = { size: 0, mimeType: 'application/json' };
  return {
    startedDateTime: new Date(at).toISOString(),
    time: 40,
    request: {
      ...{ method: 'POST', url, httpVersion: 'HTTP/1.1', cookies: [], queryString: [] },
      headers: headers.map(([name, value]) => ({ name, value })),
      postData: { mimeType: 'application/json', text: body },
      ...{ headersSize: -1, bodySize: body.length },
    },
    response: {
      ...{
        status: 200,
        statusText: '',
        httpVersion: 'HTTP/1.1',
        cookies: [],
        headers: [],
        content,
      },
      ...{ redirectURL: '', headersSize: -1, bodySize: 0 },
    },
    cache: {},
    timings: { send: 0, wait: 40, receive: 0 },
  };
}
