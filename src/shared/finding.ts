// What the store tells of many deliveries at once: over time, by endpoint or event type, and the values
// that were seen. JSON-safe types.

import type { VerdictStatus } from './verdict.ts';

export type StatusClass = '1xx' | '2xx' | '3xx' | '4xx' | '5xx' | 'none';

export interface Counted {
  count: number;
  /** False when counting all took too long: there are at least so many. */
  complete: boolean;
}

export interface TimelineBucket {
  /** When it begins. */
  at: string;
  verdicts: Record<VerdictStatus, number>;
  /** By the status of the answer; `none` while there is none. */
  statuses: Record<StatusClass, number>;
  /** Whose signature did not fail, but which were answered with 400 or more. */
  refused: number;
}

export interface Timeline {
  from: string;
  to: string;
  bucketMs: number;
  /** Oldest first, empty ones too. */
  buckets: TimelineBucket[];
  /** False when looking at all of it took too long: what came before `since` is not counted. */
  complete: boolean;
  since: string;
}

export interface StatisticsGroup {
  /** An endpoint's id, or an event type; null for deliveries that have none. */
  key: string | null;
  count: number;
  /** Failed verification, or answered with 400 or more. */
  failures: number;
  /** From 0 to 1. */
  failureRate: number;
  /** Of the newest 10,000 that were answered; null where none was. */
  medianMs: number | null;
  p95Ms: number | null;
}

export interface Statistics {
  /** The largest first; at most 200. */
  items: StatisticsGroup[];
  /** False when looking at all of it took too long: what came before `since` is not counted. */
  complete: boolean;
  since: string | null;
}

export interface Suggestion {
  value: string;
  /** What it means, or what it is called; null where it speaks for itself. */
  meaning: string | null;
}

/** A filter that the user gave a name. */
export interface SavedFilter {
  id: string;
  name: string;
  query: string;
  /** It came with Hookglass, and stays. */
  builtIn: boolean;
}
