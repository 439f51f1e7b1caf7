// The SQL that writes deliveries. Every function belongs inside a transaction.

import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { getHeader, pairsOf } from '../../../../shared/headers.ts';
import { FAILED } from '../codes.ts';
import type { AnswerParcel, Parcel } from '../parcel.ts';
import { bindText } from '../text.ts';
import type { Counters } from './counters.ts';
import { encodeMessage } from './message.ts';
import { prepareInsert } from './statements.ts';

const DELIVERY_COLUMNS = [
  // Those of ParcelRow …
  ...['id', 'endpoint_id', 'received_at', 'state', 'verdict', 'reason', 'handshake', 'pinned'],
  ...['response_status', 'response_source', 'committed_ms', 'answered_ms', 'body_size', 'spooled'],
  // … and what may be any text.
  ...['provider', 'event_type', 'message_id', 'content_type', 'method', 'target'],
];
const MESSAGE_COLUMNS = ['id', 'head_start', 'head_end', 'has_nul', 'detail', 'raw'];

export interface DeliveryWriter {
  /** `bodies` holds the unspooled bodies of the parcels, one after the other. */
  insert(parcels: readonly Parcel[], bodies: Uint8Array): void;
  recordAnswer(answer: AnswerParcel): void;
  /** False when there is no such delivery. */
  setPinned(id: number, pinned: boolean): boolean;
  lastId(): number;
}

export function createDeliveryWriter(db: DatabaseSyncInstance, counters: Counters): DeliveryWriter {
  const insertDeliveries = prepareInsert(db, 'deliveries', DELIVERY_COLUMNS);
  const insertMessages = prepareInsert(db, 'messages', MESSAGE_COLUMNS);
  const answer = db.prepare(
    `UPDATE deliveries SET response_status = ?, response_source = ?, committed_ms = ?,
       answered_ms = ? WHERE id = ?`,
  );
  const pin = db.prepare('UPDATE deliveries SET pinned = ? WHERE id = ?');
  const kept = db.prepare('SELECT endpoint_id, pinned FROM deliveries WHERE id = ?');
  const last = db.prepare('SELECT max(id) AS id FROM deliveries');

  return {
    insert(parcels, bodies) {
      insertDeliveries(parcels.map(deliveryValues));
      let at = 0;
      insertMessages(
        parcels.map((parcel) => {
          const length = inlineSize(parcel);
          at += length;
          return messageValues(parcel, bodies.subarray(at - length, at));
        }),
      );
      for (const parcel of parcels) count(parcel, counters);
    },
    recordAnswer(parcel) {
      answer.run(...parcel);
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
    lastId: () => last.get().id ?? 0,
  };
}

/** How many bytes of a parcel's body travel with its group. */
export function inlineSize([row]: Parcel): number {
  const [bodySize = 0, spooled] = row.slice(-2) as number[];
  return spooled ? 0 : bodySize;
}

function count([row]: Parcel, counters: Counters): void {
  const [, endpointId, , , verdict] = row;
  const [bodySize = 0, spooled] = row.slice(-2) as number[];
  const change = counters.changes(endpointId);
  change.deliveries += 1;
  change.failed += verdict === FAILED ? 1 : 0;
  change.spooledBytes += spooled ? bodySize : 0;
}

function deliveryValues([row, facts, headers]: Parcel): unknown[] {
  const [provider, eventType, messageId, method, target] = facts;
  const contentType = getHeader(pairsOf(headers), 'content-type');
  const texts = [provider, eventType, messageId, contentType, method, target];
  return [...row, ...texts.map(bindText)];
}

function messageValues([row, facts, headers, detail]: Parcel, body: Uint8Array): unknown[] {
  const { raw, headStart, headEnd, hasNul, isOdd } = encodeMessage(facts, headers, body);
  if (isOdd) detail.push(pairsOf(headers));
  return [row[0], headStart, headEnd, hasNul ? 1 : 0, JSON.stringify(detail), raw];
}
