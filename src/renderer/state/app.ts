// What the host has told about itself: a snapshot, then events that replace parts of it.

import { create } from 'zustand';
import { assertNever } from '../../shared/assert-never.ts';
import type { AppEvent } from '../../shared/contract.ts';
import type { Notice, Snapshot } from '../../shared/model.ts';

/** The snapshot's fields; `ready` is false and they are placeholders until the first one is there. */
export interface AppData extends Snapshot {
  ready: boolean;
}

export interface AppState extends AppData {
  applySnapshot(snapshot: Snapshot): void;
  applyEvents(events: AppEvent[]): void;
  dismissNotice(code: string): void;
}

const MAX_NOTICES = 20;

const blank: AppData = {
  ready: false,
  version: '',
  host: 'headless',
  capabilities: { revealDataFolder: false, startAtLogin: false, tray: false },
  dataDir: '',
  receiver: { url: '', paused: false },
  tunnel: {
    state: 'off',
    kind: 'none',
    publicUrl: null,
    reason: null,
    lastReachedAt: null,
    nextTryAt: null,
    changedFrom: null,
    history: [],
  },
  endpoints: [],
  providers: [],
  settings: {
    retention: { maxCount: 50_000, maxBytes: 2_147_483_648, maxAgeDays: 30 },
    bodyLimitBytes: 26_214_400,
    tunnel: { kind: 'localtunnel', host: '', subdomain: null, startWithApp: null },
    theme: 'system',
    density: 'comfortable',
    notifications: { failed: true, destinationDown: true, urlChanged: true },
    window: { alwaysOnTop: false, launchMinimised: false, startAtLogin: false, keepInTray: false },
    // Until the snapshot says otherwise: a first-run guide must not flash by.
    firstRunDone: true,
  },
  filters: [],
  stats: { deliveries: 0, pinned: 0, failed: 0, bytes: 0, endpoints: [] },
  notices: [],
};

/** The data after one event; the same object when the event is not about it. */
export function applyEvent(data: AppData, event: AppEvent): AppData {
  switch (event.type) {
    case 'endpoints.changed':
      return { ...data, endpoints: event.endpoints };
    case 'filters.changed':
      return { ...data, filters: event.filters };
    case 'stats.changed':
      return { ...data, stats: event.stats };
    case 'tunnel.changed':
      return { ...data, tunnel: event.status };
    case 'receiver.changed':
      return { ...data, receiver: event.receiver };
    case 'settings.changed':
      return { ...data, settings: event.settings };
    case 'notice':
      return { ...data, notices: withNotice(data.notices, event.notice) };
    case 'deliveries.added':
    case 'deliveries.changed':
    case 'deliveries.removed':
    case 'deliveries.reset':
    case 'attempt.changed':
    case 'delivery.show':
      return data;
    default:
      return assertNever(event);
  }
}

/** A notice with the same code is replaced: the newest wording counts. */
function withNotice(notices: Notice[], notice: Notice): Notice[] {
  return [...notices.filter(({ code }) => code !== notice.code), notice].slice(-MAX_NOTICES);
}

export const useApp = create<AppState>()((set) => ({
  ...blank,
  applySnapshot: (snapshot) => set({ ...snapshot, ready: true }),
  applyEvents: (events) => set((state) => events.reduce<AppData>(applyEvent, state)),
  dismissNotice: (code) =>
    set((state) => ({ notices: state.notices.filter((notice) => notice.code !== code) })),
}));
