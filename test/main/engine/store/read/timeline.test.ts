import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Store, TimelineQuery } from '../../../../../src/main/engine/store/store.ts';
import { NOW, openTestStore, put, putMany } from '../fixtures.ts';

const MINUTE = 60_000;
const context = { endpoints: [], deadlines: [], seen: {}, now: NOW };

/** A store whose ids are made as time goes on. */
async function open() {
  let now = NOW - 60 * MINUTE;
  const { store } = await openTestStore({ clock: () => now });
  return {
    store,
    at(minutesAgo: number) {
      now = NOW - minutesAgo * MINUTE;
      return { receivedAt: now };
    },
  };
}

const timeline = (store: Store, parts: Partial<TimelineQuery> = {}) =>
  store.timeline({
    ...{ query: null, endpointId: null, only: null, from: null, to: null, buckets: 6, context },
    ...parts,
  });

describe('the timeline', () => {
  it('counts by verdict and by status, in buckets from the oldest to now', async () => {
    const { store, at } = await open();
    await put(store, { ...at(60), verdict: { status: 'failed' } });
    await put(store, { ...at(55), response: { status: 404, source: 'canned' } });
    await put(store, { ...at(1), response: { status: null, source: null } });
    const { buckets, from, to, bucketMs, complete } = await timeline(store);
    expect([from, to, bucketMs, complete]).toEqual([
      new Date(NOW - 60 * MINUTE).toISOString(),
      new Date(NOW).toISOString(),
      10 * MINUTE,
      true,
    ]);
    expect(buckets.map(({ at: start }) => (NOW - Date.parse(start)) / MINUTE)).toEqual([
      ...[60, 50, 40, 30, 20, 10],
    ]);
    expect(buckets[0]).toMatchObject({
      verdicts: { verified: 1, failed: 1, unsigned: 0, unchecked: 0 },
      statuses: { '2xx': 1, '4xx': 1, none: 0 },
      refused: 1,
    });
    expect(buckets[5]).toMatchObject({
      verdicts: { verified: 1 },
      statuses: { none: 1, '2xx': 0 },
    });
    expect(buckets[3]?.verdicts.verified).toBe(0);
  });

  it('keeps to a part of the time, a filter and an endpoint', async () => {
    const { store, at } = await open();
    await put(store, { ...at(50), eventType: 'a' });
    await put(store, { ...at(30), eventType: 'a', endpointId: 'x', body: 'needle' });
    await put(store, { ...at(30), eventType: 'b', endpointId: 'x' });
    await put(store, { ...at(5), eventType: 'a' });
    const sums = async (parts: Partial<TimelineQuery>) =>
      (await timeline(store, parts)).buckets.map(({ verdicts }) => verdicts.verified).join('');
    const part = { from: NOW - 40 * MINUTE, to: NOW - 10 * MINUTE, buckets: 3 };
    expect(await sums(part)).toBe('020');
    expect(await sums({ ...part, query: 'type:a' })).toBe('010');
    expect(await sums({ ...part, query: 'needle' })).toBe('010');
    expect(await sums({ ...part, to: NOW, endpointId: 'x' })).toBe('200');
    expect(await sums({ ...part, to: NOW, only: 'failed' })).toBe('000');
  });

  it('counts deliveries whose body is in a file by what is in it, and nothing from outside the time', async () => {
    const { store, dataDir } = await openTestStore();
    const path = join(dataDir, 'bodies', 'incoming', 'large');
    const large = `needle${'x'.repeat(1_100_000)}`;
    writeFileSync(path, large);
    await put(store, { file: { path, size: large.length }, receivedAt: NOW - MINUTE });
    await put(store, { body: 'needle', receivedAt: NOW - MINUTE });
    await put(store, { body: 'needle', receivedAt: NOW - 10 * MINUTE });
    await put(store, { body: 'needle', receivedAt: NOW });
    const { buckets } = await timeline(store, {
      ...{ query: 'needle', from: NOW - 2 * MINUTE, to: NOW, buckets: 2 },
    });
    expect(buckets.map(({ verdicts }) => verdicts.verified)).toEqual([0, 2]);
  });

  it('is empty when nothing was received', async () => {
    const { store } = await openTestStore();
    const { buckets, complete } = await timeline(store);
    expect(buckets).toHaveLength(6);
    expect(complete).toBe(true);
  });
});

describe('the statistics', () => {
  it('tell how many failed and how long answers took, by endpoint or by type', async () => {
    const { store } = await openTestStore();
    const ids = await putMany(store, 20, (n) => ({
      endpointId: n < 15 ? 'a' : 'b',
      eventType: n === 19 ? null : `type${n % 2}`,
      verdict: { status: n === 0 ? 'failed' : 'verified' },
      response: { status: n === 1 ? 500 : 200, source: 'canned' },
    }));
    for (const [n, id] of ids.entries()) {
      if (n >= 15) continue;
      const response = { status: n === 1 ? 500 : 200, source: 'canned' as const };
      store.recordAnswer({ id, response, committedMs: 1, answeredMs: n + 1 });
    }
    const chosen = { query: null, endpointId: null, only: null };
    expect(await store.statistics({ ...chosen, by: 'endpoint' })).toEqual({
      items: [
        { key: 'a', count: 15, failures: 2, failureRate: 2 / 15, medianMs: 8, p95Ms: 15 },
        { key: 'b', count: 5, failures: 0, failureRate: 0, medianMs: null, p95Ms: null },
      ],
      complete: true,
      since: null,
    });
    const byType = await store.statistics({ ...chosen, by: 'eventType', query: 'status:500' });
    expect(byType.items).toMatchObject([{ key: 'type1', count: 1, failureRate: 1 }]);
    const all = await store.statistics({ ...chosen, by: 'eventType' });
    expect(all.items.map(({ key, count }) => [key, count])).toEqual([
      ['type0', 10],
      ['type1', 9],
      [null, 1],
    ]);
  });
});
