// A host for the list in memory: it answers `deliveries.list` as the engine does, when it is let.

import type { AppEvent, CallInput, DeliveryPage } from '../../../src/shared/contract.ts';
import type { DeliverySummary } from '../../../src/shared/model.ts';
import type { Call } from '../../../src/shared/rpc.ts';
import { CallError } from '../../../src/shared/rpc.ts';

type ListInput = CallInput<'deliveries.list'>;

/** A delivery with a number for an id; a bigger number is a later one. */
export function delivery(number: number, part: Partial<DeliverySummary> = {}): DeliverySummary {
  return {
    id: idOf(number),
    endpointId: 'main',
    receivedAt: '2026-11-22T14:02:31.482Z',
    state: 'complete',
    method: 'POST',
    target: `/hooks/${number}`,
    bodySize: 612,
    contentType: 'application/json',
    provider: null,
    eventType: null,
    messageId: null,
    handshake: false,
    pinned: false,
    verdict: { status: 'verified', reason: null },
    response: { status: 200, source: 'canned' },
    durationMs: 12,
    attemptCount: 0,
    label: null,
    note: null,
    redelivery: null,
    sameBodyAs: null,
    ...part,
  };
}

export const idOf = (number: number): string => String(number).padStart(8, '0');
export const numberOf = ({ id }: DeliverySummary): number => Number(id);

/** Deliveries from the newest number down to 1. */
export function deliveries(newest: number): DeliverySummary[] {
  return Array.from({ length: newest }, (_, i) => delivery(newest - i));
}

export class ListedHost {
  /** Newest first. */
  rows: DeliverySummary[];
  readonly asked: ListInput[] = [];
  /** While set, answers wait for `answer()`; they are worked out when the call comes in. */
  held = false;
  /** While set, calls fail with this message. */
  broken: string | null = null;
  /** Answers to searches hold at most this many rows, as if the rest took too long. */
  searchPage = Number.POSITIVE_INFINITY;
  private readonly waiting: (() => void)[] = [];

  constructor(rows: DeliverySummary[]) {
    this.rows = rows;
  }

  readonly call = (async (name: string, input: ListInput) => {
    if (name !== 'deliveries.list') throw new Error(`unexpected call: ${name}`);
    this.asked.push(input);
    if (this.broken !== null) throw new CallError({ code: 'internal', message: this.broken });
    const page = this.page(input);
    if (this.held) await new Promise<void>((resolve) => this.waiting.push(resolve));
    return page;
  }) as Call;

  /** Lets all waiting answers go. */
  answer(): void {
    for (const go of this.waiting.splice(0)) go();
  }

  /** Receives one more delivery, and answers the event that tells of it. */
  receive(part: Partial<DeliverySummary> = {}): AppEvent {
    const [newest] = this.rows;
    const item = delivery((newest === undefined ? 0 : numberOf(newest)) + 1, part);
    this.rows = [item, ...this.rows];
    return { type: 'deliveries.added', items: [item], skipped: 0 };
  }

  remove(...numbers: number[]): AppEvent {
    const ids = numbers.map(idOf);
    this.rows = this.rows.filter(({ id }) => !ids.includes(id));
    return { type: 'deliveries.removed', ids };
  }

  private page({
    cursor,
    offset,
    limit = 50,
    query,
    ids,
    endpointId,
    only,
  }: ListInput): DeliveryPage {
    const all = this.rows.filter(
      (row) =>
        (ids === undefined || ids.includes(row.id)) &&
        (endpointId == null || row.endpointId === endpointId) &&
        (only !== 'failed' || row.verdict.status === 'failed') &&
        (only !== 'pinned' || row.pinned),
    );
    const after = all.filter((row) => cursor == null || row.id < cursor);
    if (query === undefined || query === '') {
      const items = after.slice(offset ?? 0, (offset ?? 0) + limit);
      const more = (offset ?? 0) + items.length < after.length;
      return { items, nextCursor: more ? (items.at(-1)?.id ?? null) : null, total: all.length };
    }
    const looked = after.slice(0, this.searchPage);
    const items = looked.filter(({ target }) => target.includes(query)).slice(0, limit);
    const full = items.length === limit;
    const last = full ? items.at(-1) : looked.at(-1);
    const more = last !== undefined && after.at(-1)?.id !== last.id;
    return { items, nextCursor: more ? (last?.id ?? null) : null, total: null };
  }
}

/** A clock that moves when it is told to. */
export function handClock() {
  let now = 0;
  const jobs: { at: number; job: () => void }[] = [];
  return {
    later: (ms: number, job: () => void) => {
      const entry = { at: now + ms, job };
      jobs.push(entry);
      return () => {
        const at = jobs.indexOf(entry);
        if (at !== -1) jobs.splice(at, 1);
      };
    },
    advance(ms: number): void {
      now += ms;
      for (const entry of jobs.filter(({ at }) => at <= now)) {
        jobs.splice(jobs.indexOf(entry), 1);
        entry.job();
      }
    },
  };
}

/** Lets everything that is already decided happen. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}
