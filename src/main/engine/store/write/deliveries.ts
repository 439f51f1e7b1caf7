// The SQL that writes deliveries. Every function belongs inside a transaction.

import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Verdict } from '../../../../shared/model.ts';
import { type Code, FAILED, verdictCode } from '../codes.ts';
import { replaceVerdict } from '../detail.ts';
import {
  type AnswerParcel,
  BODY_SIZE,
  ENDPOINT,
  messageAt,
  NUMBER_COLUMNS,
  NUMBERS,
  type Parcels,
  SPOOLED,
  TEXT_COLUMNS,
  TEXTS,
  VERDICT,
} from '../parcels.ts';
import { fillRepeats, type PackedRepeats, REPEATS_COLUMNS } from '../repeats.ts';
import { bindText } from '../text.ts';
import type { Counters } from './counters.ts';
import { prepareInsert } from './statements.ts';

const MESSAGE_COLUMNS = ['id', 'head_start', 'head_end', 'has_nul', 'detail', 'raw'];

export interface Annotations {
  ids: readonly number[];
  label?: Code;
  note?: string | null;
}

export interface DeliveryWriter {
  /** Those of the places from `from` up to `to`. */
  insert(parcels: Parcels, repeats: PackedRepeats, from: number, to: number): void;
  recordAnswer(answer: AnswerParcel): void;
  /** Changes what is given. Answers the ids that there are. */
  annotate(notes: Annotations): number[];
  /** False when there is no such delivery. */
  setPinned(id: number, pinned: boolean): boolean;
  /**
   * False when there is no such delivery. `provider`: whom it was judged as; null: whom it was judged as
   * before.
   */
  setVerdict(id: number, verdict: Verdict, provider: string | null): boolean;
  lastId(): number;
}

export function createDeliveryWriter(db: DatabaseSyncInstance, counters: Counters): DeliveryWriter {
  const insertDeliveries = prepareInsert(db, 'deliveries', [
    ...NUMBER_COLUMNS,
    ...TEXT_COLUMNS,
    ...REPEATS_COLUMNS,
  ]);
  const insertMessages = prepareInsert(db, 'messages', MESSAGE_COLUMNS);
  const answerIn = (table: 'deliveries' | 'removed') =>
    db.prepare(
      `UPDATE ${table} SET response_status = ?, response_source = ?, committed_ms = ?,
         answered_ms = ? WHERE id = ?`,
    );
  const answer = answerIn('deliveries');
  const answerAside = answerIn('removed');
  const pin = db.prepare('UPDATE deliveries SET pinned = ? WHERE id = ?');
  const label = db.prepare('UPDATE deliveries SET label = ? WHERE id = ?');
  const note = db.prepare('UPDATE deliveries SET note = ? WHERE id = ?');
  const kept = db.prepare('SELECT endpoint_id, pinned FROM deliveries WHERE id = ?');
  const judged = db.prepare('SELECT endpoint_id, verdict FROM deliveries WHERE id = ?');
  const verdictRow = db.prepare(
    'UPDATE deliveries SET verdict = ?, reason = ?, provider = coalesce(?, provider) WHERE id = ?',
  );
  const detailOf = db.prepare('SELECT detail FROM messages WHERE id = ?');
  const detailRow = db.prepare('UPDATE messages SET detail = ? WHERE id = ?');
  const last = db.prepare('SELECT max(id) AS id FROM deliveries');

  return {
    insert(parcels, repeats, from, to) {
      insertDeliveries(from, to, (place, values, at) => {
        const next = fillDelivery(parcels, place, values, at);
        fillRepeats(repeats, place, values, next);
      });
      insertMessages(from, to, (place, values, at) => fillMessage(parcels, place, values, at));
      for (let place = from; place < to; place++) count(parcels, place, counters);
    },
    recordAnswer(parcel) {
      // Removed while its sender waited: it may be brought back.
      if (answer.run(...parcel).changes === 0) answerAside.run(...parcel);
    },
    annotate(notes) {
      return notes.ids.filter((id) => {
        if (!kept.get(id)) return false;
        if (notes.label !== undefined) label.run(notes.label, id);
        if (notes.note !== undefined) note.run(bindText(notes.note), id);
        return true;
      });
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
    setVerdict(id, verdict, provider) {
      const found = judged.get(id);
      const message = detailOf.get(id);
      if (!found || !message) return false;
      const code = verdictCode(verdict.status);
      const change = Number(code === FAILED) - Number(found.verdict === FAILED);
      if (change !== 0) counters.changes(found.endpoint_id).failed += change;
      verdictRow.run(code, verdict.reason, provider, id);
      detailRow.run(replaceVerdict(message.detail, verdict), id);
      return true;
    },
    lastId: () => last.get().id ?? 0,
  };
}

function fillDelivery(
  { numbers, texts }: Parcels,
  place: number,
  values: unknown[],
  at: number,
): number {
  let next = at;
  for (let i = 0; i < NUMBER_COLUMNS.length; i++) values[next++] = numbers[place * NUMBERS + i];
  for (let i = 0; i < TEXT_COLUMNS.length; i++) {
    values[next++] = bindText(texts[place * TEXTS + i] ?? null);
  }
  return next;
}

/** In the order of MESSAGE_COLUMNS. */
function fillMessage(parcels: Parcels, place: number, values: unknown[], at: number): void {
  const { headStart, headEnd, raw } = messageAt(parcels, place);
  values[at] = parcels.numbers[place * NUMBERS];
  values[at + 1] = headStart;
  values[at + 2] = headEnd;
  // LIKE stops at a NUL byte: such a message is searched another, slower way.
  values[at + 3] = raw.includes(0) ? 1 : 0;
  values[at + 4] = parcels.texts[place * TEXTS + TEXT_COLUMNS.length];
  values[at + 5] = raw;
}

function count({ numbers, texts }: Parcels, place: number, counters: Counters): void {
  const at = place * NUMBERS;
  const change = counters.changes(texts[place * TEXTS + ENDPOINT] ?? '');
  change.deliveries += 1;
  change.failed += numbers[at + VERDICT] === FAILED ? 1 : 0;
  change.spooledBytes += numbers[at + SPOOLED] ? (numbers[at + BODY_SIZE] ?? 0) : 0;
}
