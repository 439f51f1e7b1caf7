// What the store promises. SQLite keeps the deliveries; bodies above 1 MiB are files beside it.
// Writes are grouped: all that were asked for in one turn of the event loop share a transaction.

import type { BodyResult, DeliveryPage } from '../../../shared/contract.ts';
import type { Counted, Statistics, Timeline } from '../../../shared/finding.ts';
import type { Label } from '../../../shared/labels.ts';
import type {
  Attempt,
  Delivery,
  DeliveryResponse,
  DeliverySummary,
  HandshakeDetail,
  Imported,
  Stats,
  Verdict,
} from '../../../shared/model.ts';
import type { Body } from '../body.ts';
import type { Captured } from '../capture.ts';
import type { ImportTable } from './imports.ts';

/** One delivery as the intake has it when it asks for the commit. */
export interface NewDelivery {
  id: string;
  endpointId: string;
  captured: Captured;
  provider: string | null;
  eventType: string | null;
  messageId: string | null;
  /** Null when it is none. */
  handshake: HandshakeDetail | null;
  verdict: Verdict;
  verifiedMs: number;
  /** The answer when it is already decided at commit; the status is null while it is not. */
  response: DeliveryResponse;
  /** Not there where it was received here. */
  imported?: Imported;
}

/** What a delivery repeats of those before it. */
export type Repeats = Pick<DeliverySummary, 'redelivery' | 'sameBodyAs'>;

/** What is known once the provider has its answer. Written with the next group, not acknowledged. */
export interface Answered {
  id: string;
  response: DeliveryResponse;
  committedMs: number;
  answeredMs: number | null;
}

/** What a filter refers to that is not in the store. */
export interface QueryContext {
  endpoints: { id: string; name: string; path: string }[];
  /** How long each provider waits for an answer, where it says so, in ms. */
  deadlines: [provider: string, ms: number][];
  /** By endpoint: the newest delivery that was marked as read. */
  seen: Record<string, string>;
  /** ms since 1970. */
  now: number;
}

/** Which deliveries: those of a list that a filter lets through. */
export interface Chosen {
  /** In the filter language: docs/search.md. */
  query: string | null;
  endpointId: string | null;
  only: 'failed' | 'pinned' | null;
  /** Needed where the filter names an endpoint, or asks for what is late or unread. */
  context?: QueryContext;
}

export interface ListQuery extends Chosen {
  cursor: string | null;
  limit: number;
  offset: number;
  /** Only those that came after this one. */
  after?: string | null;
  /** Only these. */
  ids?: readonly string[] | null;
}

export interface TimelineQuery extends Chosen {
  /** ms since 1970; null: from the oldest on, until now. */
  from: number | null;
  to: number | null;
  buckets: number;
}

export type SuggestColumn =
  | 'reason'
  | 'provider'
  | 'type'
  | 'id'
  | 'method'
  | 'path'
  | 'status'
  | 'note';

export interface SuggestQuery {
  /** Values of a column or of one header, names of headers, or paths in JSON bodies. */
  from:
    | { kind: 'column'; field: SuggestColumn }
    | { kind: 'header-name' }
    | { kind: 'body-path' }
    | { kind: 'header'; name: string };
  prefix: string;
  limit: number;
}

/** What to change of deliveries; null takes it away. */
export interface Annotation {
  ids: readonly string[];
  label?: Label | null;
  note?: string | null;
}

export interface RetentionLimits {
  maxCount: number;
  maxBytes: number;
  maxAgeDays: number;
}

/** Deliveries that were hidden in one go. */
export interface Hidden {
  removal: number;
  count: number;
}

/** Deliveries that are there again: how many, and the newest 200 of them, oldest first. */
export interface Restored {
  restored: number;
  ids: string[];
}

/** Rows of the small tables that the engine keeps whole in memory. `value` is JSON text. */
export interface KeyValueTable {
  all(): Map<string, string>;
  put(key: string, value: string): void;
  remove(key: string): void;
}

export interface Store {
  /** The next id; ids grow with time, so that their order is the order of arrival. */
  newDeliveryId(): string;
  newAttemptId(): string;

  /**
   * Resolves once the delivery is on disk, with what it repeats. Rejects `store-unavailable` when it could not be written.
   * A spooled body is moved to its place at once: `captured.body` then names the new path.
   */
  insert(delivery: NewDelivery): Promise<Repeats>;
  recordAnswer(answered: Answered): void;

  /** Stores an attempt when it starts, so that a crash leaves a trace, and again when it ends. */
  putAttempt(attempt: Attempt): Promise<void>;
  /** Stores the response body of an attempt, at most 5 MiB of it. */
  putAttemptBody(attemptId: string, bytes: Buffer): void;

  /** The whole delivery with its attempts, without bodies; `guesses` is empty. Null when there is none. */
  getDelivery(id: string): Promise<Delivery | null>;
  getSummary(id: string): Promise<DeliverySummary | null>;
  /** The body in the form it is kept in. Null when there is no such delivery. */
  getBody(id: string): Promise<Body | null>;
  getAttempt(id: string): Promise<Attempt | null>;
  getAttemptBody(id: string): Promise<BodyResult | null>;

  /**
   * Newest first, off the event loop. Rejects `bad-input` for a query that is none, with where the
   * mistake is. A search answers when the page is full, when nothing is left, or
   * after about 200 ms when it has found something; a page without items is the end. `signal` breaks
   * a search off: the promise rejects with its reason.
   */
  list(query: ListQuery, signal?: AbortSignal): Promise<DeliveryPage>;
  /** Counts over the whole table, off the event loop. `unread` counts those newer than `seen[endpointId]`. */
  stats(seen: Readonly<Record<string, string>>): Promise<Stats>;

  /** Off the event loop, newest first; after a second they tell what they know by then. */
  count(query: Chosen): Promise<Counted>;
  timeline(query: TimelineQuery): Promise<Timeline>;
  statistics(query: Chosen & { by: 'endpoint' | 'eventType' }): Promise<Statistics>;
  /** Values of a field that begin with the prefix or hold it, those that came last first. */
  suggest(query: SuggestQuery): Promise<string[]>;

  setPinned(id: string, pinned: boolean): Promise<boolean>;
  /** Answers the ids that there are. */
  annotate(annotation: Annotation): Promise<string[]>;
  /**
   * Replaces the verdict, once more is known than at receipt, and with `provider` whom it was judged as.
   * False when there is no such delivery.
   */
  updateVerdict(id: string, verdict: Verdict, provider?: string): Promise<boolean>;
  /**
   * Hides these deliveries, pinned or not, from everything that reads; ids that there are none of are
   * passed over. They go for good with `purge`, in this run or the next.
   */
  hide(ids: readonly string[]): Promise<Hidden>;
  /** Hides all unpinned deliveries, of one endpoint or of all. */
  hideAll(endpointId: string | null): Promise<Hidden>;
  /** Brings back what was hidden in one go, as it was. */
  restore(removal: number): Promise<Restored>;
  /**
   * Removes what was hidden in one go for good, with attempts and bodies, and frees the disk; with
   * null, what earlier runs left hidden. Answers how many went.
   */
  purge(removal: number | null): Promise<number>;
  /** Removes the oldest unpinned beyond the limits, in small steps between other work. Answers how many went. */
  prune(limits: RetentionLimits): Promise<number>;

  endpoints: KeyValueTable;
  settings: KeyValueTable;
  imports: ImportTable;

  /** Commits what is pending and closes everything; calls that come later are refused. */
  close(): Promise<void>;
}

export interface OpenedStore {
  store: Store;
  /** A sentence for the user when a damaged or newer database was set aside; else null. */
  setAside: string | null;
}
