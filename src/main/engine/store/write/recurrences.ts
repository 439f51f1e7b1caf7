// Recognises what came before: the same message again, or the same body under another id, among the
// newest deliveries, as they are written.

import { hash, randomInt } from 'node:crypto';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import {
  ENDPOINT,
  MESSAGE_ID,
  messageAt,
  NUMBERS,
  type Parcels,
  SPOOLED,
  TEXTS,
} from '../parcels.ts';
import { type TextColumn, textOf } from '../text.ts';
import { createRecent } from './recent.ts';

/** As many deliveries as are kept by default are remembered, and up to twice as many. */
const REMEMBERED = 50_000;
/** `{}` and `[]` say nothing. */
const MIN_BODY_BYTES = 3;
const HASH_RANGE = 2 ** 53;

/** In the order in which {@link Recurrences.note} answers them. */
export const RECURRENCE_COLUMNS = ['first_id', 'ordinal', 'since_ms', 'same_body', 'body_hash'];

export interface Recurrence {
  firstId: number | null;
  ordinal: number | null;
  sinceMs: number | null;
  sameBody: number | null;
  bodyHash: number | null;
}

export interface Recurrences {
  /** What a delivery repeats; it is remembered for those that follow. */
  note(parcels: Parcels, place: number): Recurrence;
  /** Something that was noted was not written after all: what counts is read anew when it is needed. */
  doubt(): void;
}

interface Seen {
  firstId: number;
  ordinal: number;
  /** When it came the last time, in ms since 1970. */
  at: number;
}

interface Facts {
  id: number;
  receivedAt: number;
  endpoint: string;
  messageId: string | null;
  bodyHash: number | null;
}

/** Reads what was stored last: up to 50 ms in a large database. */
export function openRecurrences(db: DatabaseSyncInstance): Recurrences {
  const messages = createRecent<Seen>(2 * REMEMBERED);
  const bodies = createRecent<number>(2 * REMEMBERED);
  // Texts are hashed fast and with a secret start, so that nobody can choose what falls together.
  const seed = randomInt(2 ** 32);

  const salts = new Map<string, number>();

  function saltOf(endpoint: string): number {
    const known = salts.get(endpoint);
    if (known !== undefined) return known;
    const salt = hashText(endpoint, seed);
    salts.set(endpoint, salt);
    return salt;
  }

  function note({ id, receivedAt, endpoint, messageId, bodyHash }: Facts): Recurrence {
    const salt = saltOf(endpoint);
    let seen: Seen | undefined;
    if (messageId !== null) {
      const key = hashText(messageId, salt);
      seen = messages.get(key);
      const [firstId, ordinal] = seen ? [seen.firstId, seen.ordinal + 1] : [id, 1];
      messages.set(key, { firstId, ordinal, at: receivedAt });
    }
    let sameBody: number | null = null;
    if (bodyHash !== null) {
      const key = (bodyHash + salt) % HASH_RANGE;
      const before = bodies.get(key);
      bodies.set(key, before ?? id);
      // Of a redelivery one expects it.
      sameBody = seen ? null : (before ?? null);
    }
    return {
      firstId: seen?.firstId ?? null,
      ordinal: seen ? seen.ordinal + 1 : null,
      sinceMs: seen ? Math.max(0, receivedAt - seen.at) : null,
      sameBody,
      bodyHash,
    };
  }

  function load(): void {
    messages.clear();
    bodies.clear();
    try {
      for (const facts of storedFacts(db)) note(facts);
    } catch {
      // Damage is told by whoever needs what is damaged; receiving goes on without this.
    }
  }

  load();
  let isDoubtful = false;
  return {
    note(parcels, place) {
      if (isDoubtful) load();
      isDoubtful = false;
      const { numbers, texts } = parcels;
      const at = place * NUMBERS;
      return note({
        id: numbers[at] ?? 0,
        receivedAt: numbers[at + 1] ?? 0,
        endpoint: texts[place * TEXTS + ENDPOINT] ?? '',
        messageId: texts[place * TEXTS + MESSAGE_ID] ?? null,
        bodyHash: hashOfBody(parcels, place),
      });
    },
    doubt() {
      isDoubtful = true;
    },
  };
}

type StoredRow = [
  id: number,
  receivedAt: number,
  endpoint: string,
  messageId: TextColumn | null,
  bodyHash: number | null,
];

/** Oldest first. */
function storedFacts(db: DatabaseSyncInstance): Facts[] {
  const statement = db.prepare(
    `SELECT id, received_at, endpoint_id, message_id, body_hash FROM deliveries
     ORDER BY id DESC LIMIT ${REMEMBERED}`,
  );
  // A row as an object costs three times one as a list.
  statement.setReturnArrays(true);
  const rows: StoredRow[] = statement.all();
  statement.close();
  return rows.reverse().map(([id, receivedAt, endpoint, messageId, bodyHash]) => ({
    id,
    receivedAt,
    endpoint,
    messageId: messageId === null ? null : textOf(messageId),
    bodyHash,
  }));
}

function hashOfBody(parcels: Parcels, place: number): number | null {
  if (parcels.numbers[place * NUMBERS + SPOOLED]) return null;
  const { raw, headEnd } = messageAt(parcels, place);
  if (raw.length - headEnd < MIN_BODY_BYTES) return null;
  // 52 bits, which a number holds exactly.
  return Number.parseInt(hash('sha256', raw.subarray(headEnd), 'hex').slice(0, 13), 16);
}

/** 53 bits of two multiplicative hashes side by side, in one pass over the text (cyrb53). */
function hashText(text: string, seed: number): number {
  let a = 0xdeadbeef ^ (seed >>> 0);
  let b = 0x41c6ce57 ^ Math.floor(seed / 2 ** 21);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 2 ** 32 * (b & 0x1fffff) + (a >>> 0);
}
