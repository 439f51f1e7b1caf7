// One delivery as it goes out, whatever the format: everything that is stored of it but its bodies, and
// a way to each of them. Attempts that have not ended are left out.

import { accessSync } from 'node:fs';
import type { Attempt, Delivery } from '../../../shared/model.ts';
import { type Body, bodySize } from '../body.ts';
import type { Store } from '../store/store.ts';
import type { CredentialPlaces } from '../verify/index.ts';
import { redacted } from './redact.ts';
import { type ListPage, type Selection, selectedIds } from './selection.ts';

/** Without what is worked out of others. */
export type ExportedDelivery = Omit<Delivery, 'guesses' | 'group'>;

export interface Exported {
  delivery: ExportedDelivery;
  /** Null when the file it was kept in is gone. */
  body: Body | null;
  /** The stored part of the answer to each of the delivery's attempts, in their order. */
  answers: Buffer[];
}

export interface ExportSource {
  store: Pick<Store, 'getDelivery' | 'getBody' | 'getAttemptBody'>;
  list: ListPage;
  /** Where an endpoint's requests carry its secret. */
  credentials: (delivery: ExportedDelivery) => CredentialPlaces;
}

/** Other work has its turn after so many. */
const DELIVERIES_A_TURN = 10;

/** The deliveries of a selection, oldest first, one at a time. */
export async function* exportedOf(
  { store, list, credentials }: ExportSource,
  selection: Selection,
  redact: boolean,
): AsyncGenerator<Exported> {
  let count = 0;
  for await (const id of selectedIds(list, selection)) {
    if (++count % DELIVERIES_A_TURN === 0) await new Promise(setImmediate);
    const stored = await store.getDelivery(id);
    const body = await store.getBody(id);
    // Removed since it was listed.
    if (stored === null || body === null) continue;
    const { guesses: _, group: __, ...facts } = stored;
    const attempts = stored.attempts.filter(({ outcome }) => outcome !== 'pending');
    const answers: Buffer[] = [];
    for (const attempt of attempts) answers.push(await answerOf(store, attempt));
    const delivery = { ...facts, attempts };
    yield {
      delivery: redact ? redacted(delivery, credentials(delivery)) : delivery,
      body: isThere(body) ? body : null,
      answers,
    };
  }
}

async function answerOf(store: ExportSource['store'], { id, bodySize }: Attempt): Promise<Buffer> {
  if (bodySize === 0) return Buffer.alloc(0);
  const body = await store.getAttemptBody(id);
  return Buffer.from(body?.base64 ?? '', 'base64');
}

function isThere(body: Body): boolean {
  if (body.kind === 'memory' || bodySize(body) === 0) return true;
  try {
    accessSync(body.path);
    return true;
  } catch {
    return false;
  }
}
