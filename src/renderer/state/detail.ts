// The delivery in the open pane: fetched when selected, again when an event says that it changed.

import { create } from 'zustand';
import type { AppEvent } from '../../shared/contract.ts';
import type { Attempt, OpenedDelivery } from '../../shared/model.ts';
import { type Call, CallError } from '../../shared/rpc.ts';
import { call } from '../host.ts';

export { type LoadedBody, loadAttemptBody, loadBody } from './bodies.ts';

export type Detail =
  | { status: 'none'; id: null; delivery: null; error: null }
  | { status: 'loading'; id: string; delivery: null; error: null }
  | { status: 'ready'; id: string; delivery: OpenedDelivery; error: null }
  | { status: 'error'; id: string; delivery: null; error: string };

export interface DetailActions {
  /** Shows another delivery, or none. */
  show(id: string | null): void;
  /** Asks for the shown one again; what is there stays until the answer. */
  reload(): void;
  applyEvents(events: AppEvent[]): void;
}

const none: Detail = { status: 'none', id: null, delivery: null, error: null };

const REMOVED = 'This delivery was removed.';

/** The attempts with a new or newer state of one of them, oldest first. */
function withAttempt(attempts: Attempt[], attempt: Attempt): Attempt[] {
  const known = attempts.some(({ id }) => id === attempt.id);
  return known
    ? attempts.map((old) => (old.id === attempt.id ? attempt : old))
    : [...attempts, attempt];
}

/** Whether something became of the other deliveries of the same message. */
function concernsGroup(event: AppEvent, { id, redelivery, group }: OpenedDelivery): boolean {
  const isMember = (other: string) => group.some((member) => member.id === other);
  const first = redelivery?.firstId ?? id;
  switch (event.type) {
    case 'deliveries.added':
      return event.items.some((d) => d.redelivery?.firstId === first || d.id === first);
    case 'deliveries.changed':
      return event.items.some((d) => isMember(d.id));
    case 'deliveries.removed':
      return event.ids.some(isMember);
    default:
      return false;
  }
}

/** A store that shows one delivery, asking through `call`. Answers that came too late are dropped. */
export function createDetail(ask: Call) {
  let asked = 0;
  return create<Detail & DetailActions>()((set, get) => {
    const fetch = async (id: string) => {
      const number = ++asked;
      try {
        const delivery = await ask('deliveries.get', { id });
        if (number === asked) set({ status: 'ready', id, delivery, error: null });
      } catch (error) {
        if (number !== asked) return;
        // A lost connection must not take away what is being read.
        if (error instanceof CallError && error.code === 'closed' && get().delivery !== null)
          return;
        const message = error instanceof Error ? error.message : String(error);
        set({ status: 'error', id, delivery: null, error: message });
      }
    };
    return {
      ...none,
      show(id) {
        if (id === get().id) return;
        asked += 1;
        if (id === null) return set(none);
        set({ status: 'loading', id, delivery: null, error: null });
        void fetch(id);
      },
      reload() {
        const { id } = get();
        if (id !== null) void fetch(id);
      },
      applyEvents(events) {
        const { id, delivery } = get();
        if (id === null) return;
        let changed = false;
        let next = delivery;
        for (const event of events) {
          if (event.type === 'deliveries.removed' && event.ids.includes(id)) {
            asked += 1;
            return set({ status: 'error', id, delivery: null, error: REMOVED });
          }
          if (event.type === 'deliveries.reset') changed = true;
          if (event.type === 'deliveries.changed') changed ||= event.items.some((d) => d.id === id);
          changed ||= delivery !== null && concernsGroup(event, delivery);
          if (event.type === 'attempt.changed' && event.attempt.deliveryId === id) {
            changed = true;
            if (next !== null)
              next = { ...next, attempts: withAttempt(next.attempts, event.attempt) };
          }
        }
        if (next !== delivery && next !== null) {
          set({ status: 'ready', id, delivery: next, error: null });
        }
        if (changed) void fetch(id);
      },
    };
  });
}

export const useDetail = createDetail(call);
