// When deliveries came, for the strip above the list: asked of the store for what the list shows, again
// when something arrives, and at most once a second.

import { create } from 'zustand';
import type { AppEvent } from '../../shared/contract.ts';
import type { Timeline } from '../../shared/finding.ts';
import type { Call } from '../../shared/rpc.ts';
import { call } from '../host.ts';
import { later as afterMs, type Later } from '../lib/later.ts';
import { everything, type Scope, sameScope, scopeInput } from './scope.ts';

export interface TimelineState {
  /** That of the filter before until there is another; null at first. */
  timeline: Timeline | null;
  /** Whether the strip is wanted. */
  shown: boolean;
  setShown(shown: boolean): void;
  /** What the list shows from now on. */
  show(scope: Scope, query: string): void;
  applyEvents(events: readonly AppEvent[]): void;
}

const SHOWN_KEY = 'hookglass.timeline';
const PAUSE_MS = 1000;
const TYPING_MS = 200;
const BUCKETS = 72;

/** A store that asks through `ask`; `later` stands for the clock. */
export function createTimeline(ask: Call, later: Later) {
  return create<TimelineState>()((set, get) => {
    let scope = everything;
    let query = '';
    let asked = 0;
    let callOff: (() => void) | null = null;
    let resting = false;
    let dirty = false;

    const soon = (ms: number) => {
      callOff?.();
      callOff = later(ms, () => {
        callOff = null;
        void fetch();
      });
    };
    const fetch = async () => {
      if (!get().shown) return;
      const number = ++asked;
      dirty = false;
      resting = true;
      try {
        const timeline = await ask('deliveries.timeline', {
          ...scopeInput(scope),
          ...(query.trim() === '' ? {} : { query }),
          buckets: BUCKETS,
        });
        if (number === asked) set({ timeline });
      } catch {
        // A filter that cannot be read is told at the field; the last timeline stays.
      }
      later(PAUSE_MS, () => {
        resting = false;
        if (dirty && callOff === null) void fetch();
      });
    };
    const touch = () => {
      dirty = true;
      if (!resting && callOff === null) soon(0);
    };

    return {
      timeline: null,
      shown: true,
      setShown(next) {
        set({ shown: next });
        if (next) soon(0);
      },
      show(nextScope, nextQuery) {
        const moved = !sameScope(scope, nextScope);
        scope = nextScope;
        query = nextQuery;
        soon(moved ? 0 : TYPING_MS);
      },
      applyEvents(events) {
        if (events.some(({ type }) => type.startsWith('deliveries.'))) touch();
      },
    };
  });
}

export const useTimeline = createTimeline(call, afterMs);

/** Shows or hides the strip as it was left, and remembers it from then on. */
export function rememberTimeline(): void {
  useTimeline.setState({ shown: localStorage.getItem(SHOWN_KEY) !== 'hidden' });
  useTimeline.subscribe(({ shown }) => {
    localStorage.setItem(SHOWN_KEY, shown ? 'shown' : 'hidden');
  });
}
