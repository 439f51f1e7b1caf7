// Reads single deliveries.

import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Attempt, Delivery, DeliverySummary, GroupMember } from '../../../shared/model.ts';
import type { Body } from '../body.ts';
import { statusOf, verdictOf } from './codes.ts';
import { formatId } from './ids.ts';
import { type DeliveryRow, deliveryOf, SUMMARY_SELECTION, summaryOf } from './rows.ts';

/** The newest of a message that comes again and again. */
const MAX_GROUP = 100;
const MEMBER = 'id, received_at, ordinal, body_size, verdict, response_status';

export interface DeliveryReader {
  summary(id: number): DeliverySummary | null;
  whole(id: number, attempts: Attempt[]): Delivery | null;
  /** `path` is where the body is when it is in a file. */
  body(id: number, path: string): Body | null;
  /** False once it is gone for good; one that was removed a moment ago can still come back. */
  isKept(id: number): boolean;
  /** The newest there is or can be again. */
  lastId(): number;
}

export function createDeliveryReader(db: DatabaseSyncInstance): DeliveryReader {
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
  const kept = db.prepare('SELECT 1 FROM messages WHERE id = ?');
  const last = db.prepare('SELECT max(id) AS id FROM messages');
  const group = db.prepare(
    `SELECT * FROM (
       SELECT ${MEMBER} FROM deliveries WHERE id = ?1
       UNION ALL
       SELECT ${MEMBER} FROM deliveries WHERE first_id = ?1)
     ORDER BY id DESC LIMIT ${MAX_GROUP}`,
  );
  /** None where it came only once. */
  function groupOf(firstId: number): GroupMember[] {
    const rows: MemberRow[] = group.all(firstId);
    return rows.length < 2 ? [] : rows.reverse().map(memberOf);
  }
  const row = (id: number): DeliveryRow | undefined => summary.get(id);

  return {
    summary(id) {
      const found = row(id);
      return found ? summaryOf(found) : null;
    },
    whole(id, attempts) {
      const found = row(id);
      const message = head.get(id);
      if (!found || !message) return null;
      return deliveryOf(found, message, { attempts, group: groupOf(found.first_id ?? id) });
    },
    body(id, path) {
      const found = body.get(id);
      if (!found) return null;
      if (found.spooled) return { kind: 'file', path, size: found.body_size };
      const { buffer, byteOffset, length } = found.body as Uint8Array<ArrayBuffer>;
      return { kind: 'memory', bytes: Buffer.from(buffer, byteOffset, length) };
    },
    isKept: (id) => kept.get(id) !== undefined,
    lastId: () => last.get().id ?? 0,
  };
}

type MemberRow = Pick<
  DeliveryRow,
  'id' | 'received_at' | 'ordinal' | 'body_size' | 'verdict' | 'response_status'
>;

function memberOf(row: MemberRow): GroupMember {
  return {
    id: formatId('dlv', row.id),
    receivedAt: new Date(row.received_at).toISOString(),
    ordinal: row.ordinal ?? 1,
    bodySize: row.body_size,
    verdict: verdictOf(row.verdict),
    responseStatus: statusOf(row.response_status),
  };
}
