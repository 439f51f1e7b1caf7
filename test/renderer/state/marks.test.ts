import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  applyToMarks,
  clearMarks,
  followMarks,
  markedRows,
  patchMarks,
  selectOnly,
  toggleMark,
  useMarks,
} from '../../../src/renderer/state/marks.ts';
import { useView } from '../../../src/renderer/state/view.ts';
import { delivery, idOf, numberOf } from './listed-host.ts';

const chosen = () => markedRows().map(numberOf);
let stop = () => {};

beforeEach(() => {
  stop = useView.subscribe(followMarks);
});
afterEach(() => {
  stop();
  clearMarks();
  useView.setState(useView.getInitialState());
});

describe('the chosen deliveries', () => {
  it('are at least two: one alone is the selected one', () => {
    toggleMark(delivery(1));
    expect([chosen(), useView.getState().selectedId]).toEqual([[], idOf(1)]);
    useMarks.setState({ rows: new Map([[idOf(1), delivery(1)]]) });
    toggleMark(delivery(3));
    expect([chosen(), useView.getState().selectedId]).toEqual([[3, 1], idOf(3)]);
    toggleMark(delivery(3));
    expect([chosen(), useView.getState().selectedId]).toEqual([[], idOf(1)]);
  });

  it.each([
    ['another delivery is selected', () => useView.getState().select(idOf(9))],
    ['another list is shown', () => useView.getState().setScope({ endpointId: 'a', only: null })],
    ['something is searched for', () => useView.getState().setQuery('x')],
    ['one of them is clicked', () => selectOnly(idOf(2))],
  ])('are let go of when %s', (_when, act) => {
    choose(1, 2, 3);
    act();
    expect(chosen()).toEqual([]);
  });

  it('follow what happens to them', () => {
    choose(1, 2, 3);
    applyToMarks([{ type: 'deliveries.changed', items: [delivery(2, { pinned: true })] }]);
    expect(markedRows().map(({ pinned }) => pinned)).toEqual([false, true, false]);
    applyToMarks([{ type: 'deliveries.removed', ids: [idOf(3)] }]);
    expect([chosen(), useView.getState().selectedId]).toEqual([[2, 1], idOf(2)]);
    patchMarks({ pinned: true });
    expect(markedRows().every(({ pinned }) => pinned)).toBe(true);
    applyToMarks([{ type: 'deliveries.removed', ids: [idOf(2)] }]);
    expect([chosen(), useView.getState().selectedId]).toEqual([[], idOf(1)]);
  });
});

/** Chooses these, the last one leading. */
function choose(...numbers: number[]): void {
  const [first = 0, ...others] = numbers;
  useMarks.setState({ rows: new Map([[idOf(first), delivery(first)]]) });
  for (const number of others) toggleMark(delivery(number));
}
