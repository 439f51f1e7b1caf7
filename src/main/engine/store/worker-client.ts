// The store's end of one of its threads: asks and answers, a crash survived, an end waited for.

import { Worker } from 'node:worker_threads';
import { storeClosed } from './store-errors.ts';
import type { FromWorker, ToWorker, WorkerSetup } from './worker-protocol.ts';

/** How long a thread may take to end; it is never killed, as that can take the process with it. */
const CLOSE_MS = 1500;

export interface WorkerClient<Ask, Answer> {
  /** Starts the thread, so that the first ask need not wait for it. */
  start(): void;
  /** Rejects with the thread's error, when it crashes, or when `signal` aborts. */
  ask(ask: Ask, signal?: AbortSignal): Promise<Answer>;
  /** Refuses what is asked from now on, breaks off what is pending and ends the thread. */
  close(): Promise<void>;
}

interface Pending<Answer> {
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

/** The thread is started by the first ask, and again by the first one after a crash. */
export function createWorkerClient<Ask, Answer>(
  url: URL,
  setup: WorkerSetup,
): WorkerClient<Ask, Answer> {
  const pending = new Map<number, Pending<Answer>>();
  let worker: Worker | null = null;
  let lastId = 0;
  let closed = false;

  function post(message: ToWorker<Ask>): void {
    worker?.postMessage(message);
  }

  function start(): void {
    if (worker || closed) return;
    const started = new Worker(url, { workerData: setup });
    started.on('message', (message: FromWorker<Answer>) => {
      const waiting = take(message.id);
      if ('answer' in message) waiting?.resolve(message.answer);
      else waiting?.reject(errorOf(message.problem));
    });
    started.on('error', (error) => lose(started, error));
    started.on('exit', () => lose(started, new Error('a thread of the store ended by itself')));
    started.unref();
    worker = started;
  }

  /** An answer that is due keeps the process alive, an idle thread does not. */
  function take(id: number): Pending<Answer> | undefined {
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
    start,
    ask(ask, signal) {
      if (closed) return Promise.reject(storeClosed());
      if (signal?.aborted) return Promise.reject(signal.reason);
      start();
      const id = ++lastId;
      const answer = new Promise<Answer>((resolve, reject) => {
        pending.set(id, { resolve, reject });
      });
      worker?.ref();
      post({ kind: 'ask', id, ask });
      if (!signal) return answer;
      const cancel = () => {
        post({ kind: 'cancel', id });
        take(id)?.reject(signal.reason);
      };
      signal.addEventListener('abort', cancel, { once: true });
      return answer.finally(() => signal.removeEventListener('abort', cancel));
    },
    async close() {
      closed = true;
      rejectAll(storeClosed());
      const ending = worker;
      worker = null;
      if (!ending) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, CLOSE_MS);
        ending.once('exit', () => {
          clearTimeout(timer);
          resolve();
        });
        ending.postMessage({ kind: 'close' } satisfies ToWorker<Ask>);
      });
    },
  };
}

function errorOf({ message, errcode }: { message: string; errcode: number | null }): Error {
  return Object.assign(new Error(message), errcode === null ? {} : { errcode });
}
