// Group commit: everything that was asked for in one turn of the event loop is one transaction, and
// whoever asked hears of it after the commit.

import type { Attempt } from '../../../shared/model.ts';
import type { AttemptTable } from './attempts.ts';
import type { Bodies } from './bodies.ts';
import { type Deliveries, type PreparedDelivery, prepareDelivery } from './deliveries.ts';
import { parseId } from './ids.ts';
import type { Answered, NewDelivery } from './store.ts';
import { storeClosed } from './store-errors.ts';
import type { Transact } from './transaction.ts';

/** How long an answer may wait for a group to be written with. */
const MAX_LAG_MS = 100;

export interface Writer {
  insert(delivery: NewDelivery): Promise<void>;
  recordAnswer(answered: Answered): void;
  putAttempt(attempt: Attempt): Promise<void>;
  putAttemptBody(attemptId: string, bytes: Buffer): void;
  /** Commits what is waiting, now. Failures go to those who wait. */
  flush(): void;
  /** Lets groups wait until the function it answers is called. */
  hold(): () => void;
  /** Commits what is waiting; from then on every call is refused. */
  close(): void;
}

export interface WriterOptions {
  deliveries: Deliveries;
  attempts: AttemptTable;
  bodies: Bodies;
  transact: Transact;
  /** Makes an error into what callers see. */
  explain: (error: unknown) => Error;
  /** A group was committed; `bytes` is about what it added to the write-ahead log. */
  onCommitted: (bytes: number) => void;
}

/** One thing to write, and who waits for it. */
interface Entry {
  prepared: PreparedDelivery | null;
  /** Writes what is not a delivery. */
  write: (() => void) | null;
  /** About what it takes. */
  bytes: number;
  resolve: () => void;
  reject: (error: Error) => void;
}

/** A row of a delivery without its message, and of an answer. */
const ROW_BYTES = 500;
/** What a commit writes besides, as it writes whole pages. */
const COMMIT_BYTES = 24 * 1024;
const nobody = () => {};

export function createWriter(options: WriterOptions): Writer {
  const { deliveries, attempts, bodies, transact, explain } = options;
  let waiting: Entry[] = [];
  let immediate: NodeJS.Immediate | null = null;
  let lagTimer: NodeJS.Timeout | null = null;
  let holders = 0;
  let closed = false;

  function commit(entries: readonly Entry[]): void {
    const prepared: PreparedDelivery[] = [];
    let bytes = COMMIT_BYTES;
    for (const entry of entries) {
      if (entry.prepared) prepared.push(entry.prepared);
      bytes += entry.bytes;
    }
    transact(() => {
      deliveries.insert(prepared);
      for (const entry of entries) entry.write?.();
    });
    options.onCommitted(bytes);
    for (const entry of entries) entry.resolve();
  }

  /** One bad entry must not take the others of its group with it: each gets a try of its own. */
  function commitEach(entries: readonly Entry[]): void {
    for (const entry of entries) {
      try {
        commit([entry]);
      } catch (error) {
        if (entry.prepared?.spooledBytes) void bodies.remove([entry.prepared.id]).catch(nobody);
        entry.reject(explain(error));
      }
    }
  }

  function flush(): void {
    if (immediate) clearImmediate(immediate);
    if (lagTimer) clearTimeout(lagTimer);
    immediate = null;
    lagTimer = null;
    const entries = waiting;
    waiting = [];
    if (entries.length === 0) return;
    try {
      commit(entries);
    } catch {
      commitEach(entries);
    }
  }

  function schedule(): void {
    if (!immediate && holders === 0) immediate = setImmediate(flush);
  }

  function add(
    prepared: PreparedDelivery | null,
    write: (() => void) | null,
    bytes: number,
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      waiting.push({ prepared, write, bytes, resolve, reject });
      schedule();
    });
  }

  /** For what nobody waits for: goes with the next group, or after a while without one. */
  function addLater(write: () => void, bytes: number): void {
    if (closed) return;
    waiting.push({ prepared: null, write, bytes, resolve: nobody, reject: nobody });
    lagTimer ??= setTimeout(flush, MAX_LAG_MS);
  }

  return {
    insert(delivery) {
      if (closed) return Promise.reject(storeClosed());
      try {
        const prepared = prepare(bodies, delivery);
        const { length } = prepared.message.at(-1) as Buffer;
        return add(prepared, null, length + ROW_BYTES);
      } catch (error) {
        return Promise.reject(explain(error));
      }
    },
    recordAnswer(answered) {
      const id = parseId('dlv', answered.id);
      if (id !== null) addLater(() => deliveries.recordAnswer(id, answered), ROW_BYTES);
    },
    putAttempt(attempt) {
      if (closed) return Promise.reject(storeClosed());
      return add(null, () => attempts.put(attempt), 2 * ROW_BYTES);
    },
    putAttemptBody(attemptId, bytes) {
      addLater(() => attempts.putBody(attemptId, bytes), bytes.length);
    },
    flush,
    hold() {
      holders++;
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        holders--;
        if (waiting.length > 0) schedule();
      };
    },
    close() {
      closed = true;
      flush();
    },
  };
}

/** Moves a spooled body to its place before its row says that it is there. */
function prepare(bodies: Bodies, delivery: NewDelivery): PreparedDelivery {
  const id = parseId('dlv', delivery.id);
  if (id === null) throw new Error(`${delivery.id} is not an id of a delivery`);
  const { captured } = delivery;
  if (captured.body.kind === 'file') {
    captured.body = { ...captured.body, path: bodies.adopt(id, captured.body.path) };
  }
  return prepareDelivery(id, delivery);
}
