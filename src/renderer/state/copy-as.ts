// Copying a delivery as a command, as code or as a test that sends its exact bytes again.

import { toast } from 'sonner';
import type { Delivery } from '../../shared/model.ts';
import { call } from '../host.ts';
import { copyText } from '../lib/clipboard.ts';
import { bytes } from '../lib/format.ts';
import { requestLine } from '../lib/request-name.ts';
import { snippetOf } from '../lib/snippets/index.ts';
import type { Snippet } from '../lib/snippets/snippet.ts';
import { reportError } from './actions.ts';
import { useApp } from './app.ts';
import { loadBody } from './bodies.ts';
import { useDetail } from './detail.ts';
import { useView } from './view.ts';

/** A command line longer than this helps nobody, and no shell takes it gladly. */
const MAX_BYTES = 8 * 1024 * 1024;

/** Asks as what to copy a delivery. */
export function openCopyAs(deliveryId: string): void {
  useView.getState().open({ kind: 'copy-as', deliveryId });
}

/** Copies a delivery as a curl command that sends the exact bytes to the receiver again. */
export async function copyCurl(id: string): Promise<void> {
  const curl = snippetOf('curl');
  if (curl !== undefined) await copyAs(id, curl);
}

/** Copies a delivery, sent to the receiver again, and says so. */
export async function copyAs(id: string, snippet: Snippet): Promise<void> {
  try {
    const shown = useDetail.getState().delivery;
    const delivery = shown?.id === id ? shown : await call('deliveries.get', { id });
    const problem = whyNot(delivery);
    if (problem !== null) {
      toast.error(problem);
      return;
    }
    const { method, target, headers, receivedAt, eventType } = delivery;
    const origin = new URL(useApp.getState().receiver.url).origin;
    const title = eventType ?? `${method} ${target}`;
    const body = (await loadBody(id)).bytes;
    await copyText(snippet.write({ method, origin, target, headers, body, receivedAt, title }));
    const partial = delivery.state !== 'complete';
    toast.success(`Copied as ${snippet.label}`, {
      description: partial ? 'Only the part of the body that was received is in it.' : undefined,
    });
  } catch (error) {
    reportError(error);
  }
}

function whyNot(delivery: Delivery): string | null {
  if (delivery.state === 'malformed' || requestLine(delivery) === null) {
    return 'This never was a whole HTTP request, so nothing sends it again.';
  }
  if (delivery.bodySize <= MAX_BYTES) return null;
  return `The body of ${bytes(delivery.bodySize)} is too long to be copied.`;
}
