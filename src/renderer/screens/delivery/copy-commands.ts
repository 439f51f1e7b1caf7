// Copying from the detail pane's menu, with a word on how it went.

import { toast } from 'sonner';
import type { Delivery } from '../../../shared/model.ts';
import { copyText } from '../../lib/clipboard.ts';
import { reportError } from '../../state/actions.ts';
import { loadBody } from '../../state/bodies.ts';
import { decodeText } from '../../viewers/charset.ts';
import { looksBinary } from '../../viewers/sniff.ts';

/** Copies a piece of text and says so. */
export async function copyWire(text: string, done: string): Promise<void> {
  try {
    await copyText(text);
    toast.success(done);
  } catch (error) {
    reportError(error);
  }
}

/** Copies the body as text in its charset; bytes that are no text are not copied, and it says why. */
export async function copyBody(delivery: Pick<Delivery, 'id' | 'contentType'>): Promise<void> {
  try {
    const { bytes } = await loadBody(delivery.id);
    if (looksBinary(bytes)) {
      toast.error('This body is not text. Save it as a file from the Body tab instead.');
      return;
    }
    await copyWire(decodeText(bytes, delivery.contentType).text, 'Body copied');
  } catch (error) {
    reportError(error);
  }
}
