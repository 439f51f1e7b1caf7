// Typed publish and subscribe between the engine's parts and the open interfaces.

import type { AppEvent } from '../../shared/contract.ts';

export type Listener = (event: AppEvent) => void;

export interface Bus {
  publish(event: AppEvent): void;
  /** Answers the function that ends the subscription. */
  subscribe(listener: Listener): () => void;
  /** True while somebody listens; lets the hot path skip work that nobody would see. */
  hasListeners(): boolean;
}

export function createBus(): Bus {
  const listeners = new Set<Listener>();
  return {
    publish(event) {
      for (const listener of listeners) listener(event);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    hasListeners: () => listeners.size > 0,
  };
}
