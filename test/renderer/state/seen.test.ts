import { describe, expect, it } from 'vitest';
import { everything } from '../../../src/renderer/state/scope.ts';
import { createSeenWatch, type Sight, seenNow } from '../../../src/renderer/state/seen.ts';
import type { Stats } from '../../../src/shared/model.ts';
import { handClock } from './listed-host.ts';

const stats = (unread: Record<string, number>): Stats => ({
  deliveries: 10,
  pinned: 0,
  failed: 0,
  bytes: 0,
  endpoints: Object.entries(unread).map(([endpointId, count]) => ({
    endpointId,
    total: 5,
    failed: 0,
    unread: count,
    unreadFailed: 0,
  })),
});

const looking: Sight = { scope: everything, listed: true, waiting: 0, away: false };
const at = (endpointId: string): Sight => ({ ...looking, scope: { endpointId, only: null } });

describe('deliveries are seen', () => {
  it('while the list that takes them in is on screen', () => {
    expect(seenNow(looking, stats({ a: 2, b: 0 }))).toBe('all');
    expect(seenNow(at('a'), stats({ a: 2, b: 1 }))).toEqual({ endpointId: 'a' });
  });

  it('by nobody while another endpoint is looked at', () => {
    expect(seenNow(at('b'), stats({ a: 2, b: 0 }))).toBeNull();
  });

  it.each([
    ['they wait behind the pill', { waiting: 3 }],
    ['a delivery is read or the page is hidden', { away: true }],
    ['search results are shown', { listed: false }],
    ['only some are shown', { scope: { endpointId: null, only: 'failed' as const } }],
  ])('not while %s', (_, part) => {
    expect(seenNow({ ...looking, ...part }, stats({ a: 2 }))).toBeNull();
  });

  it('once they have been looked at for a while, and the host is told once', () => {
    const clock = handClock();
    const told: (string | null)[] = [];
    let now: ReturnType<typeof seenNow> = 'all';
    const note = createSeenWatch({
      now: () => now,
      tell: (id) => told.push(id),
      later: clock.later,
    });
    note();
    note();
    clock.advance(1499);
    expect(told).toEqual([]);
    clock.advance(1);
    expect(told).toEqual([null]);
    note();
    now = null;
    clock.advance(2000);
    expect(told).toEqual([null]);
  });
});
