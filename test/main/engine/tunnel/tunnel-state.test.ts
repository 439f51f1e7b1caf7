// The table of states, cell by cell.

import { describe, expect, it } from 'vitest';
import { nextState, type TunnelEvent } from '../../../../src/main/engine/tunnel/tunnel-state.ts';
import type { TunnelState } from '../../../../src/shared/model.ts';

const events: TunnelEvent[] = [
  ...(['start', 'stop', 'opened', 'open-failed', 'open-refused', 'lost'] as const),
  ...(['probe-passed', 'probe-failed', 'probe-blocked'] as const),
];

// One column for each event, in the order above; '' leaves the state as it is.
const expected: Record<TunnelState, (TunnelState | '')[]> = {
  off: ['connecting', '', '', '', '', '', '', '', ''],
  connecting: ['', 'off', 'online', 'reconnecting', 'failed', '', '', '', ''],
  online: ['', 'off', '', '', '', 'reconnecting', '', 'degraded', 'degraded'],
  degraded: ['', 'off', '', '', '', 'reconnecting', 'online', 'reconnecting', ''],
  reconnecting: ['', 'off', 'online', 'reconnecting', 'failed', '', '', '', ''],
  failed: ['connecting', 'off', '', '', '', '', '', '', ''],
};

const cells = Object.entries(expected).flatMap(([state, row]) =>
  row.map((next, i) => ({ state: state as TunnelState, event: events[i]!, next: next || state })),
);

describe('nextState', () => {
  it.each(cells)('takes $state to $next on $event', ({ state, event, next }) => {
    expect(nextState(state, event)).toBe(next);
  });

  it('has a row for every state and a column for every event', () => {
    expect(cells).toHaveLength(6 * 9);
  });
});
