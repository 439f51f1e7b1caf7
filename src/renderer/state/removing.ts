// Deleting and clearing, and taking that back: by the button of the message, or by its key, for as long
// as the host can.

import { toast } from 'sonner';
import type { Removed } from '../../shared/contract.ts';
import { CallError } from '../../shared/rpc.ts';
import { call } from '../host.ts';
import { counted } from '../lib/format.ts';
import { isMac, keyLabel } from '../lib/keyboard.ts';
import { later } from '../lib/later.ts';
import { reportError } from './actions.ts';
import { useApp } from './app.ts';
import { useDetail } from './detail.ts';
import { clearMarks, markedRows } from './marks.ts';
import { indexOf, rowAt, useStream } from './stream.ts';
import { useView } from './view.ts';

const UNDO_KEY = 'mod+z';
/** Removals whose message is on screen, the last one last. */
const shown: string[] = [];

/** Removes a delivery and selects its neighbour. One that is pinned is asked about first. */
export function removeDelivery(id: string): void {
  const stream = useStream.getState();
  const row = rowAt(stream, indexOf(stream, id));
  const { delivery } = useDetail.getState();
  const pinned = row?.pinned ?? (delivery?.id === id && delivery.pinned);
  if (!pinned) return void removeNow([id]);
  ask({
    title: 'Delete a pinned delivery?',
    message: 'It was pinned to be kept. It goes with its attempts.',
    action: 'Delete',
    onConfirmed: () => void removeNow([id]),
  });
}

/** Removes the chosen deliveries and selects what follows them. With pinned ones among them it asks first. */
export function removeMarked(): void {
  const rows = markedRows();
  const ids = rows.map(({ id }) => id);
  const pinned = rows.filter((row) => row.pinned).length;
  if (pinned === 0) return void removeNow(ids);
  const some = counted(pinned, 'of them is pinned', 'of them are pinned');
  ask({
    title: `Delete ${counted(rows.length, 'delivery', 'deliveries')}?`,
    message: `${some} to be kept. They go with their attempts.`,
    action: 'Delete',
    onConfirmed: () => void removeNow(ids),
  });
}

async function removeNow(ids: string[]): Promise<void> {
  const next = neighbourOf(ids);
  try {
    const removed = await call('deliveries.remove', { ids });
    const { selectedId, select } = useView.getState();
    clearMarks();
    if (selectedId !== null && ids.includes(selectedId)) select(next);
    tellRemoved(removed, 'Deleted');
  } catch (error) {
    reportError(error);
  }
}

/** The row below the last of these, or above the first; null when neither is known. */
function neighbourOf(ids: readonly string[]): string | null {
  const stream = useStream.getState();
  const indexes = ids.map((id) => indexOf(stream, id)).filter((index) => index !== -1);
  if (indexes.length === 0) return null;
  const older = rowAt(stream, Math.max(...indexes) + 1);
  return (older ?? rowAt(stream, Math.min(...indexes) - 1))?.id ?? null;
}

/** Removes all unpinned deliveries, of one endpoint or of all, once that is confirmed. */
export function clearAll(endpointId: string | null = null): void {
  const { endpoints } = useApp.getState();
  const name = endpoints.find(({ id }) => id === endpointId)?.name;
  ask({
    title: name === undefined ? 'Clear all deliveries?' : `Clear the deliveries of ${name}?`,
    message: 'Pinned deliveries stay. Everything else goes from this disk.',
    action: 'Clear',
    onConfirmed: () => void clearNow(endpointId).catch(reportError),
  });
}

/** Clears without asking. Rejects with the host's error. */
export async function clearNow(endpointId: string | null): Promise<void> {
  const removed = await call('deliveries.clear', endpointId === null ? {} : { endpointId });
  clearMarks();
  useStream.getState().reload();
  tellRemoved(removed, 'Cleared');
}

function ask(question: { title: string; message: string; action: string; onConfirmed(): void }) {
  const message = `${question.message} You can undo this for ten seconds.`;
  useView.getState().open({ kind: 'confirm', ...question, message });
}

/** Says what went, with the way back, for as long as there is one. */
function tellRemoved({ removed, removal, undoUntil }: Removed, verb: string): void {
  const words = `${verb} ${counted(removed, 'delivery', 'deliveries')}`;
  if (removal === null || undoUntil === null) return void toast.success(words);
  const id = toastOf(removal);
  shown.push(removal);
  toast.success(words, {
    id,
    duration: Number.POSITIVE_INFINITY,
    description: `${keyLabel(UNDO_KEY, isMac)} brings ${removed === 1 ? 'it' : 'them'} back.`,
    action: { label: 'Undo', onClick: () => void undoRemoval(removal) },
  });
  later(Math.max(0, Date.parse(undoUntil) - Date.now()), () => forget(removal));
}

const toastOf = (removal: string): string => `removal-${removal}`;

function forget(removal: string): void {
  const at = shown.indexOf(removal);
  if (at !== -1) shown.splice(at, 1);
  toast.dismiss(toastOf(removal));
}

/** Brings back what a removal took, or what the last one did, here or in another window. */
export async function undoRemoval(removal: string | undefined = shown.at(-1)): Promise<void> {
  try {
    const input = removal === undefined ? {} : { removal };
    const { restored, ids } = await call('deliveries.undoRemove', input);
    useStream.getState().reload();
    const [only] = ids;
    if (restored === 1 && only !== undefined) useView.getState().select(only);
    toast.success(
      restored === 1 ? 'It is back' : `${counted(restored, 'delivery is', 'deliveries are')} back`,
    );
  } catch (error) {
    if (!(error instanceof CallError) || error.code !== 'not-found') return reportError(error);
    toast.info(error.message);
  } finally {
    if (removal !== undefined) forget(removal);
  }
}
