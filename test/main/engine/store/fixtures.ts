// A store in a folder of its own, and deliveries to put into it.

import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore } from '../../../../src/main/engine/store/sqlite.ts';
import type {
  ListQuery,
  NewDelivery,
  OpenedStore,
  Store,
} from '../../../../src/main/engine/store/store.ts';
import type { HeaderList } from '../../../../src/shared/headers.ts';
import type { Attempt, Verdict } from '../../../../src/shared/model.ts';
import { readerWorkerUrl } from '../../../support/reader-worker-url.ts';
import { tempDir } from '../../../support/temp-dir.ts';

export const NOW = Date.UTC(2026, 10, 22, 12);

/** Closed when the test is over, before its folder goes. */
export async function openTestStore({
  dataDir = tempDir(),
  clock = () => NOW,
}: {
  dataDir?: string;
  clock?: () => number;
} = {}): Promise<OpenedStore & { dataDir: string }> {
  const opened = await openStore({ dataDir, readerWorker: readerWorkerUrl, clock });
  onTestFinished(() => opened.store.close());
  return { ...opened, dataDir };
}

export interface DeliveryParts {
  id: string;
  endpointId?: string;
  method?: string;
  target?: string;
  headers?: HeaderList;
  body?: Buffer | string;
  /** A spooled body, instead of `body`. */
  file?: { path: string; size: number };
  receivedAt?: number;
  provider?: string | null;
  eventType?: string | null;
  messageId?: string | null;
  handshake?: NewDelivery['handshake'];
  verdict?: Partial<Verdict>;
  response?: NewDelivery['response'];
}

export function newDelivery(parts: DeliveryParts): NewDelivery {
  const { body = '{}', file } = parts;
  return {
    id: parts.id,
    endpointId: parts.endpointId ?? 'ep_default',
    captured: {
      state: 'complete',
      method: parts.method ?? 'POST',
      target: parts.target ?? '/hooks?a=1',
      httpVersion: '1.1',
      headers: parts.headers ?? [['Content-Type', 'application/json']],
      body: file ? { kind: 'file', ...file } : { kind: 'memory', bytes: Buffer.from(body) },
      remoteAddress: '127.0.0.1',
      receivedAt: parts.receivedAt ?? NOW,
      startedAt: 0,
      bodyMs: 0.25,
      problem: null,
    },
    provider: parts.provider === undefined ? 'stripe' : parts.provider,
    eventType: parts.eventType === undefined ? 'invoice.paid' : parts.eventType,
    messageId: parts.messageId ?? null,
    handshake: parts.handshake ?? null,
    verdict: {
      status: 'verified',
      scheme: 'HMAC-SHA256 of the body',
      reason: null,
      hint: null,
      secretLabel: 'current',
      checks: [{ name: 'signature', ok: true, detail: 'matches “current”' }],
      findings: [],
      warnings: [],
      ...parts.verdict,
    },
    verifiedMs: 0.5,
    response: parts.response ?? { status: 200, source: 'canned' },
  };
}

/** Stores a delivery; answers its id. */
export async function put(store: Store, parts: Omit<DeliveryParts, 'id'> = {}): Promise<string> {
  const id = store.newDeliveryId();
  await store.insert(newDelivery({ ...parts, id }));
  return id;
}

/** Stores a delivery whose body is in a file of 1.1 MB. */
export function putSpooled(store: Store, dataDir: string, endpointId = 'ep_default') {
  const path = join(dataDir, 'bodies', 'incoming', 'received');
  writeFileSync(path, Buffer.alloc(1_100_000));
  return put(store, { endpointId, file: { path, size: 1_100_000 } });
}

/** The names of the files that hold bodies. */
export function bodyFiles(dataDir: string): string[] {
  return readdirSync(join(dataDir, 'bodies')).filter((name) => name.endsWith('.bin'));
}

/** Stores `count` deliveries in one group; answers their ids, oldest first. */
export function putMany(
  store: Store,
  count: number,
  parts: (n: number) => Omit<DeliveryParts, 'id'> = () => ({}),
): Promise<string[]> {
  return Promise.all(Array.from({ length: count }, (_, n) => put(store, parts(n))));
}

export function query(parts: Partial<ListQuery> = {}): ListQuery {
  return {
    cursor: null,
    limit: 50,
    offset: 0,
    query: null,
    endpointId: null,
    only: null,
    ...parts,
  };
}

/** The ids of every page of a query, in order. */
export async function allPages(store: Store, parts: Partial<ListQuery>): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: { id: string }[]; nextCursor: string | null } = await store.list(
      query({ ...parts, cursor }),
    );
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return ids;
}

export function newAttempt(parts: Partial<Attempt> & Pick<Attempt, 'id' | 'deliveryId'>): Attempt {
  return {
    trigger: 'replay',
    destination: 'http://localhost:3000/hooks',
    startedAt: new Date(NOW).toISOString(),
    outcome: 'response',
    status: 200,
    headers: [['Content-Type', 'text/plain']],
    bodySize: 0,
    bodyTruncated: false,
    failure: null,
    timing: {
      dnsMs: null,
      connectMs: 0.5,
      tlsMs: null,
      sendMs: 0.25,
      waitMs: 1,
      receiveMs: 0.25,
      totalMs: 2,
    },
    ...parts,
  };
}
