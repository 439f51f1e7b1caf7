// What one does with several chosen deliveries at once.

import { toast } from 'sonner';
import type { Attempt } from '../../shared/model.ts';
import { CallError } from '../../shared/rpc.ts';
import { call } from '../host.ts';
import { counted } from '../lib/format.ts';
import { attemptWatch, reportError } from './actions.ts';
import { useApp } from './app.ts';
import { useConnection } from './connection.ts';
import { markedRows, patchMarks } from './marks.ts';
import { replayInOrder, type Tally } from './replay-many.ts';
import { useView } from './view.ts';

const PROGRESS = 'replay-many';
let replaying = false;

/** Pins all of them; lets them all go when all are pinned. */
export async function togglePinMarked(): Promise<void> {
  const rows = markedRows();
  const pinned = !rows.every((row) => row.pinned);
  try {
    await call('deliveries.pin', { ids: rows.map(({ id }) => id), pinned });
    patchMarks({ pinned });
    const verb = pinned ? 'Pinned' : 'Unpinned';
    toast.success(`${verb} ${counted(rows.length, 'delivery', 'deliveries')}`);
  } catch (error) {
    reportError(error);
  }
}

/** Sends them again in the order they came in, each to its endpoint's destination. */
export async function replayMarked(): Promise<void> {
  if (replaying) return void toast.info('A replay is still under way.');
  replaying = true;
  let stopped = false;
  const stop = () => {
    stopped = true;
  };
  try {
    const tally = await replayInOrder(markedRows(), {
      send: async (id) => (await call('deliveries.replay', { id })).attemptId,
      ended: attemptEnd,
      allow: askDestination,
      progress: (done, of) => {
        toast.message(`Replaying ${done + 1} of ${of}`, {
          id: PROGRESS,
          duration: Number.POSITIVE_INFINITY,
          closeButton: false,
          action: { label: 'Stop', onClick: stop },
        });
      },
      stopped: () => stopped,
    });
    tellTally(tally);
  } catch (error) {
    reportError(error);
  } finally {
    replaying = false;
    toast.dismiss(PROGRESS);
  }
}

/** Rejects when the connection is lost: the end may be told to nobody then. */
function attemptEnd(attemptId: string): Promise<Attempt> {
  return new Promise((resolve, reject) => {
    const unsubscribe = useConnection.subscribe(({ status }) => {
      if (status === 'open') return;
      unsubscribe();
      const message = 'The connection was lost while replaying. What was not sent yet is not sent.';
      reject(new CallError({ code: 'closed', message }));
    });
    attemptWatch.expect(attemptId, (attempt) => {
      unsubscribe();
      resolve(attempt);
    });
  });
}

function askDestination(endpointId: string): Promise<boolean> {
  const endpoint = useApp.getState().endpoints.find(({ id }) => id === endpointId);
  const url = endpoint?.forwardTo ?? null;
  if (url === null) return Promise.resolve(false);
  return new Promise((resolve) => {
    const { open } = useView.getState();
    open({ kind: 'confirm-destination', url, onConfirmed: () => resolve(true) });
    const unsubscribe = useView.subscribe(({ dialog }) => {
      if (dialog.kind === 'confirm-destination' && dialog.url === url) return;
      unsubscribe();
      // The answer yes comes right after the dialog is gone.
      queueMicrotask(() => resolve(false));
    });
  });
}

/** How it went, in words: the headline counts what was answered well. */
export function tallyWords(tally: Tally): { title: string; details: string } {
  const { ok, refused, failed, nowhere, unsendable, left } = tally;
  const parts: [number, string][] = [
    [refused, 'answered 400 or above'],
    [failed, 'did not get through'],
    [nowhere, 'had nowhere to go'],
    [unsendable, 'cannot be sent again'],
    [left, 'not sent any more'],
  ];
  const told = parts.filter(([some]) => some > 0).map(([some, words]) => `${some} ${words}`);
  return {
    title: `Replayed ${counted(ok + refused + failed, 'delivery', 'deliveries')}`,
    details: [ok > 0 || told.length === 0 ? `${ok} answered well` : null, ...told]
      .filter((words) => words !== null)
      .join(', '),
  };
}

function tellTally(tally: Tally): void {
  const { title, details } = tallyWords(tally);
  const good = tally.refused + tally.failed + tally.nowhere + tally.unsendable === 0;
  if (good) toast.success(title, { description: details });
  else toast.warning(title, { description: details });
}
