// The tunnel's states as a pure table: what happened in which state leads to which state.

import type { TunnelState } from '../../../shared/model.ts';

export type TunnelEvent =
  | 'start'
  | 'stop'
  /** The server gave a public URL and is connected. */
  | 'opened'
  /** No tunnel this time; another try may succeed. */
  | 'open-failed'
  /** No tunnel, and trying again cannot help. */
  | 'open-refused'
  /** The client saw the connection go. */
  | 'lost'
  | 'probe-passed'
  | 'probe-failed'
  /** The server answers in our place; registering again would change nothing. */
  | 'probe-blocked';

type Row = Partial<Record<TunnelEvent, TunnelState>>;

const trying: Row = {
  stop: 'off',
  opened: 'online',
  'open-failed': 'reconnecting',
  'open-refused': 'failed',
};

const table: Record<TunnelState, Row> = {
  off: { start: 'connecting' },
  connecting: trying,
  reconnecting: trying,
  online: {
    stop: 'off',
    lost: 'reconnecting',
    'probe-failed': 'degraded',
    'probe-blocked': 'degraded',
  },
  degraded: {
    stop: 'off',
    lost: 'reconnecting',
    'probe-passed': 'online',
    'probe-failed': 'reconnecting',
  },
  failed: { start: 'connecting', stop: 'off' },
};

/** The state after an event. An event that means nothing in a state leaves it as it is. */
export function nextState(state: TunnelState, event: TunnelEvent): TunnelState {
  return table[state][event] ?? state;
}
