// The engine as a host starts it, on free ports and in a folder of its own, with its calls typed.

import { onTestFinished } from 'vitest';
import { type Engine, type EngineOptions, startEngine } from '../../src/main/engine/engine.ts';
import type { AppEvent, CallInput, CallName, CallResults } from '../../src/shared/contract.ts';
import type { Delivery } from '../../src/shared/model.ts';
import { CallError } from '../../src/shared/rpc.ts';
import { readerWorkerUrl } from './reader-worker-url.ts';
import { tempDir } from './temp-dir.ts';

export interface TestEngine extends Engine {
  dataDir: string;
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallResults[N]>;
  /** Every delivery that was answered so far, oldest first. */
  answered: Delivery[];
  /** Resolves with the delivery at this position, counted from 0, answered already or to come. */
  delivery(index: number): Promise<Delivery>;
  /** The next event that `pick` makes something of. */
  event<T>(pick: (event: AppEvent) => T | undefined): Promise<T>;
}

export async function testEngine(options: Partial<EngineOptions> = {}): Promise<TestEngine> {
  const dataDir = options.dataDir ?? tempDir();
  const answered: Delivery[] = [];
  const waiting = new Set<() => void>();
  const engine = await startEngine({
    host: 'headless',
    version: '0.0.0',
    dataDir,
    readerWorker: readerWorkerUrl,
    port: 0,
    cipher: null,
    overrides: {},
    tunnel: { kind: 'none', host: null, subdomain: null, start: false },
    revealDataFolder: null,
    onAnswered: (delivery) => {
      answered.push(delivery());
      for (const look of waiting) look();
    },
    ...options,
  });
  onTestFinished(engine.stop);
  return {
    ...engine,
    dataDir,
    answered,
    async call(name, input) {
      const answer = await engine.dispatch(name, input);
      if (!answer.ok) throw new CallError(answer.error);
      return answer.result as never;
    },
    delivery: (index) =>
      new Promise((resolve) => {
        const look = () => {
          const delivery = answered[index];
          if (delivery === undefined) return;
          waiting.delete(look);
          resolve(delivery);
        };
        waiting.add(look);
        look();
      }),
    event: (pick) =>
      new Promise((resolve) => {
        const unsubscribe = engine.bus.subscribe((event) => {
          const picked = pick(event);
          if (picked === undefined) return;
          unsubscribe();
          resolve(picked);
        });
      }),
  };
}
