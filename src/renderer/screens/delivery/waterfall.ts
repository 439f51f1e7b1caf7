// Where the time went, from the socket to the answer: phases with a start and a length, and a scale.

import type { Attempt, Delivery } from '../../../shared/model.ts';

export type PhaseKind = 'receive' | 'store' | 'connect' | 'server' | 'transfer' | 'answer';

export interface Phase {
  kind: PhaseKind;
  label: string;
  /** From the beginning of the scale, in ms. */
  startMs: number;
  durationMs: number;
}

export interface Waterfall {
  phases: Phase[];
  /** The length of the whole scale, in ms; never 0. */
  scaleMs: number;
  /** Where the provider gives up, in ms; null when that lies beyond the scale or is not known. */
  deadlineMs: number | null;
}

/** The deadline is brought into view when it is at most this much further than what happened. */
const DEADLINE_REACH = 2;

/** A delivery from its head to its answer, its first forwarding included. */
export function deliveryWaterfall(delivery: Delivery, deadlineSeconds: number | null): Waterfall {
  const { bodyMs, verifiedMs, committedMs, answeredMs } = delivery.timing;
  const phases: Phase[] = [];
  let at = 0;
  const add = (kind: PhaseKind, label: string, until: number | null) => {
    const end = known(until);
    if (end === null) return;
    phases.push({ kind, label, startMs: at, durationMs: Math.max(0, end - at) });
    at = Math.max(at, end);
  };
  add('receive', 'Received', bodyMs);
  if (known(committedMs) !== null) add('store', 'Stored, verified', committedMs);
  else add('store', 'Verified', verifiedMs);

  const forward = forwardOf(delivery);
  const awaited = delivery.response.source !== 'canned';
  if (forward === null) {
    add('answer', 'Answered', answeredMs);
  } else {
    const total = totalOf(forward);
    const end = awaited ? known(answeredMs) : null;
    const start = forwardStart(delivery, forward, known(bodyMs) ?? 0, end, total);
    const forwarding = attemptPhases(forward, false).map((phase) => ({
      ...phase,
      startMs: phase.startMs + start,
    }));
    if (awaited) {
      phases.push(...forwarding);
      at = Math.max(at, start + total);
      add('answer', 'Answered', answeredMs);
    } else {
      add('answer', 'Answered', answeredMs);
      phases.push(...forwarding);
    }
  }
  return scaled(phases, deadlineSeconds === null ? null : deadlineSeconds * 1000);
}

/** One attempt on its own, every phase that happened. */
export function attemptWaterfall(attempt: Attempt): Waterfall {
  return scaled(attemptPhases(attempt, true), null);
}

/** The forwarding that came with the delivery itself; replays are shown with the attempts. */
export function forwardOf(delivery: Delivery): Attempt | null {
  return delivery.attempts.find(({ trigger }) => trigger === 'forward') ?? null;
}

function attemptPhases({ timing, outcome }: Attempt, detailed: boolean): Phase[] {
  const { dnsMs, connectMs, tlsMs, sendMs, waitMs, receiveMs } = timing;
  const connecting: [PhaseKind, string, number | null][] = detailed
    ? [
        ['connect', 'DNS lookup', dnsMs],
        ['connect', 'Initial connection', connectMs],
        ['connect', 'TLS', tlsMs],
      ]
    : [['connect', 'Initial connection', sum(dnsMs, connectMs, tlsMs)]];
  const parts: [PhaseKind, string, number | null][] = [
    ...connecting,
    ['transfer', 'Request sent', sendMs],
    ['server', 'Waiting for server', waitMs],
    ['transfer', 'Content download', receiveMs],
  ];
  const phases: Phase[] = [];
  let at = 0;
  for (const [kind, label, ms] of parts) {
    const length = known(ms);
    if (length === null) continue;
    phases.push({ kind, label, startMs: at, durationMs: length });
    at += length;
  }
  const rest = (known(timing.totalMs) ?? 0) - at;
  if (outcome === 'failure' && rest > 0) {
    const sent = known(sendMs) !== null;
    const label = sent ? 'Waited in vain' : 'Tried to connect';
    phases.push({ kind: sent ? 'server' : 'connect', label, startMs: at, durationMs: rest });
  }
  return phases;
}

function totalOf(attempt: Attempt): number {
  const last = attemptPhases(attempt, false).at(-1);
  return known(attempt.timing.totalMs) ?? (last ? last.startMs + last.durationMs : 0);
}

/** Start times are clocks of whole milliseconds: where the end is known better, it is counted back. */
function forwardStart(
  delivery: Delivery,
  forward: Attempt,
  earliest: number,
  end: number | null,
  total: number,
): number {
  const byClock = Date.parse(forward.startedAt) - Date.parse(delivery.receivedAt);
  const start = Math.max(Number.isFinite(byClock) ? byClock : 0, earliest);
  return end === null ? start : Math.max(Math.min(start, end - total), 0);
}

function scaled(phases: Phase[], deadlineMs: number | null): Waterfall {
  const end = Math.max(0.1, ...phases.map(({ startMs, durationMs }) => startMs + durationMs));
  if (deadlineMs === null || deadlineMs > end * DEADLINE_REACH) {
    return { phases, scaleMs: end, deadlineMs: null };
  }
  return { phases, scaleMs: Math.max(end, deadlineMs * 1.02), deadlineMs };
}

/** A duration that can be drawn; null for what is missing or no number. */
function known(ms: number | null): number | null {
  return ms === null || !Number.isFinite(ms) ? null : Math.max(0, ms);
}

function sum(...parts: (number | null)[]): number | null {
  const there = parts.map(known).filter((ms) => ms !== null);
  return there.length === 0 ? null : there.reduce((total, ms) => total + ms, 0);
}
