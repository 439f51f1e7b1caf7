// Typed publish and subscribe between the engine's parts and the open interfaces.

import type { AppEvent } from '../../shared/contract.ts';

export type EventType = AppEvent['type'];
export type EventOf<T extends EventType> = Extract<AppEvent, { type: T }>;

export interface Bus {
  publish(event: AppEvent): void;
  /** All events. Answers the function that ends the subscription. */
  subscribe(listener: (event: AppEvent) => void): () => void;
  /** Events of one type only. */
  on<T extends EventType>(type: T, listener: (event: EventOf<T>) => void): () => void;
  /** True while somebody wants such events; lets the hot path skip what nobody would see. */
  wants(type: EventType): boolean;
}

export function createBus(): Bus {
  const toAll = new Set<(event: AppEvent) => void>();
  const byType = new Map<EventType, Set<(event: AppEvent) => void>>();

  function listen(listeners: Set<(event: AppEvent) => void>, listener: (event: AppEvent) => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }

  return {
    publish(event) {
      for (const listener of toAll) listener(event);
      for (const listener of byType.get(event.type) ?? []) listener(event);
    },
    subscribe: (listener) => listen(toAll, listener),
    on(type, listener) {
      const listeners = byType.get(type) ?? new Set();
      byType.set(type, listeners);
      // Only events of this type are ever given to this set.
      return listen(listeners, listener as (event: AppEvent) => void);
    },
    wants: (type) => toAll.size > 0 || (byType.get(type)?.size ?? 0) > 0,
  };
}
