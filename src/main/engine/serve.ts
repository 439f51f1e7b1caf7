// The host's end of a channel: a snapshot first, then events, and an answer to every call.

import type { Snapshot } from '../../shared/model.ts';
import type { Channel, ClientFrame, HostFrame } from '../../shared/rpc.ts';
import type { Bus } from './bus.ts';
import type { Dispatch } from './dispatch.ts';
import { createEventBatch } from './event-batch.ts';

export interface HostChannel extends Channel {
  /** True while the other end has not taken what was sent; events wait and are merged meanwhile. */
  congested(): boolean;
}

export interface ServeOptions {
  dispatch: Dispatch;
  snapshot: () => Snapshot;
  bus: Bus;
}

/** Events are told at most this often: a burst becomes one frame, and nobody sees 20 ms. */
const FLUSH_MS = 20;

/**
 * The snapshot is sent and the events are subscribed to in the same tick, so that nothing falls
 * between. Ends by itself when the channel closes.
 */
export function serve(channel: HostChannel, { dispatch, snapshot, bus }: ServeOptions): void {
  const send = (frame: HostFrame) => channel.send(frame);
  const batch = createEventBatch();
  let timer: NodeJS.Timeout | null = null;
  let open = true;

  function flush(): void {
    timer = null;
    if (!open || batch.isEmpty()) return;
    if (channel.congested()) schedule();
    else send({ kind: 'events', events: batch.take() });
  }
  function schedule(): void {
    timer ??= setTimeout(flush, FLUSH_MS);
  }

  send({ kind: 'snapshot', snapshot: snapshot() });
  const unsubscribe = bus.subscribe((event) => {
    batch.add(event);
    schedule();
  });

  channel.onFrame(async (raw) => {
    const frame = readCall(raw);
    if (!frame) return;
    const answer = await dispatch(frame.name, frame.input);
    if (!open) return;
    send(
      answer.ok
        ? { kind: 'result', id: frame.id, result: answer.result }
        : { kind: 'error', id: frame.id, error: answer.error },
    );
  });
  channel.onClose(() => {
    open = false;
    unsubscribe();
    if (timer) clearTimeout(timer);
  });
}

/** Frames come from a page: anything that is not a call is dropped. */
function readCall(raw: unknown): ClientFrame | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { kind, id, name, input } = raw as Record<string, unknown>;
  if (kind !== 'call' || typeof id !== 'number' || typeof name !== 'string') return null;
  return { kind, id, name, input };
}
