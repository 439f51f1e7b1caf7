// Reads single attempts and their response bodies.

import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { BodyResult } from '../../../shared/contract.ts';
import type { Attempt } from '../../../shared/model.ts';
import { formatId } from './ids.ts';

export interface AttemptReader {
  get(id: number): Attempt | null;
  /** Oldest first. */
  ofDelivery(deliveryId: number): Attempt[];
  body(id: number): BodyResult | null;
  lastId(): number;
}

interface Row {
  id: number;
  delivery_id: number;
  attempt: string;
}

export function createAttemptReader(db: DatabaseSyncInstance): AttemptReader {
  const one = db.prepare('SELECT id, delivery_id, attempt FROM attempts WHERE id = ?');
  const ofDelivery = db.prepare(
    'SELECT id, delivery_id, attempt FROM attempts WHERE delivery_id = ? ORDER BY id',
  );
  const body = db.prepare('SELECT body FROM attempt_bodies WHERE id = ?');
  const last = db.prepare('SELECT max(id) AS id FROM attempts');
  return {
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
    lastId: () => last.get().id ?? 0,
  };
}

function attemptOf(row: Row): Attempt {
  const rest = JSON.parse(row.attempt) as Omit<Attempt, 'id' | 'deliveryId'>;
  return { id: formatId('att', row.id), deliveryId: formatId('dlv', row.delivery_id), ...rest };
}
