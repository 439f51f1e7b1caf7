// Opening a comparison: of the two chosen deliveries, or of one with what is nearest to it.

import type { Attempt, Delivery } from '../../shared/model.ts';
import { useDetail } from './detail.ts';
import { markedRows } from './marks.ts';
import { indexOf, rowAt, useStream } from './stream.ts';
import { type CompareSide, useView } from './view.ts';

export const received = (deliveryId: string): CompareSide => ({
  kind: 'received',
  deliveryId,
  attemptId: null,
});

export const ofAttempt = (kind: 'sent' | 'response', attempt: Attempt): CompareSide => ({
  kind,
  deliveryId: attempt.deliveryId,
  attemptId: attempt.id,
});

export function compare(left: CompareSide, right: CompareSide): void {
  useView.getState().open({ kind: 'compare', left, right });
}

/** Two chosen deliveries, the older one left; else the open one with what is nearest to it. */
export function compareChosen(): void {
  const pair = chosenPair() ?? nearestPair();
  if (pair !== null) compare(...pair);
}

export function canCompare(): boolean {
  return chosenPair() !== null || nearestPair() !== null;
}

type Pair = [left: CompareSide, right: CompareSide];

function chosenPair(): Pair | null {
  const [newer, older, third] = markedRows();
  if (newer === undefined || older === undefined || third !== undefined) return null;
  return [received(older.id), received(newer.id)];
}

function nearestPair(): Pair | null {
  const { delivery } = useDetail.getState();
  if (delivery === null || markedRows().length > 0) return null;
  return amongAttempts(delivery) ?? withRowBelow(delivery);
}

/** The answers to its last two tries, or what came beside what was sent on. */
function amongAttempts({ id: deliveryId, attempts }: Delivery): Pair | null {
  const sent = attempts.filter(({ trigger }) => trigger !== 'handshake');
  const [last, before] = sent.filter(({ outcome }) => outcome === 'response').reverse();
  if (last !== undefined && before !== undefined) {
    return [ofAttempt('response', before), ofAttempt('response', last)];
  }
  const [only] = sent;
  return only === undefined ? null : [received(deliveryId), ofAttempt('sent', only)];
}

function withRowBelow({ id }: Delivery): Pair | null {
  const stream = useStream.getState();
  const index = indexOf(stream, id);
  const below = index === -1 ? null : rowAt(stream, index + 1);
  return below ? [received(below.id), received(id)] : null;
}
