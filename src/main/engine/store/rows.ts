// Rows of `deliveries` and `messages`, and the model's nouns they stand for.

import { getHeader, type HeaderList } from '../../../shared/headers.ts';
import type { Attempt, Check, Delivery, DeliverySummary, Verdict } from '../../../shared/model.ts';
import { bodySize } from '../body.ts';
import {
  DELIVERY_STATES,
  sourceCode,
  sourceOf,
  statusCode,
  statusOf,
  timeCode,
  timeOf,
  VERDICTS,
} from './codes.ts';
import { formatId } from './ids.ts';
import { decodeHeaders, type StoredMessage } from './message.ts';
import type { NewDelivery } from './store.ts';
import { bindText, type TextColumn, textOf } from './text.ts';

export const DELIVERY_COLUMNS = [
  'id',
  'endpoint_id',
  'received_at',
  'state',
  'verdict',
  'reason',
  'handshake',
  'pinned',
  'response_status',
  'response_source',
  'committed_ms',
  'answered_ms',
  'body_size',
  'spooled',
  'provider',
  'event_type',
  'message_id',
  'content_type',
  'method',
  'target',
];

export const MESSAGE_COLUMNS = ['id', 'head_start', 'head_end', 'has_nul', 'detail', 'raw'];

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
}

/** The parts of a delivery that only its own pane shows, as a JSON array to keep it small. */
type Detail = [
  httpVersion: string,
  remoteAddress: string | null,
  problem: string | null,
  bodyMs: number | null,
  verifiedMs: number,
  scheme: string | null,
  hint: string | null,
  secretLabel: string | null,
  checks: [name: Check['name'], ok: 0 | 1, detail: string][],
  warnings: string[],
  oddHeaders?: HeaderList,
];

type Bound = number | TextColumn | null;

/** The values of {@link DELIVERY_COLUMNS}. */
export function deliveryValues(id: number, delivery: NewDelivery): Bound[] {
  const { captured, verdict, response } = delivery;
  return [
    id,
    delivery.endpointId,
    captured.receivedAt,
    DELIVERY_STATES.indexOf(captured.state),
    VERDICTS.indexOf(verdict.status),
    verdict.reason,
    delivery.handshake ? 1 : 0,
    0,
    statusCode(response.status),
    sourceCode(response.source),
    timeCode(null),
    timeCode(null),
    bodySize(captured.body),
    captured.body.kind === 'file' ? 1 : 0,
    bindText(delivery.provider),
    bindText(delivery.eventType),
    bindText(delivery.messageId),
    bindText(getHeader(captured.headers, 'content-type')),
    bindText(captured.method),
    bindText(captured.target),
  ];
}

/** The values of {@link MESSAGE_COLUMNS}. */
export function messageValues(id: number, delivery: NewDelivery, message: StoredMessage): Bound[] {
  const { captured, verdict } = delivery;
  const detail: Detail = [
    captured.httpVersion,
    captured.remoteAddress,
    captured.problem,
    captured.bodyMs,
    delivery.verifiedMs,
    verdict.scheme,
    verdict.hint,
    verdict.secretLabel,
    verdict.checks.map(({ name, ok, detail }) => [name, ok ? 1 : 0, detail]),
    verdict.warnings,
  ];
  if (message.oddHeaders) detail.push(message.oddHeaders);
  const { headStart, headEnd, hasNul, raw } = message;
  return [id, headStart, headEnd, hasNul ? 1 : 0, JSON.stringify(detail), raw];
}

export function summaryOf(row: DeliveryRow): DeliverySummary {
  return {
    id: formatId('dlv', row.id),
    endpointId: row.endpoint_id,
    receivedAt: new Date(row.received_at).toISOString(),
    state: DELIVERY_STATES[row.state] ?? 'complete',
    method: textOf(row.method),
    target: textOf(row.target),
    bodySize: row.body_size,
    contentType: textOrNull(row.content_type),
    provider: textOrNull(row.provider),
    eventType: textOrNull(row.event_type),
    messageId: textOrNull(row.message_id),
    handshake: row.handshake === 1,
    pinned: row.pinned === 1,
    verdict: { status: VERDICTS[row.verdict] ?? 'unchecked', reason: row.reason },
    response: { status: statusOf(row.response_status), source: sourceOf(row.response_source) },
    durationMs: timeOf(row.answered_ms),
    attemptCount: row.attempt_count,
  };
}

/** The whole delivery, of its summary's row, its message's `detail` and header lines. */
export function deliveryOf(
  row: DeliveryRow,
  message: { detail: string; head: Uint8Array },
  attempts: Attempt[],
): Delivery {
  const detail = JSON.parse(message.detail) as Detail;
  const [httpVersion, remoteAddress, problem, bodyMs, verifiedMs, ...rest] = detail;
  const [scheme, hint, secretLabel, checks, warnings, oddHeaders] = rest;
  const summary = summaryOf(row);
  return {
    ...summary,
    httpVersion,
    remoteAddress,
    headers: oddHeaders ?? decodeHeaders(message.head),
    verdict: {
      ...summary.verdict,
      scheme,
      hint,
      secretLabel,
      checks: checks.map(([name, ok, text]) => ({ name, ok: ok === 1, detail: text })),
      warnings,
    },
    timing: {
      bodyMs,
      verifiedMs,
      committedMs: timeOf(row.committed_ms),
      answeredMs: timeOf(row.answered_ms),
    },
    problem,
    attempts,
    guesses: [],
  };
}

function textOrNull(column: TextColumn | null): string | null {
  return column === null ? null : textOf(column);
}
