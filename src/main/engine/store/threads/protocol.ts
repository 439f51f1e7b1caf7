// What passes between the store and its threads: the writer, the reader and the checkpointer.

import type { Counted, Statistics, Timeline } from '../../../../shared/finding.ts';
import type { Attempt, DeliverySummary, Stats, Verdict } from '../../../../shared/model.ts';
import type { Query } from '../../../../shared/query/ast.ts';
import type { Code } from '../codes.ts';
import type { AnswerParcel, Parcels } from '../parcels.ts';
import type { PackedRepeats } from '../repeats.ts';
import type { Hidden, QueryContext, SuggestQuery } from '../store.ts';
import type { Restored } from '../write/hiding.ts';
import type { Limits } from '../write/retention.ts';

export type ThreadRole = 'writer' | 'reader' | 'checkpointer';

/** What a thread is started with. */
export interface ThreadSetup {
  role: ThreadRole;
  dataDir: string;
  /** The program of every thread, for one that starts another. */
  program: string;
  /** The database file's descriptor, for syncing it; opened and closed by the store. */
  syncFd: number;
  /** Becomes 1 when the thread has ended its work. */
  ended: Int32Array<SharedArrayBuffer>;
}

/** What was asked to be written in one turn of the event loop: one transaction. */
export interface Group {
  kind: 'group';
  deliveries: Parcels;
  answers: AnswerParcel[];
  attempts: Attempt[];
  attemptBodies: [attemptId: string, bytes: Uint8Array<ArrayBuffer>][];
}

/** What of a group could not be written, by the place in its array. */
export interface GroupResult {
  deliveries: [place: number, problem: Problem][];
  attempts: [place: number, problem: Problem][];
  /** What the deliveries repeat; null where none repeats anything. */
  repeats: PackedRepeats | null;
}

export type WriterAsk =
  | Group
  | { kind: 'pin'; id: number; pinned: boolean }
  | { kind: 'annotate'; ids: number[]; label?: Code; note?: string | null }
  | { kind: 'verdict'; id: number; verdict: Verdict; provider: string | null }
  | { kind: 'hide'; ids: number[] }
  | { kind: 'hideAll'; endpointId: string | null }
  | { kind: 'restore'; removal: number }
  | { kind: 'purge'; removal: number | null }
  | { kind: 'prune'; limits: Limits };

export interface WriterAnswers {
  group: GroupResult;
  /** False when there is no such delivery. */
  pin: boolean;
  /** The ids that there are. */
  annotate: number[];
  verdict: boolean;
  hide: Hidden;
  hideAll: Hidden;
  restore: Restored;
  /** How many went. */
  purge: number;
  prune: number;
}

export interface Filter {
  endpointId: string | null;
  only: 'failed' | 'pinned' | null;
}

/** A page of the list; `cursor` is the row id to begin below. */
export interface ListAsk extends Filter {
  kind: 'list';
  cursor: number | null;
  limit: number;
  offset: number;
}

export interface SearchAsk extends Filter {
  kind: 'search';
  cursor: number | null;
  /** Only newer ones; null: however old. */
  after: number | null;
  /** Only these; null: any. */
  ids: number[] | null;
  limit: number;
  query: Query;
  context: QueryContext;
}

/** Deliveries as a filter and a list choose them. */
export interface ChosenAsk extends Filter {
  query: Query;
  context: QueryContext;
}

export interface CountAsk extends ChosenAsk {
  kind: 'count';
}

export interface TimelineAsk extends ChosenAsk {
  kind: 'timeline';
  /** ms since 1970; null: from the oldest on, until now. */
  from: number | null;
  to: number | null;
  buckets: number;
}

export interface StatisticsAsk extends ChosenAsk {
  kind: 'statistics';
  by: 'endpoint' | 'eventType';
}

export interface SuggestAsk extends SuggestQuery {
  kind: 'suggest';
}

export interface StatsAsk {
  kind: 'stats';
  /** The newest delivery seen on an endpoint; none of one that is not here. */
  seen: [endpointId: string, id: number][];
}

export interface Page {
  items: DeliverySummary[];
  /** The row id below which the next page begins; null at the end. */
  next: number | null;
  /** Null for a search. */
  total: number | null;
}

export type ReaderAsk =
  | ListAsk
  | SearchAsk
  | StatsAsk
  | CountAsk
  | TimelineAsk
  | StatisticsAsk
  | SuggestAsk;

export interface ReaderAnswers {
  list: Page;
  search: Page;
  stats: Stats;
  count: Counted;
  timeline: Timeline;
  statistics: Statistics;
  suggest: string[];
}

export interface CheckpointAsk {
  kind: 'checkpoint';
}

export interface CheckpointAnswers {
  /** Pages in the write-ahead log, and how many of them are in the database file by now. */
  checkpoint: { logged: number; written: number };
}

/** An error on its way between threads. */
export interface Problem {
  message: string;
  errcode: number | null;
}

export type ToThread<Ask> =
  | { kind: 'ask'; id: number; ask: Ask }
  | { kind: 'cancel'; id: number }
  | { kind: 'close' };

export type FromThread = { id: number; answer: unknown } | { id: number; problem: Problem };

export function problemOf(error: unknown): Problem {
  if (!(error instanceof Error)) return { message: String(error), errcode: null };
  const errcode = 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : null;
  return { message: error.message, errcode };
}

export function errorOf({ message, errcode }: Problem): Error {
  return Object.assign(new Error(message), errcode === null ? {} : { errcode });
}
