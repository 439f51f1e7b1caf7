// A delivery on its way to the writing thread: flat arrays of plain values, as copying objects between
// threads costs the receiving side twice as much. Whatever can be worked out there is.

import type { HeaderList } from '../../../shared/headers.ts';
import type { Check } from '../../../shared/model.ts';
import { bodySize } from '../body.ts';
import { type Code, sourceCode, stateCode, statusCode, timeCode, verdictCode } from './codes.ts';
import type { Answered, NewDelivery } from './store.ts';

export type Parcel = [row: ParcelRow, facts: ParcelFacts, headers: string[], detail: ParcelDetail];

/** The first columns of `deliveries`, in their order. */
export type ParcelRow = [
  id: number,
  endpointId: string,
  receivedAt: number,
  state: Code,
  verdict: Code,
  reason: string | null,
  handshake: 0 | 1,
  pinned: 0 | 1,
  responseStatus: Code,
  responseSource: Code,
  committedMs: Code,
  answeredMs: Code,
  bodySize: number,
  spooled: 0 | 1,
];

/** What search finds a delivery by, besides its headers and its body. */
export type ParcelFacts = [
  provider: string | null,
  eventType: string | null,
  messageId: string | null,
  method: string,
  target: string,
];

/** What only the delivery's own pane shows. */
export type ParcelDetail = [
  httpVersion: string,
  remoteAddress: string | null,
  problem: string | null,
  bodyMs: number | null,
  verifiedMs: number,
  scheme: string | null,
  hint: string | null,
  secretLabel: string | null,
  /** Name, whether it is ok, detail; and so on. */
  checks: (string | boolean)[],
  warnings: string[],
  /** The headers, where lines of text cannot hold them exactly. */
  oddHeaders?: HeaderList,
];

export type AnswerParcel = [
  responseStatus: Code,
  responseSource: Code,
  committedMs: Code,
  answeredMs: Code,
  id: number,
];

/** `headers` of a parcel are flat: name, value, name, value, … */
export function packDelivery(id: number, delivery: NewDelivery): Parcel {
  const { captured, verdict, response } = delivery;
  const headers: string[] = [];
  for (const [name, value] of captured.headers) headers.push(name, value);
  const row: ParcelRow = [
    id,
    delivery.endpointId,
    captured.receivedAt,
    stateCode(captured.state),
    verdictCode(verdict.status),
    verdict.reason,
    delivery.handshake ? 1 : 0,
    0,
    statusCode(response.status),
    sourceCode(response.source),
    timeCode(null),
    timeCode(null),
    bodySize(captured.body),
    captured.body.kind === 'file' ? 1 : 0,
  ];
  const { provider, eventType, messageId } = delivery;
  const facts: ParcelFacts = [provider, eventType, messageId, captured.method, captured.target];
  return [row, facts, headers, packDetail(delivery)];
}

function packDetail({ captured, verdict, verifiedMs }: NewDelivery): ParcelDetail {
  const checks: (string | boolean)[] = [];
  for (const { name, ok, detail } of verdict.checks) checks.push(name, ok, detail);
  return [
    captured.httpVersion,
    captured.remoteAddress,
    captured.problem,
    captured.bodyMs,
    verifiedMs,
    verdict.scheme,
    verdict.hint,
    verdict.secretLabel,
    checks,
    verdict.warnings,
  ];
}

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

export function unpackChecks(flat: readonly (string | boolean)[]): Check[] {
  const checks: Check[] = [];
  for (let i = 0; i + 2 < flat.length; i += 3) {
    const [name, ok, detail] = flat.slice(i, i + 3);
    checks.push({ name, ok, detail } as Check);
  }
  return checks;
}
