// The receiving side of the writing thread: collects what is asked for in one turn of the event loop
// into a group, hands it over, and tells whoever asked once it is committed.

import type { Attempt } from '../../../shared/model.ts';
import { parseId } from './ids.ts';
import { createPacker, type Parcels, packAnswer } from './parcels.ts';
import { type PackedRepeats, repeatsAt } from './repeats.ts';
import type { Answered, NewDelivery, Repeats, Store } from './store.ts';
import { storeClosed } from './store-errors.ts';
import { errorOf, type Group, type GroupResult } from './threads/protocol.ts';

/** How long an answer may wait for a group to be written with. */
const MAX_LAG_MS = 100;
/** What arrives while a group is being written makes the next one larger, and so cheaper. */
const MAX_UNDER_WAY = 1;
/**
 * For so long after a group was sent, the event loop does not sleep: waking it costs as much as the
 * whole commit takes, and a third more deliveries a second were measured without.
 */
const AWAKE_MS = 2;
const MAX_ATTEMPT_BODY_BYTES = 5 * 1024 * 1024;

type StoreWrites = Pick<Store, 'insert' | 'recordAnswer' | 'putAttempt' | 'putAttemptBody'>;

export interface Writer extends StoreWrites {
  /** Resolves when everything asked for so far is committed, or has failed. */
  settled(): Promise<void>;
  /** Like `settled`; every later call is refused. */
  close(): Promise<void>;
}

export interface WriterOptions {
  /** Hands a group to the writing thread, with the buffers that it may keep. */
  commit: (group: Group, transfer: ArrayBuffer[]) => Promise<GroupResult>;
  /** Moves a received body to its place; answers the new path. */
  adoptBody: (id: number, received: string) => string;
  /** Removes the body of a delivery that could not be stored. */
  discardBody: (id: number) => void;
  /** Makes an error into what callers see. */
  explain: (error: unknown) => Error;
}

/** Who waits for a delivery or an attempt. */
interface Waiting {
  resolve: (repeats: Repeats) => void;
  reject: (error: Error) => void;
  /** The id of a delivery whose body is in a file. */
  spooled: number | null;
}

/** What is collected for the next group. */
interface Batch {
  answers: Group['answers'];
  attempts: Attempt[];
  attemptBodies: Group['attemptBodies'];
  insertions: Waiting[];
  attempted: Waiting[];
}

export function createWriter(options: WriterOptions): Writer {
  const { adoptBody, explain } = options;
  const packer = createPacker();
  const underWay = new Set<Promise<void>>();
  let batch = emptyBatch();
  let immediate: NodeJS.Immediate | null = null;
  let lagTimer: NodeJS.Timeout | null = null;
  let closed = false;

  function send(): void {
    if (immediate) clearImmediate(immediate);
    if (lagTimer) clearTimeout(lagTimer);
    immediate = null;
    lagTimer = null;
    const sent = batch;
    batch = emptyBatch();
    const done: Promise<void> = commitBatch(options, packer.take(), sent).then(() => {
      underWay.delete(done);
      if (isWaitedFor(batch)) schedule();
    });
    underWay.add(done);
    stayAwake(() => underWay.has(done), performance.now() + AWAKE_MS);
  }

  function schedule(): void {
    if (!immediate && underWay.size < MAX_UNDER_WAY) immediate = setImmediate(send);
  }

  /** For what nobody waits for: goes with the next group, or after a while without one. */
  function sendLater(): void {
    lagTimer ??= setTimeout(send, MAX_LAG_MS);
  }

  async function settled(): Promise<void> {
    if (!isEmpty(batch)) send();
    await Promise.all(underWay);
  }

  function insert(delivery: NewDelivery): Promise<Repeats> {
    if (closed) return Promise.reject(storeClosed());
    const { captured } = delivery;
    const id = parseId('dlv', delivery.id);
    try {
      if (id === null) throw new Error(`“${delivery.id}” is not an id of a delivery`);
      const spooled = captured.body.kind === 'file' ? id : null;
      if (captured.body.kind === 'file') {
        captured.body = { ...captured.body, path: adoptBody(id, captured.body.path) };
      }
      packer.add(id, delivery);
      return new Promise((resolve, reject) => {
        batch.insertions.push({ resolve, reject, spooled });
        schedule();
      });
    } catch (error) {
      return Promise.reject(explain(error));
    }
  }

  return {
    insert,
    recordAnswer(answered: Answered) {
      const id = parseId('dlv', answered.id);
      if (closed || id === null) return;
      batch.answers.push(packAnswer(id, answered));
      sendLater();
    },
    putAttempt(attempt) {
      if (closed) return Promise.reject(storeClosed());
      batch.attempts.push(attempt);
      return new Promise((resolve, reject) => {
        batch.attempted.push({ resolve: () => resolve(), reject, spooled: null });
        schedule();
      });
    },
    putAttemptBody(attemptId, bytes) {
      if (closed) return;
      // A copy with a buffer of its own, which the thread may keep.
      const kept = Uint8Array.from(bytes.subarray(0, MAX_ATTEMPT_BODY_BYTES));
      batch.attemptBodies.push([attemptId, kept]);
      sendLater();
    },
    settled,
    close() {
      closed = true;
      return settled();
    },
  };
}

/** Has the event loop look for news, instead of waiting for it, while `wanted` and until `deadline`. */
function stayAwake(wanted: () => boolean, deadline: number): void {
  const look = () => {
    if (wanted() && performance.now() < deadline) setImmediate(look);
  };
  setImmediate(look);
}

/** Never rejects: those who wait are told. */
async function commitBatch(
  options: WriterOptions,
  deliveries: Parcels,
  { insertions, attempted, ...rest }: Batch,
): Promise<void> {
  const group: Group = { kind: 'group', deliveries, ...rest };
  const given = group.attemptBodies.map(([, bytes]) => bytes);
  const transfer = [deliveries.numbers, deliveries.bytes, ...given];
  try {
    const result = await options.commit(
      group,
      transfer.map(({ buffer }) => buffer),
    );
    tell(insertions, result.deliveries, result.repeats, options);
    tell(attempted, result.attempts, null, options);
  } catch (error) {
    // Whether it was committed before the thread was lost is not known: files stay where they are.
    const reason = options.explain(error);
    for (const { reject } of [...insertions, ...attempted]) reject(reason);
  }
}

function tell(
  waiting: readonly Waiting[],
  problems: GroupResult['deliveries'],
  repeats: PackedRepeats | null,
  { discardBody, explain }: WriterOptions,
): void {
  const failed = new Map(problems);
  for (const [place, { resolve, reject, spooled }] of waiting.entries()) {
    const problem = failed.get(place);
    if (!problem) {
      resolve(repeatsAt(repeats, place));
      continue;
    }
    if (spooled !== null) discardBody(spooled);
    reject(explain(errorOf(problem)));
  }
}

function emptyBatch(): Batch {
  return {
    answers: [],
    attempts: [],
    attemptBodies: [],
    insertions: [],
    attempted: [],
  };
}

function isWaitedFor({ insertions, attempted }: Batch): boolean {
  return insertions.length > 0 || attempted.length > 0;
}

function isEmpty(batch: Batch): boolean {
  return !isWaitedFor(batch) && batch.answers.length === 0 && batch.attemptBodies.length === 0;
}
