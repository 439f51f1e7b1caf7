// A delivery as the command line tells it to people, without the time.

import type { DeliverySummary } from '../../shared/model.ts';
import { printable } from './printable.ts';

type Told = Pick<
  DeliverySummary,
  'method' | 'target' | 'eventType' | 'verdict' | 'response' | 'durationMs'
>;

export function deliveryWords(delivery: Told): string {
  const { method, target, eventType, verdict, response, durationMs } = delivery;
  const what = printable(eventType ? `${eventType} ${method} ${target}` : `${method} ${target}`);
  const why = verdict.reason && verdict.status !== 'unchecked' ? ` (${verdict.reason})` : '';
  const answer = response.status === null ? 'not answered' : `answered ${response.status}`;
  const took = durationMs === null ? '' : ` in ${Math.round(durationMs)} ms`;
  return `${what}  ${verdict.status}${why}, ${answer}${took}`;
}
