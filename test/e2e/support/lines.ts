// Reads a stream as lines and lets a test wait for one of them.

import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

export interface Lines {
  /** All lines so far. */
  readonly all: string[];
  /** The first line, seen already or to come, that `pick` makes something of. Rejects at the end. */
  find<T>(pick: (line: string) => T | undefined): Promise<T>;
}

interface Waiting {
  offer(line: string): boolean;
  fail(): void;
}

export function readLines(stream: Readable): Lines {
  const all: string[] = [];
  const waiting = new Set<Waiting>();
  let ended = false;
  const reader = createInterface({ input: stream });
  reader.on('line', (line) => {
    all.push(line);
    for (const waiter of waiting) if (waiter.offer(line)) waiting.delete(waiter);
  });
  reader.on('close', () => {
    ended = true;
    for (const waiter of waiting) waiter.fail();
  });

  function find<T>(pick: (line: string) => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const waiter: Waiting = {
        offer(line) {
          const picked = pick(line);
          if (picked !== undefined) resolve(picked);
          return picked !== undefined;
        },
        fail: () => reject(new Error(`The output ended without it:\n${all.join('\n')}`)),
      };
      if (all.some((line) => waiter.offer(line))) return;
      if (ended) waiter.fail();
      else waiting.add(waiter);
    });
  }
  return { all, find };
}
