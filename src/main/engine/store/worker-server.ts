// A thread's end: answers asks side by side, each of which may be cancelled, and ends when told to.

import type { MessagePort } from 'node:worker_threads';
import type { FromWorker, ToWorker } from './worker-protocol.ts';

export interface Server<Ask, Answer> {
  /** Gives other asks their turn now and then when it takes long, and stops soon after an abort. */
  answer(ask: Ask, signal: AbortSignal): Answer | Promise<Answer>;
  close(): void;
}

export function serveAsks<Ask, Answer>(port: MessagePort, server: Server<Ask, Answer>): void {
  const running = new Map<number, AbortController>();
  let closing = false;

  function endIfDone(): void {
    if (!closing || running.size > 0) return;
    server.close();
    port.close();
  }

  async function serve(id: number, ask: Ask): Promise<void> {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const answer = await server.answer(ask, controller.signal);
      port.postMessage({ id, answer } satisfies FromWorker<Answer>);
    } catch (error) {
      port.postMessage({ id, problem: problemOf(error) } satisfies FromWorker<Answer>);
    }
    running.delete(id);
    endIfDone();
  }

  port.on('message', (message: ToWorker<Ask>) => {
    switch (message.kind) {
      case 'ask':
        void serve(message.id, message.ask);
        return;
      case 'cancel':
        running.get(message.id)?.abort();
        return;
      case 'close':
        closing = true;
        for (const controller of running.values()) controller.abort();
        endIfDone();
    }
  });
}

function problemOf(error: unknown): { message: string; errcode: number | null } {
  if (!(error instanceof Error)) return { message: String(error), errcode: null };
  const errcode = 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : null;
  return { message: error.message, errcode };
}
