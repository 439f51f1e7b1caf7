// Rows of `deliveries` and `messages` as the model's nouns.

import type { Delivery, DeliverySummary, Verdict } from '../../../shared/model.ts';
import { labelOf, sourceOf, stateOf, statusOf, timeOf, verdictOf } from './codes.ts';
import { decodeDetail } from './detail.ts';
import { decodeHeaders } from './headers.ts';
import { formatId } from './ids.ts';
import { repeatsOf } from './repeats.ts';
import { type TextColumn, textOf } from './text.ts';

/** What {@link summaryOf} needs, from `deliveries AS d`. */
export const SUMMARY_SELECTION = `d.*,
  (SELECT count(*) FROM attempts AS a WHERE a.delivery_id = d.id) AS attempt_count`;

/** What a row of `deliveries` holds; see schema/ for what the columns mean. */
export interface DeliveryRow {
  id: number;
  endpoint_id: string;
  received_at: number;
  state: number;
  verdict: number;
  reason: Verdict['reason'];
  handshake: number;
  pinned: number;
  response_status: number;
  response_source: number;
  committed_ms: number;
  answered_ms: number;
  body_size: number;
  spooled: number;
  provider: TextColumn | null;
  event_type: TextColumn | null;
  message_id: TextColumn | null;
  content_type: TextColumn | null;
  method: TextColumn;
  target: TextColumn;
  attempt_count: number;
  label: number;
  note: TextColumn | null;
  first_id: number | null;
  ordinal: number | null;
  since_ms: number | null;
  same_body: number | null;
}

export function summaryOf(row: DeliveryRow): DeliverySummary {
  return {
    id: formatId('dlv', row.id),
    endpointId: row.endpoint_id,
    receivedAt: new Date(row.received_at).toISOString(),
    state: stateOf(row.state),
    method: textOf(row.method),
    target: textOf(row.target),
    bodySize: row.body_size,
    contentType: textOrNull(row.content_type),
    provider: textOrNull(row.provider),
    eventType: textOrNull(row.event_type),
    messageId: textOrNull(row.message_id),
    handshake: row.handshake === 1,
    pinned: row.pinned === 1,
    verdict: { status: verdictOf(row.verdict), reason: row.reason },
    response: { status: statusOf(row.response_status), source: sourceOf(row.response_source) },
    durationMs: timeOf(row.answered_ms),
    attemptCount: row.attempt_count,
    label: labelOf(row.label),
    note: textOrNull(row.note),
    ...repeatsOf({
      firstId: row.first_id,
      ordinal: row.ordinal,
      sinceMs: row.since_ms,
      sameBody: row.same_body,
    }),
  };
}

/** The whole delivery, of its summary's row, its message's `detail` and header lines. */
export function deliveryOf(
  row: DeliveryRow,
  message: { detail: string; head: Uint8Array },
  { attempts, group }: Pick<Delivery, 'attempts' | 'group'>,
): Delivery {
  const { verdict, oddHeaders, handshake, imported, ...detail } = decodeDetail(message.detail);
  const summary = summaryOf(row);
  return {
    ...summary,
    httpVersion: detail.httpVersion,
    remoteAddress: detail.remoteAddress,
    headers: oddHeaders ?? decodeHeaders(message.head),
    verdict: { ...summary.verdict, ...verdict },
    timing: {
      bodyMs: detail.bodyMs,
      verifiedMs: detail.verifiedMs,
      committedMs: timeOf(row.committed_ms),
      answeredMs: timeOf(row.answered_ms),
    },
    problem: detail.problem,
    handshakeDetail: handshake,
    imported,
    attempts,
    group,
    guesses: [],
  };
}

function textOrNull(column: TextColumn | null): string | null {
  return column === null ? null : textOf(column);
}
