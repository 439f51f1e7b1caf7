// A delivery as an entry of a HAR file, without the text of its request's body.

import { STATUS_CODES } from 'node:http';
import { getHeader, type HeaderList } from '../../../shared/headers.ts';
import type { Attempt } from '../../../shared/model.ts';
import type { ExportedDelivery as Delivery, Exported } from './exported.ts';

/** Null for what never was a request: it has no address. */
export function harEntry({ delivery, answers }: Exported, endpointName: string | null) {
  const url = harUrl(delivery);
  if (url === null) return null;
  const { timing, durationMs } = delivery;
  const send = Math.max(0, timing.bodyMs ?? 0);
  const time = Math.max(send, durationMs ?? 0);
  return {
    startedDateTime: delivery.receivedAt,
    time,
    request: {
      method: delivery.method,
      url,
      httpVersion: httpVersion(delivery),
      cookies: [],
      headers: namedValues(delivery.headers),
      queryString: namedValues([...new URL(url).searchParams]),
      headersSize: -1,
      bodySize: delivery.bodySize,
    },
    response: harResponse(delivery, answers),
    cache: {},
    timings: { blocked: -1, dns: -1, connect: -1, send, wait: time - send, receive: 0, ssl: -1 },
    ...(delivery.remoteAddress !== null && { _remoteAddress: delivery.remoteAddress }),
    _hookglass: {
      id: delivery.id,
      endpoint: endpointName,
      state: delivery.state,
      provider: delivery.provider,
      eventType: delivery.eventType,
      messageId: delivery.messageId,
      verdict: { status: delivery.verdict.status, reason: delivery.verdict.reason },
      attempts: delivery.attempts.map(({ id: _, deliveryId: __, headers: ___, ...rest }) => rest),
    },
  };
}

/** What the sender was answered: of a forwarded answer all of it, of our own its status. */
function harResponse(delivery: Delivery, answers: readonly Buffer[]) {
  const status = delivery.response.status ?? 0;
  const index = delivery.attempts.findIndex(
    ({ trigger, outcome }) => trigger === 'forward' && outcome === 'response',
  );
  const forwarded = delivery.response.source === 'forward' ? delivery.attempts[index] : undefined;
  const bytes = forwarded === undefined ? null : (answers[index] ?? null);
  return {
    status,
    statusText: STATUS_CODES[status] ?? '',
    httpVersion: httpVersion(delivery),
    cookies: [],
    headers: namedValues(forwarded?.headers ?? []),
    content: harContent(forwarded, bytes),
    redirectURL: getHeader(forwarded?.headers ?? [], 'location') ?? '',
    headersSize: -1,
    bodySize: forwarded?.bodySize ?? -1,
  };
}

function harContent(attempt: Attempt | undefined, bytes: Buffer | null) {
  const mimeType = getHeader(attempt?.headers ?? [], 'content-type') ?? 'x-unknown';
  if (bytes === null) return { size: 0, mimeType };
  const text = bytes.toString();
  const isText = Buffer.from(text).equals(bytes);
  return {
    size: attempt?.bodySize ?? bytes.length,
    mimeType,
    ...(isText ? { text } : { text: bytes.toString('base64'), encoding: 'base64' }),
  };
}

/** The address as the sender called it, as far as the request tells. */
function harUrl({ target, headers, method }: Delivery): string | null {
  if (method === '' || target === '') return null;
  const forwarded = getHeader(headers, 'x-forwarded-proto')?.split(',', 1)[0]?.trim();
  const host = getHeader(headers, 'host') ?? '127.0.0.1';
  const scheme = forwarded === 'https' ? 'https' : 'http';
  const whole = /^https?:\/\//i.test(target) ? target : `${scheme}://${host}${target}`;
  return URL.canParse(whole) ? whole : null;
}

function httpVersion({ httpVersion: version }: Delivery): string {
  return version === '' ? 'HTTP/1.1' : `HTTP/${version}`;
}

function namedValues(pairs: HeaderList): { name: string; value: string }[] {
  return pairs.map(([name, value]) => ({ name, value }));
}
