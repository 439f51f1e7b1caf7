// What a person can do, wherever it is asked for: a button, a key or the palette. Each says in plain
// words when it did not work, and says that it did only where nothing else shows it.

import { toast } from 'sonner';
import type { CallInput } from '../../shared/contract.ts';
import type { Attempt } from '../../shared/model.ts';
import { CallError } from '../../shared/rpc.ts';
import { call } from '../host.ts';
import { copyText } from '../lib/clipboard.ts';
import { duration } from '../lib/format.ts';
import { useApp } from './app.ts';
import { createAttemptWatch } from './attempt-toasts.ts';
import { useDetail } from './detail.ts';
import { indexOf, rowAt, useStream } from './stream.ts';
import { useView } from './view.ts';

/** Shows a failure in the words that the host gave it. */
export function reportError(error: unknown): void {
  toast.error(error instanceof Error ? error.message : String(error));
}

export const attemptWatch = createAttemptWatch(tellAttempt);

function tellAttempt({ outcome, status, failure, destination, timing }: Attempt): void {
  if (outcome === 'failure') {
    toast.error('The replay did not get through', { description: failure?.message });
    return;
  }
  const took = `${destination}, ${duration(timing.totalMs)}`;
  const text = `Replayed: your server answered ${status ?? 'without a status'}`;
  if (status !== null && status < 400) toast.success(text, { description: took });
  else toast.warning(text, { description: took });
}

/**
 * Sends a stored delivery again, to its endpoint's destination or to another. A destination that was
 * never confirmed is asked about first. Resolves with the attempt's id, or null when none was made.
 */
export async function replay(id: string, destination?: string): Promise<string | null> {
  try {
    const input = destination === undefined ? { id } : { id, destination };
    const { attemptId } = await call('deliveries.replay', input);
    attemptWatch.expect(attemptId);
    return attemptId;
  } catch (error) {
    if (error instanceof CallError && error.code === 'no-destination') {
      openForward(id);
      return null;
    }
    if (error instanceof CallError && error.code === 'destination-unconfirmed') {
      const url = destination ?? destinationOf(id);
      if (url !== null) {
        const onConfirmed = () => void replay(id, destination);
        useView.getState().open({ kind: 'confirm-destination', url, onConfirmed });
        return null;
      }
    }
    reportError(error);
    return null;
  }
}

/** Where the endpoint of a delivery forwards to; null when it does not, or is not known here. */
function destinationOf(deliveryId: string): string | null {
  const stream = useStream.getState();
  const detail = useDetail.getState().delivery;
  const row = detail?.id === deliveryId ? detail : rowAt(stream, indexOf(stream, deliveryId));
  const { endpoints } = useApp.getState();
  return endpoints.find(({ id }) => id === row?.endpointId)?.forwardTo ?? null;
}

/** Asks where to send a delivery. */
export function openForward(id: string): void {
  useView.getState().open({ kind: 'forward', deliveryId: id });
}

/** Pins a delivery, so that no clean-up removes it, or lets it go again. */
export async function togglePin(id: string): Promise<void> {
  try {
    await call('deliveries.pin', { id, pinned: !isPinned(id) });
  } catch (error) {
    reportError(error);
  }
}

function isPinned(id: string): boolean {
  const stream = useStream.getState();
  const row = rowAt(stream, indexOf(stream, id));
  const shown = useDetail.getState().delivery;
  return row?.pinned ?? (shown?.id === id && shown.pinned);
}

/** Copies the public URL. */
export async function copyPublicUrl(): Promise<void> {
  const { publicUrl } = useApp.getState().tunnel;
  if (publicUrl === null) {
    toast.error('There is no public URL yet.');
    return;
  }
  try {
    await copyText(publicUrl);
    toast.success('Public URL copied');
  } catch (error) {
    reportError(error);
  }
}

/** While paused, the receiver turns providers away so that they try again later. */
export async function setPaused(paused: boolean): Promise<void> {
  try {
    await call('receiver.pause', { paused });
  } catch (error) {
    reportError(error);
  }
}

/** Sends a signed sample to an endpoint. It shows up in the list like any other delivery. */
export async function sendTest(endpointId: string): Promise<void> {
  try {
    const { eventType, status } = await call('deliveries.sendTest', { endpointId });
    const text = `Sent ${eventType}`;
    if (status >= 400) toast.warning(text, { description: `It was answered ${status}.` });
    else toast.success(text, { description: `It was answered ${status}.` });
  } catch (error) {
    if (!(error instanceof CallError) || error.code !== 'no-sample') return reportError(error);
    const onClick = () => useView.getState().open({ kind: 'endpoint', endpointId });
    toast.error(error.message, { action: { label: 'Choose a provider', onClick } });
  }
}

/** Opens what sends a test event of choice to the endpoint in view. */
export function openTestEvent(): void {
  const endpointId = testEndpointId();
  if (endpointId !== null) useView.getState().open({ kind: 'test-event', endpointId });
}

/** Asks for a public URL, and remembers that it was wanted. The header shows how it goes. */
export async function startTunnel(): Promise<void> {
  try {
    await call('tunnel.start', {});
  } catch (error) {
    reportError(error);
  }
}

/** Gives the public URL up. */
export async function stopTunnel(): Promise<void> {
  try {
    await call('tunnel.stop', {});
  } catch (error) {
    reportError(error);
  }
}

/** Marks what an endpoint received as seen; with null, what all of them did. */
export async function markRead(endpointId: string | null): Promise<void> {
  try {
    await call('endpoints.markRead', endpointId === null ? {} : { id: endpointId });
  } catch (error) {
    reportError(error);
  }
}

/** Changes settings that show at once, such as the theme. */
export async function changeSettings(change: CallInput<'settings.update'>): Promise<void> {
  try {
    await call('settings.update', change);
  } catch (error) {
    reportError(error);
  }
}

/** The endpoint that a test event goes to: the one in view, else the default one. */
export function testEndpointId(): string | null {
  const { endpoints } = useApp.getState();
  const inView = useView.getState().endpointId;
  const fallback = endpoints.find(({ isDefault }) => isDefault) ?? endpoints[0];
  return endpoints.find(({ id }) => id === inView)?.id ?? fallback?.id ?? null;
}

/** The endpoint to set up: that of the open delivery, else the one in view, else the default one. */
export function endpointAtHand(): string | null {
  const { selectedId } = useView.getState();
  const { delivery } = useDetail.getState();
  const open = delivery !== null && delivery.id === selectedId ? delivery.endpointId : null;
  const { endpoints } = useApp.getState();
  return endpoints.find(({ id }) => id === open)?.id ?? testEndpointId();
}
