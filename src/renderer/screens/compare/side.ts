// One side of a comparison: which message it is, and that message once it was fetched.

import type { HeaderList } from '../../../shared/headers.ts';
import type { Attempt, Delivery } from '../../../shared/model.ts';
import { call } from '../../host.ts';
import { dateAndTime, timeOfDay } from '../../lib/format.ts';
import { loadAttemptBody, loadBody } from '../../state/bodies.ts';
import type { CompareSide } from '../../state/view.ts';
import { triggerWord } from '../delivery/attempt-words.ts';
import { deliveryTitle } from '../delivery/overview-words.ts';

export interface SideMessage {
  /** The first line: `POST /stripe`, `200`. */
  line: string;
  headers: HeaderList;
  bytes: Uint8Array<ArrayBuffer>;
  /** So many there were; more than `bytes` holds where not all of them are stored. */
  size: number;
}

export interface SideChoice {
  side: CompareSide;
  /** For the list of sides: `Request`, `Replayed 14:02:31, response`. */
  label: string;
}

export interface LoadedSide {
  /** See {@link keyOf}. */
  key: string;
  title: string;
  at: string;
  /** Its own label among the choices. */
  what: string;
  choices: SideChoice[];
  message: SideMessage;
}

/** A text that is the same for the same side. */
export function keyOf({ kind, deliveryId, attemptId }: CompareSide): string {
  return [kind, deliveryId, attemptId ?? ''].join(' ');
}

/** Rejects when the delivery is gone. */
export async function loadSide(side: CompareSide, signal: AbortSignal): Promise<LoadedSide> {
  const delivery = await call('deliveries.get', { id: side.deliveryId });
  signal.throwIfAborted();
  const choices = choicesOf(delivery);
  return {
    key: keyOf(side),
    title: deliveryTitle(delivery),
    at: dateAndTime(delivery.receivedAt),
    what: choices.find((choice) => keyOf(choice.side) === keyOf(side))?.label ?? '',
    choices,
    message: await loadMessage(side, delivery, signal),
  };
}

async function loadMessage(
  { kind, attemptId }: CompareSide,
  delivery: Delivery,
  signal: AbortSignal,
): Promise<SideMessage> {
  const attempt = delivery.attempts.find(({ id }) => id === attemptId);
  if (kind === 'response' && attempt !== undefined) {
    const { status, headers } = attempt;
    const body = attempt.bodySize === 0 ? NO_BODY : await loadAttemptBody(attempt.id);
    return { line: String(status ?? ''), headers, ...body };
  }
  const body = await loadBody(delivery.id, { signal });
  if (kind === 'sent' && attempt !== undefined) {
    const { method, target, headers } = await call('attempts.request', { id: attempt.id });
    return { line: `${method} ${target}`, headers, ...body };
  }
  const { method, target, headers } = delivery;
  return { line: `${method} ${target}`, headers, ...body };
}

const NO_BODY = { bytes: new Uint8Array(), size: 0 };

/** Everything of a delivery that can be compared with something. */
function choicesOf({ id: deliveryId, attempts }: Delivery): SideChoice[] {
  return [
    { side: { kind: 'received', deliveryId, attemptId: null }, label: 'Request as it came' },
    ...attempts.flatMap((attempt) => ofAttempt(deliveryId, attempt)),
  ];
}

function ofAttempt(deliveryId: string, attempt: Attempt): SideChoice[] {
  const { id: attemptId, trigger, startedAt, outcome } = attempt;
  const when = `${triggerWord(trigger)} ${timeOfDay(startedAt).slice(0, 8)}`;
  const choices: SideChoice[] = [];
  if (trigger !== 'handshake') {
    choices.push({
      side: { kind: 'sent', deliveryId, attemptId },
      label: `${when}: request to your server`,
    });
  }
  if (outcome === 'response') {
    choices.push({ side: { kind: 'response', deliveryId, attemptId }, label: `${when}: response` });
  }
  return choices;
}
