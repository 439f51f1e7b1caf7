import { expect, it } from 'vitest';
import { createFilterCounts } from '../../../src/renderer/state/filter-counts.ts';
import type { AppEvent, CallInput } from '../../../src/shared/contract.ts';
import type { Call } from '../../../src/shared/rpc.ts';
import { handClock, settled } from './listed-host.ts';

const changed: AppEvent = { type: 'deliveries.reset' };

function counting(takesMs = 0) {
  const clock = handClock();
  let now = 0;
  const asked: string[] = [];
  const found = new Map<string, number>();
  const ask = (async (_: string, { query = '' }: CallInput<'deliveries.count'>) => {
    asked.push(query);
    now += takesMs;
    if (query === 'broken') throw new Error('The store is closed.');
    return { count: found.get(query) ?? 0, complete: query !== 'long' };
  }) as Call;
  const store = createFilterCounts(ask, clock.later, () => now);
  const count = (query: string) => store.getState().counts.get(query);
  return { clock, asked, found, count, state: () => store.getState() };
}

it('counts what each filter finds, and says when there may be more', async () => {
  const { state, found, count } = counting();
  found.set('is:late', 3);
  state().show(['is:late', 'broken', 'long']);
  await settled();
  expect(count('is:late')).toEqual({ count: 3, complete: true });
  expect(count('long')).toEqual({ count: 0, complete: false });
  expect(count('broken')).toBeUndefined();
});

it('counts again after a change, but not for each one of a flood', async () => {
  const { state, found, count, asked, clock } = counting();
  state().show(['is:late']);
  await settled();
  found.set('is:late', 5);
  for (let i = 0; i < 1000; i++) state().applyEvents([changed]);
  await settled();
  expect(asked).toHaveLength(1);
  clock.advance(2000);
  await settled();
  expect(asked).toHaveLength(2);
  expect(count('is:late')?.count).toBe(5);
  clock.advance(60_000);
  await settled();
  expect(asked).toHaveLength(2);
});

it('rests the longer the longer counting took', async () => {
  const { state, asked, clock } = counting(1000);
  state().show(['is:late']);
  await settled();
  state().applyEvents([changed]);
  clock.advance(9999);
  await settled();
  expect(asked).toHaveLength(1);
  clock.advance(1);
  await settled();
  expect(asked).toHaveLength(2);
});

it('counts nothing while no filter is shown', async () => {
  const { state, asked } = counting();
  state().applyEvents([changed]);
  await settled();
  expect(asked).toEqual([]);
});
