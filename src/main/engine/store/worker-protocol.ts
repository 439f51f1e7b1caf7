// What passes between the store and its two threads, the reader and the checkpointer.

import type { DeliverySummary } from '../../../shared/model.ts';

export type WorkerRole = 'reader' | 'checkpointer';

/** What a thread is started with. */
export interface WorkerSetup {
  role: WorkerRole;
  database: string;
  bodies: string;
  /** The database file's descriptor, for syncing it; opened and closed by the store. */
  syncFd: number;
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
  limit: number;
  query: string;
}

/** How many deliveries of each endpoint are newer than the id beside it. */
export interface UnreadAsk {
  kind: 'unread';
  seen: [endpointId: string, id: number][];
}

export interface Page {
  items: DeliverySummary[];
  /** The row id below which the next page begins; null at the end. */
  next: number | null;
}

export type UnreadAnswer = [endpointId: string, count: number][];

export type ReaderAsk = ListAsk | SearchAsk | UnreadAsk;
export type ReaderAnswer = Page | UnreadAnswer;

export interface CheckpointAsk {
  kind: 'checkpoint';
}

export interface CheckpointAnswer {
  /** Pages in the write-ahead log, and how many of them are in the database file by now. */
  logged: number;
  written: number;
}

export type ToWorker<Ask> =
  | { kind: 'ask'; id: number; ask: Ask }
  | { kind: 'cancel'; id: number }
  | { kind: 'close' };

export type FromWorker<Answer> =
  | { id: number; answer: Answer }
  | { id: number; problem: { message: string; errcode: number | null } };
