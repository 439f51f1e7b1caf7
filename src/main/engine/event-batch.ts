// Gathers events for one open interface until it is ready for them, so that a burst of thousands of
// deliveries becomes a few small frames: only the newest state of a thing is told.

import { assertNever } from '../../shared/assert-never.ts';
import type { AppEvent } from '../../shared/contract.ts';
import type { Attempt, DeliverySummary } from '../../shared/model.ts';

/** More new deliveries than this in one batch are counted, not listed. */
export const MAX_ADDED = 200;
const MAX_CHANGED = 500;

export interface EventBatch {
  add(event: AppEvent): void;
  isEmpty(): boolean;
  /** What has gathered, in an order that can be applied one after another; the batch is empty then. */
  take(): AppEvent[];
}

export function createEventBatch(): EventBatch {
  // Maps keep the order of insertion: `added` holds the oldest first.
  let added = new Map<string, DeliverySummary>();
  let changed = new Map<string, DeliverySummary>();
  let attempts = new Map<string, Attempt>();
  let removed: string[] = [];
  let skipped = 0;
  let reset = false;
  const latest = new Map<AppEvent['type'], AppEvent>();
  let notices: AppEvent[] = [];

  function addDelivery(item: DeliverySummary): void {
    added.set(item.id, item);
    if (added.size <= MAX_ADDED) return;
    const oldest = added.keys().next();
    if (!oldest.done) added.delete(oldest.value);
    skipped++;
  }

  function changeDelivery(item: DeliverySummary): void {
    if (added.has(item.id)) added.set(item.id, item);
    else if (changed.size < MAX_CHANGED || changed.has(item.id)) changed.set(item.id, item);
    // Too much changed to tell each: the lists load anew.
    else reset = true;
  }

  return {
    add(event) {
      switch (event.type) {
        case 'deliveries.added':
          for (const item of event.items.toReversed()) addDelivery(item);
          skipped += event.skipped;
          return;
        case 'deliveries.changed':
          for (const item of event.items) changeDelivery(item);
          return;
        case 'deliveries.removed':
          removed.push(...event.ids);
          for (const id of event.ids) {
            added.delete(id);
            changed.delete(id);
          }
          return;
        case 'deliveries.reset':
          reset = true;
          return;
        case 'attempt.changed':
          attempts.delete(event.attempt.id);
          attempts.set(event.attempt.id, event.attempt);
          if (attempts.size > MAX_CHANGED) attempts.delete(attempts.keys().next().value ?? '');
          return;
        case 'endpoints.changed':
        case 'filters.changed':
        case 'stats.changed':
        case 'tunnel.changed':
        case 'receiver.changed':
        case 'settings.changed':
        // Only the last one asked for can be shown.
        case 'delivery.show':
          latest.set(event.type, event);
          return;
        case 'notice':
          notices.push(event);
          return;
        default:
          assertNever(event);
      }
    },
    isEmpty: () =>
      added.size + changed.size + attempts.size + removed.length + latest.size + notices.length ===
        0 && !reset,
    take() {
      const events: AppEvent[] = [...latest.values(), ...notices];
      if (reset) events.push({ type: 'deliveries.reset' });
      if (removed.length > 0) events.push({ type: 'deliveries.removed', ids: removed });
      if (added.size > 0) {
        const items = [...added.values()].reverse();
        events.push({ type: 'deliveries.added', items, skipped });
      }
      if (changed.size > 0) {
        events.push({ type: 'deliveries.changed', items: [...changed.values()] });
      }
      for (const attempt of attempts.values()) events.push({ type: 'attempt.changed', attempt });
      added = new Map();
      changed = new Map();
      attempts = new Map();
      removed = [];
      notices = [];
      latest.clear();
      skipped = 0;
      reset = false;
      return events;
    },
  };
}
