// The SQL that writes and reads single deliveries on the writing connection. Every function that
// writes belongs inside a transaction.

import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Attempt, Delivery, DeliverySummary } from '../../../shared/model.ts';
import type { Body } from '../body.ts';
import { sourceCode, statusCode, timeCode } from './codes.ts';
import type { Counters } from './counters.ts';
import { encodeMessage } from './message.ts';
import {
  DELIVERY_COLUMNS,
  type DeliveryRow,
  deliveryOf,
  deliveryValues,
  MESSAGE_COLUMNS,
  messageValues,
  SUMMARY_SELECTION,
  summaryOf,
} from './rows.ts';
import { prepareInsert } from './statements.ts';
import type { Answered, NewDelivery } from './store.ts';

/** A delivery ready to be inserted: everything that can be done before the transaction is. */
export interface PreparedDelivery {
  id: number;
  endpointId: string;
  failed: boolean;
  spooledBytes: number;
  delivery: unknown[];
  message: unknown[];
}

export interface Deliveries {
  insert(prepared: readonly PreparedDelivery[]): void;
  recordAnswer(id: number, answered: Answered): void;
  /** False when there is no such delivery. */
  setPinned(id: number, pinned: boolean): boolean;
  summary(id: number): DeliverySummary | null;
  whole(id: number, attempts: Attempt[]): Delivery | null;
  body(id: number, pathOf: (id: number) => string): Body | null;
  isSpooled(id: number): boolean;
  lastId(): number;
}

export function prepareDelivery(id: number, delivery: NewDelivery): PreparedDelivery {
  const { body } = delivery.captured;
  return {
    id,
    endpointId: delivery.endpointId,
    failed: delivery.verdict.status === 'failed',
    spooledBytes: body.kind === 'file' ? body.size : 0,
    delivery: deliveryValues(id, delivery),
    message: messageValues(id, delivery, encodeMessage(delivery)),
  };
}

export function createDeliveries(db: DatabaseSyncInstance, counters: Counters): Deliveries {
  const insertDeliveries = prepareInsert(db, 'deliveries', DELIVERY_COLUMNS);
  const insertMessages = prepareInsert(db, 'messages', MESSAGE_COLUMNS);
  const answer = db.prepare(
    `UPDATE deliveries SET response_status = ?, response_source = ?, committed_ms = ?,
       answered_ms = ? WHERE id = ?`,
  );
  const pin = db.prepare('UPDATE deliveries SET pinned = ? WHERE id = ?');
  const kept = db.prepare('SELECT endpoint_id, pinned FROM deliveries WHERE id = ?');
  const summary = db.prepare(`SELECT ${SUMMARY_SELECTION} FROM deliveries AS d WHERE d.id = ?`);
  const head = db.prepare(
    `SELECT detail, substr(raw, head_start + 1, head_end - head_start) AS head
     FROM messages WHERE id = ?`,
  );
  const body = db.prepare(
    `SELECT d.spooled, d.body_size, CASE WHEN d.spooled THEN NULL
       ELSE substr(m.raw, m.head_end + 1) END AS body
     FROM deliveries AS d JOIN messages AS m ON m.id = d.id WHERE d.id = ?`,
  );
  const spooled = db.prepare('SELECT 1 FROM deliveries WHERE id = ? AND spooled = 1');
  const last = db.prepare('SELECT max(id) AS id FROM deliveries');
  const row = (id: number): DeliveryRow | undefined => summary.get(id);

  return {
    insert(prepared) {
      insertDeliveries(prepared.map(({ delivery }) => delivery));
      insertMessages(prepared.map(({ message }) => message));
      for (const { endpointId, failed, spooledBytes } of prepared) {
        const change = counters.changes(endpointId);
        change.deliveries += 1;
        change.failed += failed ? 1 : 0;
        change.spooledBytes += spooledBytes;
      }
    },
    recordAnswer(id, { response, committedMs, answeredMs }) {
      answer.run(
        statusCode(response.status),
        sourceCode(response.source),
        timeCode(committedMs),
        timeCode(answeredMs),
        id,
      );
    },
    setPinned(id, pinned) {
      const found = kept.get(id);
      if (!found) return false;
      const change = Number(pinned) - found.pinned;
      if (change !== 0) {
        pin.run(pinned ? 1 : 0, id);
        counters.changes(found.endpoint_id).pinned += change;
      }
      return true;
    },
    summary(id) {
      const found = row(id);
      return found ? summaryOf(found) : null;
    },
    whole(id, attempts) {
      const found = row(id);
      const message = head.get(id);
      return found && message ? deliveryOf(found, message, attempts) : null;
    },
    body(id, pathOf) {
      const found = body.get(id);
      if (!found) return null;
      if (found.spooled) return { kind: 'file', path: pathOf(id), size: found.body_size };
      const { buffer, byteOffset, length } = found.body as Uint8Array;
      return { kind: 'memory', bytes: Buffer.from(buffer, byteOffset, length) };
    },
    isSpooled: (id) => spooled.get(id) !== undefined,
    lastId: () => last.get().id ?? 0,
  };
}
