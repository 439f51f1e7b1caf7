// What a delivery is about: its event type and message id, cut to what a list row can show.

import { hmacProvider } from './providers/hmac.ts';
import { PROVIDERS } from './providers.ts';
import { compileSource, headersOf, type SourceReader } from './source.ts';
import type { RequestView } from './view.ts';

export interface EventReaders {
  eventType: SourceReader;
  messageId: SourceReader;
}

export interface EventFacts {
  eventType: string | null;
  messageId: string | null;
}

const MAX_LENGTH = 200;

/** Both facts, each cut to 200 characters; null where there is none. */
export function readEvent({ eventType, messageId }: EventReaders, view: RequestView): EventFacts {
  return { eventType: shorten(eventType(view)), messageId: shorten(messageId(view)) };
}

function shorten(value: string | null): string | null {
  if (value === null || value.length <= MAX_LENGTH) return value;
  const last = value.charCodeAt(MAX_LENGTH - 1);
  // Half of a surrogate pair is not text.
  return value.slice(0, last >= 0xd800 && last <= 0xdbff ? MAX_LENGTH - 1 : MAX_LENGTH);
}

/**
 * For an endpoint without a provider: the headers in which the known providers say it, then the usual
 * names in the body.
 */
export const COMMON_READERS: EventReaders = {
  eventType: commonReader('eventType'),
  messageId: commonReader('messageId'),
};

function commonReader(field: 'eventType' | 'messageId'): SourceReader {
  const headers = PROVIDERS.flatMap((provider) => headersOf(provider[field] ?? ''));
  const places = [...new Set(headers.map((name) => `header:${name}`)), hmacProvider[field] ?? ''];
  return compileSource(places.join('|'));
}
