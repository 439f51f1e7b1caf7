// A filter as a tree: what the parser makes of its text, and what the store runs. JSON-safe.

import type { Label } from '../labels.ts';
import type { VerdictStatus } from '../model.ts';

/** A place in the filter's text, in UTF-16 units. */
export interface Span {
  at: number;
  length: number;
}

/** With `wildcard`, each `*` of the text stands for anything; else all of it is literal. */
export interface Pattern {
  text: string;
  wildcard: boolean;
}

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type Order = Exclude<Comparison, '=' | '!='>;

/** A point in time: so long ago, or as a date was written; see moment.ts. */
export type Moment = { kind: 'ago'; ms: number } | { kind: 'date'; text: string };

/** A step into JSON: a member's name, or an item's number from 0. */
export type PathStep = string | number;

export type WordField =
  | 'provider'
  | 'type'
  | 'id'
  | 'method'
  | 'reason'
  | 'endpoint'
  | 'path'
  | 'header'
  | 'body'
  | 'note';
export type NumberField = 'status' | 'size' | 'duration';

export type Flag =
  | 'pinned'
  | 'duplicate'
  | 'handshake'
  | 'forwarded'
  | 'late'
  | 'failed'
  | 'unread'
  | 'noted'
  | 'labelled'
  | 'unanswered'
  | 'malformed'
  | 'aborted'
  | 'oversized';

/** What one term asks of a delivery. Sizes are bytes, durations milliseconds. */
export type Condition =
  | { kind: 'text'; text: string }
  | { kind: 'words'; field: WordField; pattern: Pattern }
  | { kind: 'header'; name: string; pattern: Pattern }
  | { kind: 'json'; path: PathStep[]; pattern: Pattern }
  | { kind: 'json-number'; path: PathStep[]; order: Order; value: number }
  | { kind: 'number'; field: NumberField; comparison: Comparison; value: number }
  /** A whole class of statuses: 4 for `4xx`. */
  | { kind: 'status-class'; hundreds: number }
  | { kind: 'verdict'; status: VerdictStatus }
  | { kind: 'label'; label: Label }
  | { kind: 'is'; flag: Flag }
  | { kind: 'time'; side: 'before' | 'after'; moment: Moment };

export interface Term {
  kind: 'term';
  condition: Condition;
  span: Span;
}

/** `all` is the empty filter. An `and` holds no `and`, an `or` no `or`; both hold two parts or more. */
export type Query =
  | { kind: 'all' }
  | { kind: 'and'; parts: Query[]; span: Span }
  | { kind: 'or'; parts: Query[]; span: Span }
  | { kind: 'not'; part: Query; span: Span }
  | Term;

export interface QueryError extends Span {
  /** What is wrong, in one sentence. */
  message: string;
  /** What to write instead of the text at `at`. */
  suggestion?: string;
}

export type ParsedQuery = { ok: true; query: Query } | { ok: false; error: QueryError };
