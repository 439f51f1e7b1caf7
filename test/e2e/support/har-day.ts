// A quiet day's deliveries as a HAR file: for what shows its shape only over hours, such as the timeline.

const TYPES = ['invoice.paid', 'charge.refunded', 'customer.created', 'invoice.created'];
const COUNT = 160;
const SPAN_MS = 3 * 3_600_000;

/** Deliveries spread over the three hours before `now`, some of them answered 500. */
export function harOfDay(now: number, url: string): string {
  const entries = Array.from({ length: COUNT }, (_, index) => {
    // More towards the middle, and never evenly: as people buy.
    const wave = 0.5 + Math.sin(index * 12.9898) * 0.02;
    const share = (index / COUNT) * 0.98 + (wave - 0.5);
    return entry(now - SPAN_MS * (1 - Math.max(0, share)), index, url);
  });
  return JSON.stringify({
    log: { version: '1.2', creator: { name: 'demo', version: '1' }, entries },
  });
}

function entry(at: number, index: number, url: string) {
  const type = TYPES[index % TYPES.length];
  const text = JSON.stringify({ id: `evt_${(index * 7919).toString(36)}`, type });
  const content = { size: 0, mimeType: 'application/json' };
  const status = index % 17 === 0 || (index > 90 && index < 97) ? 500 : 200;
  return {
    startedDateTime: new Date(at).toISOString(),
    time: 20 + (index % 9) * 7,
    request: {
      ...{ method: 'POST', url, httpVersion: 'HTTP/1.1', cookies: [], queryString: [] },
      headers: [{ name: 'Content-Type', value: 'application/json' }],
      postData: { mimeType: 'application/json', text },
      ...{ headersSize: -1, bodySize: text.length },
    },
    response: {
      ...{ status, statusText: '', httpVersion: 'HTTP/1.1', cookies: [], headers: [], content },
      ...{ redirectURL: '', headersSize: -1, bodySize: 0 },
    },
    cache: {},
    timings: { send: 0, wait: 20 + (index % 9) * 7, receive: 0 },
  };
}
