// Searching a table: which cell a match is in, and where.

import { expect, it } from 'vitest';
import { findInCells, marksByCell } from '../../../../src/renderer/viewers/find/find-in-cells.ts';
import { compilePattern } from '../../../../src/renderer/viewers/find/pattern.ts';
import { runAtOnce } from '../../../../src/renderer/viewers/sliced.ts';

it('finds matches in their cells, also in a long one and not across two', async () => {
  const cells = ['name', 'na', 'me', '', `${'x'.repeat(50_000)}name`, 'nameName'];
  const pattern = await compilePattern({
    ...{ text: 'name', matchCase: false, wholeWord: false, regex: false, hex: false },
  });
  if (pattern.kind === 'mistake') throw new Error(pattern.message);
  const found = runAtOnce(findInCells(cells, pattern));
  expect([...marksByCell(cells, { found, current: 2 })]).toEqual([
    [0, [{ from: 0, to: 4, current: false }]],
    [4, [{ from: 50_000, to: 50_004, current: false }]],
    [
      5,
      [
        { from: 0, to: 4, current: true },
        { from: 4, to: 8, current: false },
      ],
    ],
  ]);
});
