// The timeline's data: asked for what the list shows, and seldom enough for a flood.

import { expect, it } from 'vitest';
import { createTimeline } from '../../../src/renderer/state/timeline.ts';
import type { Call } from '../../../src/shared/rpc.ts';

/** A clock that goes on when it is told to, and what was asked so far. */
function setUp() {
  const asked: unknown[] = [];
  const waiting: (() => void)[] = [];
  const ask = (async (_name: string, input: unknown) => {
    asked.push(input);
    return { number: asked.length };
  }) as unknown as Call;
  const timeline = createTimeline(ask, (_ms, job) => {
    waiting.push(job);
    return () => waiting.splice(waiting.indexOf(job), 1);
  });
  const goOn = async () => {
    for (const job of waiting.splice(0)) job();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { asked, timeline, goOn };
}

const ADDED = [{ type: 'deliveries.added' as const, items: [], skipped: 1000 }];

it('asks for what the list shows, once it is no longer typed', async () => {
  const { asked, timeline, goOn } = setUp();
  timeline.getState().show({ endpointId: 'ep_1', only: null }, '');
  timeline.getState().show({ endpointId: 'ep_1', only: 'failed' }, 'type:a');
  await goOn();
  expect(asked).toEqual([{ endpointId: 'ep_1', only: 'failed', query: 'type:a', buckets: 72 }]);
});

it('asks once for a flood, and once more when that is over', async () => {
  const { asked, timeline, goOn } = setUp();
  for (let event = 0; event < 100; event++) timeline.getState().applyEvents(ADDED);
  await goOn();
  for (let event = 0; event < 100; event++) timeline.getState().applyEvents(ADDED);
  expect(asked).toHaveLength(1);
  await goOn();
  expect(asked).toHaveLength(2);
});

it('asks for nothing while it is hidden', async () => {
  const { asked, timeline, goOn } = setUp();
  timeline.getState().setShown(false);
  timeline.getState().applyEvents(ADDED);
  await goOn();
  expect(asked).toEqual([]);
});
