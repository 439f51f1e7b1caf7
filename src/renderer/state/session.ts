// Ties the stores to the host and to each other. Started once, before the first frame.

import type { AppEvent } from '../../shared/contract.ts';
import type { Snapshot } from '../../shared/model.ts';
import { call, type HostStatus, openHost } from '../host.ts';
import { createFrameQueue, nextFrame, pacedFrames } from '../lib/frame-queue.ts';
import { later } from '../lib/later.ts';
import { attemptWatch, markRead } from './actions.ts';
import { applyToAlerts, beginAlerts, deliveryInAddress, showDelivery } from './alerts.ts';
import { useApp } from './app.ts';
import { useConnection } from './connection.ts';
import { useDetail } from './detail.ts';
import { useFilterCounts } from './filter-counts.ts';
import { applyToMarks, followMarks } from './marks.ts';
import { createSeenWatch, seenNow } from './seen.ts';
import { useStream } from './stream.ts';
import { rememberTimeline, useTimeline } from './timeline.ts';
import { useView } from './view.ts';

/** Ticks further apart than this, in ms, mean that the machine slept. */
const SLEPT_MS = 20_000;
const TICK_MS = 5000;

/** Connects, and keeps every store up to date from then on. */
export function startSession(): void {
  const asked = deliveryInAddress();
  if (asked !== null) showDelivery(asked);
  rememberTimeline();
  followView();
  const now = () => performance.now();
  const pace = pacedFrames({ frame: nextFrame, later, now });
  const queue = createFrameQueue<AppEvent>(applyEvents, pace);
  openHost({
    onStatus: applyStatus,
    onSnapshot(snapshot) {
      // What waits is older than the snapshot.
      queue.clear();
      applySnapshot(snapshot);
    },
    onEvents: (events) => queue.push(events),
  });
  probeWhenBack();
  document.addEventListener('visibilitychange', noteSeen);
}

function applyStatus(status: HostStatus): void {
  const lastError = 'reason' in status ? status.reason : null;
  useConnection.setState({ status: status.status, lastError });
}

function applySnapshot(snapshot: Snapshot): void {
  const again = useApp.getState().ready;
  useApp.getState().applySnapshot(snapshot);
  if (again) {
    useStream.getState().reload();
    useDetail.getState().reload();
    return;
  }
  beginAlerts();
  const { endpointId, only, query, selectedId } = useView.getState();
  useStream.getState().show({ endpointId, only }, query);
  useTimeline.getState().show({ endpointId, only }, query);
  useDetail.getState().show(selectedId);
}

function applyEvents(events: AppEvent[]): void {
  useApp.getState().applyEvents(events);
  useStream.getState().applyEvents(events);
  useDetail.getState().applyEvents(events);
  attemptWatch.applyEvents(events);
  applyToAlerts(events);
  applyToMarks(events);
  useTimeline.getState().applyEvents(events);
  useFilterCounts.getState().applyEvents(events);
  noteSeen();
}

/** The list and the open delivery follow what the person chose to see. */
function followView(): void {
  useView.subscribe((view, before) => {
    followMarks(view, before);
    if (!useApp.getState().ready) return;
    if (view.selectedId !== before.selectedId) {
      useStream.getState().setReading(view.selectedId !== null);
      useDetail.getState().show(view.selectedId);
    }
    const { endpointId, only, query } = view;
    const moved = endpointId !== before.endpointId || only !== before.only;
    if (moved || query !== before.query) {
      useStream.getState().show({ endpointId, only }, query);
      useTimeline.getState().show({ endpointId, only }, query);
    }
    noteSeen();
  });
  // A list that was just chosen is only on screen once it is loaded.
  useStream.subscribe((stream, before) => {
    if (stream.loaded !== before.loaded || stream.pending !== before.pending) noteSeen();
  });
}

const noteSeen = createSeenWatch({
  now() {
    const { scope, search, pending, loaded } = useStream.getState();
    const away = useView.getState().selectedId !== null || document.hidden;
    const sight = { scope, listed: loaded && search === null, waiting: pending.count, away };
    return seenNow(sight, useApp.getState().stats);
  },
  tell: (endpointId) => void markRead(endpointId),
  later,
});

/** After sleep or a change of network the public URL may be dead: the host looks at once when told. */
function probeWhenBack(): void {
  const probe = () => {
    const { state } = useApp.getState().tunnel;
    if (state !== 'off') call('tunnel.probe', {}).catch(() => {});
  };
  window.addEventListener('online', probe);
  let lastTick = Date.now();
  setInterval(() => {
    const now = Date.now();
    if (now - lastTick > SLEPT_MS) probe();
    lastTick = now;
  }, TICK_MS);
}
