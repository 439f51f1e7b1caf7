// Many events become few, and applying the few ends in the same state.

import { describe, expect, it } from 'vitest';
import { createEventBatch, MAX_ADDED } from '../../../src/main/engine/event-batch.ts';
import type { DeliverySummary } from '../../../src/shared/model.ts';

function summary(id: string, status: number | null = null): DeliverySummary {
  return {
    id,
    endpointId: 'ep_default',
    receivedAt: '2026-11-22T12:00:00.000Z',
    state: 'complete',
    method: 'POST',
    target: '/',
    bodySize: 0,
    contentType: null,
    provider: null,
    eventType: null,
    messageId: null,
    handshake: false,
    pinned: false,
    verdict: { status: 'unchecked', reason: 'no-provider' },
    response: { status, source: status === null ? null : 'canned' },
    durationMs: null,
    attemptCount: 0,
    label: null,
    note: null,
    redelivery: null,
    sameBodyAs: null,
  };
}

const added = (id: string) => ({
  type: 'deliveries.added' as const,
  items: [summary(id)],
  skipped: 0,
});
const changed = (id: string, status: number) => ({
  type: 'deliveries.changed' as const,
  items: [summary(id, status)],
});

describe('an event batch', () => {
  it('tells a delivery that was answered meanwhile once, as it is now', () => {
    const batch = createEventBatch();
    batch.add(added('a'));
    batch.add(changed('a', 200));
    expect(batch.take()).toEqual([
      { type: 'deliveries.added', items: [summary('a', 200)], skipped: 0 },
    ]);
    expect(batch.isEmpty()).toBe(true);
    expect(batch.take()).toEqual([]);
  });

  it('lists new deliveries newest first', () => {
    const batch = createEventBatch();
    for (const id of ['a', 'b', 'c']) batch.add(added(id));
    const [event] = batch.take();
    expect(event?.type === 'deliveries.added' && event.items.map((item) => item.id)).toEqual([
      'c',
      'b',
      'a',
    ]);
  });

  it('lists the newest of a flood and counts the others', () => {
    const batch = createEventBatch();
    for (let i = 0; i < MAX_ADDED + 50; i++) batch.add(added(`d${i}`));
    const [event] = batch.take();
    expect(event).toMatchObject({ type: 'deliveries.added', skipped: 50 });
    expect(event?.type === 'deliveries.added' && event.items).toHaveLength(MAX_ADDED);
  });

  it('has lists load anew when more changed than is worth telling', () => {
    const batch = createEventBatch();
    for (let i = 0; i < 2000; i++) batch.add(changed(`d${i}`, 200));
    const events = batch.take();
    expect(events.map((event) => event.type)).toContain('deliveries.reset');
    expect(JSON.stringify(events).length).toBeLessThan(500_000);
  });

  it('does not tell of a delivery that came and went', () => {
    const batch = createEventBatch();
    batch.add(added('a'));
    batch.add({ type: 'deliveries.removed', ids: ['a'] });
    expect(batch.take()).toEqual([{ type: 'deliveries.removed', ids: ['a'] }]);
  });

  it('keeps only the latest of a state', () => {
    const batch = createEventBatch();
    const receiver = { url: 'http://127.0.0.1:1', paused: false };
    batch.add({ type: 'receiver.changed', receiver });
    batch.add({ type: 'receiver.changed', receiver: { ...receiver, paused: true } });
    expect(batch.take()).toEqual([
      { type: 'receiver.changed', receiver: { ...receiver, paused: true } },
    ]);
  });
});
