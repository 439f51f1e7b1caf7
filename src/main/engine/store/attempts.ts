// Attempts and their response bodies on the writing connection. Writing belongs in a transaction.

import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { BodyResult } from '../../../shared/contract.ts';
import type { Attempt } from '../../../shared/model.ts';
import { formatId, parseId } from './ids.ts';

const MAX_BODY_BYTES = 5 * 1024 * 1024;

export interface AttemptTable {
  /** Does nothing when the delivery is gone. */
  put(attempt: Attempt): void;
  /** Does nothing when the attempt is gone. Keeps the first 5 MiB. */
  putBody(attemptId: string, bytes: Buffer): void;
  get(id: number): Attempt | null;
  /** Oldest first. */
  ofDelivery(deliveryId: number): Attempt[];
  body(id: number): BodyResult | null;
  /** Ends what a crash left pending, as interrupted failures. */
  interruptPending(): void;
  lastId(): number;
}

interface Row {
  id: number;
  delivery_id: number;
  attempt: string;
}

export function createAttemptTable(db: DatabaseSyncInstance): AttemptTable {
  const put = db.prepare(
    `INSERT INTO attempts (id, delivery_id, pending, attempt)
     SELECT ?1, ?2, ?3, ?4 WHERE EXISTS (SELECT 1 FROM deliveries WHERE id = ?2)
     ON CONFLICT (id) DO UPDATE SET pending = excluded.pending, attempt = excluded.attempt`,
  );
  const putBody = db.prepare(
    `INSERT OR REPLACE INTO attempt_bodies (id, body)
     SELECT ?1, ?2 WHERE EXISTS (SELECT 1 FROM attempts WHERE id = ?1)`,
  );
  const one = db.prepare('SELECT id, delivery_id, attempt FROM attempts WHERE id = ?');
  const ofDelivery = db.prepare(
    'SELECT id, delivery_id, attempt FROM attempts WHERE delivery_id = ? ORDER BY id',
  );
  const body = db.prepare('SELECT body FROM attempt_bodies WHERE id = ?');
  const pending = db.prepare('SELECT id, delivery_id, attempt FROM attempts WHERE pending = 1');
  const last = db.prepare('SELECT max(id) AS id FROM attempts');

  function write(attempt: Attempt): void {
    const { id, deliveryId, ...rest } = attempt;
    const own = parseId('att', id);
    const delivery = parseId('dlv', deliveryId);
    if (own === null || delivery === null) return;
    put.run(own, delivery, attempt.outcome === 'pending' ? 1 : 0, JSON.stringify(rest));
  }

  return {
    put: write,
    putBody(attemptId, bytes) {
      const id = parseId('att', attemptId);
      if (id !== null) putBody.run(id, bytes.subarray(0, MAX_BODY_BYTES));
    },
    get(id) {
      const row: Row | undefined = one.get(id);
      return row ? attemptOf(row) : null;
    },
    ofDelivery: (deliveryId) => ofDelivery.all(deliveryId).map(attemptOf),
    body(id) {
      const row: Row | undefined = one.get(id);
      if (!row) return null;
      const bytes: Uint8Array = body.get(id)?.body ?? new Uint8Array();
      const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
      return { base64, size: attemptOf(row).bodySize };
    },
    interruptPending() {
      for (const row of pending.all()) write(interrupted(attemptOf(row)));
    },
    lastId: () => last.get().id ?? 0,
  };
}

function attemptOf(row: Row): Attempt {
  const rest = JSON.parse(row.attempt) as Omit<Attempt, 'id' | 'deliveryId'>;
  return { id: formatId('att', row.id), deliveryId: formatId('dlv', row.delivery_id), ...rest };
}

function interrupted(attempt: Attempt): Attempt {
  return {
    ...attempt,
    outcome: 'failure',
    failure: {
      code: 'interrupted',
      message:
        'Hookglass was stopped before the destination had answered, so whether it was received is not known. Replay it if it was not.',
    },
  };
}
