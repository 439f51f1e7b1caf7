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
import { type PackedRepeats, packedRepeats, REPEATS_WIDTH } from '../repeats.ts';
import { type TextColumn, textOf } from '../text.ts';
import { createRecent } from './recent.ts';

/** As many deliveries as are kept by default are remembered, and up to twice as many. */
const REMEMBERED = 50_000;
/** `{}` and `[]` say nothing. */
const MIN_BODY_BYTES = 3;
const HASH_RANGE = 2 ** 53;

/** What is kept of a message: its first delivery, how often it came, and when the last time, in ms since 1970. */
const MESSAGE_WIDTH = 3;

export interface Recurrences {
  /** What the deliveries of a group repeat, as repeats.ts has it; they are remembered for those that follow. */
  note(parcels: Parcels): PackedRepeats;
  /** Something that was noted was not written after all: what counts is read anew when it is needed. */
  doubt(): void;
}

interface Facts {
  id: number;
  receivedAt: number;
  endpoint: string;
  messageId: string | null;
  /** 0: not worth comparing. */
  bodyHash: number;
}

/** Reads what was stored last: up to 50 ms in a large database. */
export function openRecurrences(db: DatabaseSyncInstance): Recurrences {
  // What is remembered is hashed with a secret start, so that nobody can choose what falls together.
  const seed = randomInt(2 ** 32);
  const messages = createRecent({ capacity: 2 * REMEMBERED, width: MESSAGE_WIDTH, seed });
  const bodies = createRecent({ capacity: 2 * REMEMBERED, width: 1, seed });
  const seen = new Float64Array(MESSAGE_WIDTH);
  const owner = new Float64Array(1);
  const salts = new Map<string, number>();

  function saltOf(endpoint: string): number {
    const known = salts.get(endpoint);
    if (known !== undefined) return known;
    const salt = hashText(endpoint, seed);
    salts.set(endpoint, salt);
    return salt;
  }

  function note(facts: Facts, repeats: PackedRepeats, place: number): void {
    const { id, receivedAt, endpoint, messageId, bodyHash } = facts;
    const at = place * REPEATS_WIDTH;
    const salt = saltOf(endpoint);
    let isRedelivery = false;
    if (messageId !== null) {
      const key = hashText(messageId, salt) || 1;
      isRedelivery = messages.get(key, seen);
      if (isRedelivery) {
        repeats[at] = seen[0] ?? 0;
        repeats[at + 1] = (seen[1] ?? 0) + 1;
        repeats[at + 2] = Math.max(0, receivedAt - (seen[2] ?? 0));
      }
      seen[0] = repeats[at] || id;
      seen[1] = repeats[at + 1] || 1;
      seen[2] = receivedAt;
      messages.set(key, seen);
    }
    if (bodyHash === 0) return;
    repeats[at + 4] = bodyHash;
    const key = (bodyHash + salt) % HASH_RANGE || 1;
    const isKnown = bodies.get(key, owner);
    // Of a redelivery one expects it.
    if (isKnown && !isRedelivery) repeats[at + 3] = owner[0] ?? 0;
    if (!isKnown) owner[0] = id;
    bodies.set(key, owner);
  }

  function load(): void {
    messages.clear();
    bodies.clear();
    try {
      const stored = storedFacts(db);
      const unused = packedRepeats(stored.length);
      for (const [place, facts] of stored.entries()) note(facts, unused, place);
    } catch {
      // Damage is told by whoever needs what is damaged; receiving goes on without this.
    }
  }

  load();
  let isDoubtful = false;
  return {
    note(parcels) {
      if (isDoubtful) load();
      isDoubtful = false;
      const repeats = packedRepeats(parcels.count);
      for (let place = 0; place < parcels.count; place++) {
        note(factsOf(parcels, place), repeats, place);
      }
      return repeats;
    },
    doubt() {
      isDoubtful = true;
    },
  };
}

function factsOf(parcels: Parcels, place: number): Facts {
  const { numbers, texts } = parcels;
  const at = place * NUMBERS;
  return {
    id: numbers[at] ?? 0,
    receivedAt: numbers[at + 1] ?? 0,
    endpoint: texts[place * TEXTS + ENDPOINT] ?? '',
    messageId: texts[place * TEXTS + MESSAGE_ID] ?? null,
    bodyHash: hashOfBody(parcels, place),
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
    bodyHash: bodyHash ?? 0,
  }));
}

function hashOfBody(parcels: Parcels, place: number): number {
  if (parcels.numbers[place * NUMBERS + SPOOLED]) return 0;
  const { raw, headEnd } = messageAt(parcels, place);
  if (raw.length - headEnd < MIN_BODY_BYTES) return 0;
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
