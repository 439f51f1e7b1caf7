// The tunnel's status as it is shown, and the memory behind it: the one place that changes either.

import type { TunnelKind, TunnelState, TunnelStatus } from '../../../shared/model.ts';
import { historyOf, markSeen, parseMemory, remember, type TunnelMemory } from './tunnel-memory.ts';
import { nextState, type TunnelEvent } from './tunnel-state.ts';

export interface StatusBoardOptions {
  /** What `saveState` was last given, in any run; anything else, or throwing, counts as nothing. */
  loadState: () => unknown;
  /** Takes a small JSON value. What it throws is ignored: it costs a name's memory, not the tunnel. */
  saveState: (state: TunnelMemory) => void;
  onChange: (status: TunnelStatus) => void;
  /** Wall clock, in ms since the epoch. */
  now: () => number;
}

export interface StatusBoard {
  status(): TunnelStatus;
  state(): TunnelState;
  /** The name that this server gave last; null when it gave none, or another server did. */
  lastName(host: string): string | null;
  /** Forgets the tunnel there was; `kind` is what is wanted from now on. */
  clear(kind: TunnelKind): void;
  /** Says what happened and why; `reason` is a sentence or null. */
  move(event: TunnelEvent, reason: string | null): void;
  /** As `move`, when the next try is due in `delayMs`. */
  wait(event: TunnelEvent, reason: string, delayMs: number): void;
  /** A try is under way. */
  trying(reason: string | null): void;
  /** The server gave a tunnel; `note` is what there is to say about it. */
  opened(given: { host: string; subdomain: string | null; url: string }, note: string | null): void;
  /** The public URL was seen to lead here. */
  reached(note: string | null): void;
  save(): void;
  /** No more `onChange`. */
  mute(): void;
}

export function createStatusBoard(options: StatusBoardOptions): StatusBoard {
  const { loadState, saveState, onChange, now } = options;
  const nothing = { publicUrl: null, lastReachedAt: null, nextTryAt: null, changedFrom: null };
  let shown: Omit<TunnelStatus, 'history'> = {
    state: 'off',
    kind: 'none',
    reason: null,
    ...nothing,
  };
  let memory = parseMemory(attempt(loadState));
  let muted = false;

  const status = () => ({ ...shown, history: historyOf(memory, shown.publicUrl) });
  const isoTime = (offsetMs = 0) => new Date(now() + offsetMs).toISOString();

  function show(change: Partial<typeof shown>): void {
    shown = { ...shown, nextTryAt: null, ...change };
    if (!muted) onChange(status());
  }

  const save = () => void attempt(() => saveState(memory));

  const after = (event: TunnelEvent) => nextState(shown.state, event);

  return {
    status,
    state: () => shown.state,
    lastName: (host) => (memory.host === host ? memory.subdomain : null),
    clear(kind) {
      shown = { ...shown, ...nothing, kind };
    },
    move: (event, reason) => show({ state: after(event), reason }),
    wait: (event, reason, delayMs) =>
      show({ state: after(event), reason, nextTryAt: isoTime(delayMs) }),
    trying: (reason) => show({ reason }),
    opened({ host, subdomain, url }, note) {
      const before = memory.urls[0]?.url ?? url;
      memory = remember(memory, { host, subdomain, url, at: isoTime() });
      save();
      const changedFrom = before === url ? shown.changedFrom : before;
      show({ state: after('opened'), publicUrl: url, changedFrom, reason: note });
    },
    reached(note) {
      memory = markSeen(memory, isoTime());
      show({ state: after('probe-passed'), lastReachedAt: isoTime(), reason: note });
    },
    save,
    mute() {
      muted = true;
    },
  };
}

function attempt<T>(step: () => T): T | undefined {
  try {
    return step();
  } catch {
    return undefined;
  }
}
