// Hands captures over, shields the receiver from whoever takes them, and knows when none is left.

import type { HeaderList } from '../../../shared/headers.ts';
import type { Captured } from '../capture.ts';
import type { Exchange } from './exchange.ts';

export type OnCapture = (captured: Captured, exchange: Exchange) => void;

export interface Captures {
  /** A request has begun that will be handed over. */
  begin(): void;
  end: OnCapture;
  /** Resolves when every request that began was handed over. */
  drained(): Promise<void>;
}

export function createCaptures(onCapture: OnCapture): Captures {
  let underWay = 0;
  let onDrained: (() => void) | null = null;
  return {
    begin: () => {
      underWay++;
    },
    end(captured, exchange) {
      try {
        onCapture(captured, exchange);
      } catch {
        // A bug of ours must not cost the receiver, nor leave the sender waiting.
        const headers: HeaderList = [['Content-Type', 'text/plain; charset=utf-8']];
        void exchange.respond(500, headers, 'Something went wrong inside Hookglass.\n');
      }
      underWay--;
      if (underWay === 0) onDrained?.();
    },
    drained: () =>
      new Promise((resolve) => {
        onDrained = resolve;
        if (underWay === 0) resolve();
      }),
  };
}
