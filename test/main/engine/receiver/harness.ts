// A real receiver on a free port with a folder of its own, and what it captured.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { type Body, bodyBytes } from '../../../../src/main/engine/body.ts';
import type { Captured } from '../../../../src/main/engine/capture.ts';
import type { Exchange } from '../../../../src/main/engine/receiver/exchange.ts';
import {
  type Receiver,
  type ReceiverOptions,
  startReceiver,
} from '../../../../src/main/engine/receiver/receiver.ts';

export interface Harness {
  receiver: Receiver;
  port: number;
  spoolDir: string;
  captures: Captured[];
  exchanges: Exchange[];
  /** Resolves when so many requests have been captured in all. */
  captured(count: number): Promise<Captured[]>;
}

export interface HarnessOptions extends Partial<ReceiverOptions> {
  /** Called for every request that wants an answer; the default says 200 and `ok`. */
  answer?(exchange: Exchange, captured: Captured): void;
}

const cleanups: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

export async function startHarness(options: HarnessOptions = {}): Promise<Harness> {
  const { answer = (exchange) => void exchange.respond(200, [], 'ok') } = options;
  const spoolDir = await mkdtemp(join(tmpdir(), 'hookglass-receiver-'));
  const captures: Captured[] = [];
  const exchanges: Exchange[] = [];
  const waiting = new Set<() => void>();
  const receiver = await startReceiver({
    port: 0,
    fixedPort: false,
    bodyLimitBytes: () => 25 * 1024 * 1024,
    spoolDir,
    now: Date.now,
    onCapture(captured, exchange) {
      captures.push(captured);
      exchanges.push(exchange);
      for (const check of waiting) check();
      if (exchange.answered === null) answer(exchange, captured);
    },
    ...options,
  });
  cleanups.push(async () => {
    await receiver.close();
    await rm(spoolDir, { recursive: true, force: true });
  });
  return {
    receiver,
    port: receiver.port,
    spoolDir,
    captures,
    exchanges,
    captured: (count) =>
      new Promise((resolve) => {
        const check = () => {
          if (captures.length < count) return;
          waiting.delete(check);
          resolve(captures);
        };
        waiting.add(check);
        check();
      }),
  };
}

export async function textOf(body: Body): Promise<string> {
  return (await bodyBytes(body)).toString('latin1');
}
