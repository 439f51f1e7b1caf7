// The other end of one of the store's threads: asks and answers, a crash survived, an end waited for.

import { isMainThread, Worker } from 'node:worker_threads';
import { storeClosed } from '../store-errors.ts';
import { errorOf, type FromThread, type ThreadSetup, type ToThread } from './protocol.ts';

/** How long a thread may take to end. It is never killed: inside SQLite that aborts the process. */
const CLOSE_MS = 1500;
/** The same when the process exits without closing, and can do nothing but wait. */
const EXIT_MS = 500;
/** What a thread makes is short-lived; left to itself each would take 30 MB more. */
const YOUNG_GENERATION_MB = 4;

export interface AskOptions {
  /** Breaks the ask off. */
  signal?: AbortSignal;
  /** Handed over instead of copied. */
  transfer?: ArrayBuffer[];
}

/** `Answers` has the type of the answer for each kind of ask. */
export interface ThreadClient<Ask extends { kind: keyof Answers }, Answers> {
  /** Starts the thread, so that the first ask need not wait for it. */
  start(): void;
  /** Rejects with the thread's error, when it crashes, or when it is broken off. */
  ask<A extends Ask>(ask: A, options?: AskOptions): Promise<Answers[A['kind']]>;
  /** Refuses what is asked from now on, has what is pending end early, and ends the thread. */
  close(): Promise<void>;
}

interface Pending {
  resolve(answer: never): void;
  reject(error: Error): void;
}

/** The thread is started by the first ask, and again by the first one after a crash. */
export function createThreadClient<Ask extends { kind: keyof Answers }, Answers>(
  setup: Omit<ThreadSetup, 'ended'>,
): ThreadClient<Ask, Answers> {
  const pending = new Map<number, Pending>();
  let worker: Worker | null = null;
  let lastId = 0;
  let closed = false;

  function start(): Worker {
    if (worker) return worker;
    const ended = new Int32Array(new SharedArrayBuffer(4));
    const started = new Worker(new URL(setup.program), {
      workerData: { ...setup, ended } satisfies ThreadSetup,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
    });
    const endAtExit = () => {
      started.postMessage({ kind: 'close' } satisfies ToThread<Ask>);
      Atomics.wait(ended, 0, 0, EXIT_MS);
    };
    if (isMainThread) process.once('exit', endAtExit);
    started.once('exit', () => process.off('exit', endAtExit));
    started.on('message', (message: FromThread) => {
      const waiting = take(message.id);
      if ('answer' in message) waiting?.resolve(message.answer as never);
      else waiting?.reject(closed ? storeClosed() : errorOf(message.problem));
    });
    started.on('error', (error) => lose(started, error));
    started.on('exit', () =>
      lose(started, closed ? storeClosed() : new Error('a thread of the store ended by itself')),
    );
    started.unref();
    worker = started;
    return started;
  }

  /** An answer that is due keeps the process alive, an idle thread does not. */
  function take(id: number): Pending | undefined {
    const waiting = pending.get(id);
    pending.delete(id);
    if (pending.size === 0) worker?.unref();
    return waiting;
  }

  function lose(lost: Worker, error: Error): void {
    if (worker !== lost) return;
    worker = null;
    rejectAll(error);
  }

  function rejectAll(error: Error): void {
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
  }

  return {
    start() {
      if (!closed) start();
    },
    ask(ask, { signal, transfer } = {}) {
      if (closed) return Promise.reject(storeClosed());
      if (signal?.aborted) return Promise.reject(signal.reason);
      const thread = start();
      const id = ++lastId;
      const answer = new Promise<never>((resolve, reject) => {
        pending.set(id, { resolve, reject });
      });
      thread.ref();
      thread.postMessage({ kind: 'ask', id, ask } satisfies ToThread<Ask>, transfer);
      if (!signal) return answer;
      const cancel = () => {
        worker?.postMessage({ kind: 'cancel', id } satisfies ToThread<Ask>);
        take(id)?.reject(signal.reason);
      };
      signal.addEventListener('abort', cancel, { once: true });
      return answer.finally(() => signal.removeEventListener('abort', cancel));
    },
    async close() {
      closed = true;
      const ending = worker;
      if (!ending) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, CLOSE_MS);
        ending.once('exit', () => {
          clearTimeout(timer);
          resolve();
        });
        ending.postMessage({ kind: 'close' } satisfies ToThread<Ask>);
      });
      lose(ending, storeClosed());
    },
  };
}
