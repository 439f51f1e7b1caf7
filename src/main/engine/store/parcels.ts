// Deliveries on their way to the writing thread. Copying an object between threads costs both sides
// more than storing it, so numbers and bytes are packed into two buffers, which are handed over; what
// is left to copy is one list of short texts. Whatever can be worked out before is.

import { getHeader } from '../../../shared/headers.ts';
import { bodySize } from '../body.ts';
import { type Code, sourceCode, stateCode, statusCode, timeCode, verdictCode } from './codes.ts';
import { encodeDetail } from './detail.ts';
import { messageHead, writeMessage } from './message.ts';
import type { Answered, NewDelivery } from './store.ts';

/** Those of a parcel's numbers that are columns of `deliveries`, in this order. */
export const NUMBER_COLUMNS = [
  ...['id', 'received_at', 'state', 'verdict', 'handshake', 'pinned', 'response_status'],
  ...['response_source', 'committed_ms', 'answered_ms', 'body_size', 'spooled'],
];
/** Those of its texts that are. */
export const TEXT_COLUMNS = [
  ...['endpoint_id', 'reason', 'provider', 'event_type', 'message_id', 'content_type', 'method'],
  'target',
];

/** A parcel's numbers: the columns, then where its message is. */
export const NUMBERS = NUMBER_COLUMNS.length + 4;
/** Its texts: the columns, then the detail. */
export const TEXTS = TEXT_COLUMNS.length + 1;
export const ENDPOINT = TEXT_COLUMNS.indexOf('endpoint_id');
export const MESSAGE_ID = TEXT_COLUMNS.indexOf('message_id');
export const VERDICT = NUMBER_COLUMNS.indexOf('verdict');
export const BODY_SIZE = NUMBER_COLUMNS.indexOf('body_size');
export const SPOOLED = NUMBER_COLUMNS.indexOf('spooled');
const MESSAGE = NUMBER_COLUMNS.length;

/** Deliveries, each by its place: those of one are `NUMBERS` numbers and `TEXTS` texts. */
export interface Parcels {
  count: number;
  numbers: Float64Array<ArrayBuffer>;
  texts: (string | null)[];
  /** The messages; there may be room left at the end. */
  bytes: Uint8Array<ArrayBuffer>;
  /** How many of the bytes are used. */
  used: number;
}

/** A message and the places in it; see message.ts. */
export interface PackedMessage {
  headStart: number;
  headEnd: number;
  raw: Buffer;
}

export interface Packer {
  readonly count: number;
  /** Copies everything: the delivery's body may be reused afterwards. */
  add(id: number, delivery: NewDelivery): void;
  /** What was added since the last time. */
  take(): Parcels;
}

const FIRST_COUNT = 64;
const FIRST_BYTES = 64 * 1024;

export function createPacker(): Packer {
  let count = 0;
  let used = 0;
  let numbers = new Float64Array(0);
  let bytes = noBytes();
  let texts: (string | null)[] = [];

  function reserve(length: number): void {
    if (count === 0) {
      numbers = new Float64Array(FIRST_COUNT * NUMBERS);
      bytes = Buffer.allocUnsafeSlow(Math.max(FIRST_BYTES, length));
    }
    if ((count + 1) * NUMBERS > numbers.length) {
      const larger = new Float64Array(numbers.length * 2);
      larger.set(numbers);
      numbers = larger;
    }
    if (used + length > bytes.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(bytes.length * 2, used + length));
      larger.set(bytes.subarray(0, used));
      bytes = larger;
    }
  }

  return {
    get count() {
      return count;
    },
    add(id, delivery) {
      const { captured, verdict, response } = delivery;
      const body = captured.body.kind === 'memory' ? captured.body.bytes : NOTHING;
      const head = messageHead(delivery);
      const length = head.headEnd + body.length;
      reserve(length);
      writeMessage(bytes, used, head, body);
      let at = count * NUMBERS;
      numbers[at++] = id;
      numbers[at++] = captured.receivedAt;
      numbers[at++] = stateCode(captured.state);
      numbers[at++] = verdictCode(verdict.status);
      numbers[at++] = delivery.handshake === null ? 0 : 1;
      numbers[at++] = 0;
      numbers[at++] = statusCode(response.status);
      numbers[at++] = sourceCode(response.source);
      numbers[at++] = timeCode(null);
      numbers[at++] = timeCode(null);
      numbers[at++] = bodySize(captured.body);
      numbers[at++] = captured.body.kind === 'file' ? 1 : 0;
      numbers[at++] = used;
      numbers[at++] = head.headStart;
      numbers[at++] = head.headEnd;
      numbers[at] = length;
      texts.push(
        delivery.endpointId,
        verdict.reason,
        delivery.provider,
        delivery.eventType,
        delivery.messageId,
        getHeader(captured.headers, 'content-type'),
        captured.method,
        captured.target,
        encodeDetail(delivery, head.isOdd),
      );
      used += length;
      count++;
    },
    take() {
      const taken: Parcels = { count, numbers, texts, bytes, used };
      count = 0;
      used = 0;
      numbers = new Float64Array(0);
      bytes = noBytes();
      texts = [];
      return taken;
    },
  };
}

const NOTHING = Buffer.alloc(0);
/** A new one each time: it is handed over. */
const noBytes = () => Buffer.allocUnsafeSlow(0);

export function messageAt({ numbers, bytes }: Parcels, place: number): PackedMessage {
  const at = place * NUMBERS + MESSAGE;
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset + (numbers[at] ?? 0), numbers[at + 3]);
  return { headStart: numbers[at + 1] ?? 0, headEnd: numbers[at + 2] ?? 0, raw };
}

/** The answer of one delivery, by the columns it is written to. */
export type AnswerParcel = [
  responseStatus: Code,
  responseSource: Code,
  committedMs: Code,
  answeredMs: Code,
  id: number,
];

export function packAnswer(
  id: number,
  { response, committedMs, answeredMs }: Answered,
): AnswerParcel {
  return [
    statusCode(response.status),
    sourceCode(response.source),
    timeCode(committedMs),
    timeCode(answeredMs),
    id,
  ];
}
