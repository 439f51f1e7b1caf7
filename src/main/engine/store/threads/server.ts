// A thread's end: answers asks side by side, each of which may be cancelled, and ends when told to.

import type { MessagePort } from 'node:worker_threads';
import { type FromThread, problemOf, type ToThread } from './protocol.ts';

export interface ThreadServer<Ask> {
  /**
   * Is called in the order of the asks. Gives others their turn now and then when it takes long, and
   * stops soon after an abort of the signal, which is made for those who ask for it.
   */
  answer(ask: Ask, signal: () => AbortSignal): unknown;
  /** Nothing is under way any more. */
  close(): void | Promise<void>;
}

/** `ended` becomes 1 when the thread has ended its work. */
export function serveAsks<Ask>(
  port: MessagePort,
  server: ThreadServer<Ask>,
  ended: Int32Array<SharedArrayBuffer>,
): void {
  const running = new Map<number, AbortController | null>();
  let closing = false;

  async function endIfDone(): Promise<void> {
    if (!closing || running.size > 0) return;
    await server.close();
    Atomics.store(ended, 0, 1);
    Atomics.notify(ended, 0);
    port.close();
  }

  async function serve(id: number, ask: Ask): Promise<void> {
    running.set(id, null);
    const signal = () => {
      const controller = running.get(id) ?? new AbortController();
      running.set(id, controller);
      return controller.signal;
    };
    try {
      const answer = await server.answer(ask, signal);
      port.postMessage({ id, answer } satisfies FromThread);
    } catch (error) {
      port.postMessage({ id, problem: problemOf(error) } satisfies FromThread);
    }
    running.delete(id);
    await endIfDone();
  }

  port.on('message', (message: ToThread<Ask>) => {
    switch (message.kind) {
      case 'ask':
        void serve(message.id, message.ask);
        return;
      case 'cancel':
        running.get(message.id)?.abort();
        return;
      case 'close':
        closing = true;
        for (const controller of running.values()) controller?.abort();
        void endIfDone();
    }
  });
}
