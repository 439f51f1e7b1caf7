// What a vector is: one request as a provider sends it, with what it takes to verify it.

import type { Options } from '../../../../../src/main/engine/verify/compile.ts';
import type { HeaderList } from '../../../../../src/shared/headers.ts';

interface SignedDelivery {
  provider: string;
  /** The document, the library or the publication that it is made from. */
  source: string;
  /** What the endpoint has; empty where the provider publishes its key, or signs nothing. */
  secret: string;
  /** A second secret, which opens what the provider encrypts. */
  encryptionKey?: string;
  options?: Options;
  /** POST by default. */
  method?: string;
  /** Where it was sent to, where that is signed. */
  url?: string;
  headers: HeaderList;
  body: string;
  /** The time it was signed at, s since the epoch; null where the provider signs none. */
  signedAt: number | null;
  /** What the provider's entry says it is about; null where it says nothing of it. */
  eventType: string | null;
  messageId: string | null;
  /** The document in which the provider publishes its key. */
  keys?: { url: string; text: string };
}

/**
 * Who made it. `published`: the provider or its own library has published it with its secret. `sdk`: the
 * provider's own library signed it, or accepts it. `by-hand`: computed from the provider's document by
 * something that is not our engine, as the recipe says.
 */
export type Vector = SignedDelivery &
  ({ made: 'published' | 'sdk'; recipe?: string } | { made: 'by-hand'; recipe: string });
