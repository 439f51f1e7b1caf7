// The state of the tunnel in words, with the tone of its dot.

import { assertNever } from '../../shared/assert-never.ts';
import type { TunnelStatus } from '../../shared/model.ts';
import { ago, duration } from './format.ts';

export interface TunnelWords {
  tone: 'ok' | 'warn' | 'bad' | 'mute';
  /** True while something is under way. */
  busy: boolean;
  /** A few words beside the URL. */
  short: string;
  /** The whole story, for a tooltip; null when `short` says it all. */
  long: string | null;
  /** What can be done about it. */
  action: 'start' | 'retry' | 'cancel' | null;
}

/** How the tunnel is doing at `now` (ms since 1970). */
export function tunnelWords(status: TunnelStatus, now: number): TunnelWords {
  const { state, reason, lastReachedAt, nextTryAt } = status;
  switch (state) {
    case 'off':
      return {
        tone: 'mute',
        busy: false,
        short: 'On this machine only',
        long: null,
        action: 'start',
      };
    case 'connecting':
      return {
        tone: 'warn',
        busy: true,
        short: 'Getting a public URL',
        long: null,
        action: 'cancel',
      };
    case 'online':
      return {
        tone: 'ok',
        busy: false,
        short: lastReachedAt === null ? 'online' : `reached ${ago(lastReachedAt, now)}`,
        long: 'Hookglass calls the public URL every 30 s to see that it still leads here.',
        action: null,
      };
    case 'degraded':
      return {
        tone: 'warn',
        busy: false,
        short: lastReachedAt === null ? 'not reached' : `last reached ${ago(lastReachedAt, now)}`,
        long: reason,
        action: null,
      };
    case 'reconnecting': {
      const wait = nextTryAt === null ? 0 : new Date(nextTryAt).getTime() - now;
      const soon = `Trying again in ${duration(Math.round(wait / 1000) * 1000)}`;
      return {
        tone: 'warn',
        busy: true,
        short: wait > 1000 ? soon : 'Reconnecting',
        long: reason,
        action: 'retry',
      };
    }
    case 'failed':
      return {
        tone: 'bad',
        busy: false,
        short: 'No public URL',
        long: reason,
        action: 'retry',
      };
    default:
      return assertNever(state);
  }
}
