import { describe, expect, it } from 'vitest';
import { createAttemptWatch } from '../../../src/renderer/state/attempt-toasts.ts';
import type { Attempt } from '../../../src/shared/model.ts';
import { attempt } from './attempts.ts';

function watched() {
  const told: string[] = [];
  const watch = createAttemptWatch(({ id }) => told.push(id));
  const changed = (of: Attempt) => watch.applyEvents([{ type: 'attempt.changed', attempt: of }]);
  return { told, watch, changed };
}

describe('the end of a replay', () => {
  it('is told once, when it was asked for here', () => {
    const { told, watch, changed } = watched();
    watch.expect('a');
    changed(attempt('a', { outcome: 'pending', status: null }));
    expect(told).toEqual([]);
    changed(attempt('a'));
    changed(attempt('a'));
    expect(told).toEqual(['a']);
  });

  it('is told although it came before the call was answered', () => {
    const { told, watch, changed } = watched();
    changed(attempt('a'));
    watch.expect('a');
    expect(told).toEqual(['a']);
  });

  it('is not told when somebody else asked, or when it is no replay', () => {
    const { told, watch, changed } = watched();
    changed(attempt('a'));
    watch.expect('b');
    changed(attempt('b', { trigger: 'forward' }));
    expect(told).toEqual([]);
  });
});
