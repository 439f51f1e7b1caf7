// What a part of signed content is that no template of values can say.

import type { RequestView } from '../view.ts';

/** What a part may need besides the request. */
export interface PartValues {
  timestamp: string | null;
  /** The endpoint's secret; empty when it is only asked what the request lacks. */
  secret: string;
  /** The value of a key in the signature's own header. */
  signature(key: string): string | null;
}

export type Covered = 'body' | 'url' | 'timestamp' | 'secret' | 'signature';

export interface SpecialPart {
  /** What it is, for people: completes "the request has no …". */
  words: string;
  covers: readonly Covered[];
  /** The values that it takes, by their sources, and what they are in a request that we make. */
  wants: Readonly<Record<string, string>>;
  /** True when every request has it, and reading it is costly. */
  isAlwaysThere?: boolean;
  /** As text of one byte a character; null when the request does not have what it takes. */
  read(request: RequestView, values: PartValues): string | null;
}

export const bytesOf = (text: string): string => Buffer.from(text).toString('latin1');
