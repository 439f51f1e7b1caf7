// Whatever the filter: it runs, and each delivery fits either it or its opposite.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MAX_QUERY_LENGTH } from '../../../../../src/shared/query/parse.ts';
import { printQuery } from '../../../../../src/shared/query/print.ts';
import { anyQuery, NOWHERE } from '../../../../shared/query/arbitrary.ts';
import { allPages, NOW, openTestStore, put } from '../fixtures.ts';

it('any filter divides the deliveries into those that fit and those that do not', async () => {
  const { store, dataDir } = await openTestStore();
  const path = join(dataDir, 'bodies', 'incoming', 'large');
  const large = JSON.stringify({ a: [{ b: 1 }, 'x'], filler: 'y'.repeat(1_100_000) });
  writeFileSync(path, large);
  await put(store, { file: { path, size: large.length }, provider: null, eventType: null });
  await put(store, { body: '{"a":[{"b":1},"x"],"b":null}', messageId: 'evt_1' });
  await put(store, { body: Buffer.from('\0\xff{"a":', 'latin1'), messageId: 'a\0b' });
  await put(store, {
    headers: [
      ['X', 'a'],
      ['x', '\xe9'],
    ],
    messageId: 'evt_1',
    method: 'GET',
  });
  await put(store, { verdict: { status: 'failed', reason: 'timestamp-stale' } });
  await put(store, { response: { status: null, source: null }, body: '' });
  const ids = await allPages(store, {});
  const context = {
    endpoints: [],
    deadlines: [['stripe', 5] as [string, number]],
    seen: {},
    now: NOW,
  };
  const found = (text: string) => allPages(store, { query: text, context });
  await fc.assert(
    fc.asyncProperty(anyQuery, async (query) => {
      const text = printQuery(query);
      const opposite = printQuery({ kind: 'not', part: query, span: NOWHERE });
      fc.pre(opposite.length <= MAX_QUERY_LENGTH);
      const both = [...(await found(text)), ...(await found(opposite))];
      expect(both.sort().reverse(), text).toEqual(ids);
    }),
    { numRuns: 150 },
  );
}, 60_000);
