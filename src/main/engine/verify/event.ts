// What a delivery is about: its event type and message id, cut to what a list row can show.

import { hmacProvider } from './providers/hmac.ts';
import { PROVIDERS } from './providers.ts';
import { compileSource, headersOf, type SourceReader, singleHeader } from './source.ts';
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
 * For an endpoint without a provider: the headers in which the known providers say it, in the order of
 * the providers, then the usual names in the body.
 */
export const COMMON_READERS: EventReaders = {
  eventType: commonReader('eventType'),
  messageId: commonReader('messageId'),
};

function commonReader(field: 'eventType' | 'messageId'): SourceReader {
  const ranks = new Map<string, number>();
  for (const provider of PROVIDERS) {
    for (const name of headersOf(provider[field] ?? '')) {
      const lowerName = name.toLowerCase();
      if (!ranks.has(lowerName)) ranks.set(lowerName, ranks.size);
    }
  }
  const readBody = compileSource(hmacProvider[field] ?? '');
  // One pass over the request's headers: there are hundreds of names that it could have.
  return (view) => {
    let best: string | null = null;
    let bestRank = Number.POSITIVE_INFINITY;
    for (const [name, value] of view.headers) {
      const rank = ranks.get(name.toLowerCase()) ?? Number.POSITIVE_INFINITY;
      if (rank < bestRank && value.trim() !== '') {
        bestRank = rank;
        best = name;
      }
    }
    const found = best === null ? null : singleHeader(view.headers, best.toLowerCase());
    return found || readBody(view);
  };
}
