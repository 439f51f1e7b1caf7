// Bodies of the open pane: fetched when asked for, the last few kept within a byte budget.

import { call } from '../host.ts';

export interface LoadedBody {
  bytes: Uint8Array<ArrayBuffer>;
  /** The whole body's size in bytes; more than `bytes` holds where less was stored. */
  size: number;
}

/** What is there of a body that is still being fetched. */
export interface BodyProgress {
  /** Its first bytes. */
  head: Uint8Array<ArrayBuffer>;
  loaded: number;
  size: number;
}

/** Somebody who waits for a body. When the last of them aborts, it is fetched no further. */
export interface Asker {
  onProgress?: (progress: BodyProgress) => void;
  signal?: AbortSignal;
}

type Fetch = (report: (progress: BodyProgress) => void, signal: AbortSignal) => Promise<LoadedBody>;

interface Running {
  body: Promise<LoadedBody>;
  askers: Set<Asker>;
  last: BodyProgress | null;
  stop: AbortController;
}

const MAX_ENTRIES = 6;
const MAX_BYTES = 64 * 1024 * 1024;

/** Large bodies come in pieces, so that neither end stops for longer than a few milliseconds. */
const PIECE_BYTES = 1024 * 1024;
/** The first one is on the screen while the others come. */
const FIRST_PIECE_BYTES = 64 * 1024;

/** Remembers the last few bodies, newest last; what is being fetched is not fetched twice. */
export function createBodyCache(limits: { maxEntries: number; maxBytes: number }) {
  const loaded = new Map<string, LoadedBody>();
  const loading = new Map<string, Running>();

  const keep = (key: string, body: LoadedBody) => {
    loaded.delete(key);
    loaded.set(key, body);
    let total = 0;
    for (const { bytes } of loaded.values()) total += bytes.length;
    for (const [oldest, { bytes }] of loaded) {
      if (loaded.size <= 1) break;
      if (loaded.size <= limits.maxEntries && total <= limits.maxBytes) break;
      total -= bytes.length;
      loaded.delete(oldest);
    }
  };

  const begin = (key: string, fetch: Fetch): Running => {
    const askers = new Set<Asker>();
    const stop = new AbortController();
    const report = (progress: BodyProgress) => {
      running.last = progress;
      for (const { onProgress } of askers) onProgress?.(progress);
    };
    const end = () => {
      if (loading.get(key) === running) loading.delete(key);
    };
    const body = fetch(report, stop.signal).then(
      (whole) => {
        end();
        keep(key, whole);
        return whole;
      },
      (error: unknown) => {
        end();
        throw error;
      },
    );
    const running: Running = { body, askers, last: null, stop };
    loading.set(key, running);
    return running;
  };

  const leave = (key: string, { askers, stop }: Running, asker: Asker) => {
    askers.delete(asker);
    if (askers.size > 0) return;
    if (loading.get(key)?.askers === askers) loading.delete(key);
    stop.abort();
  };

  return {
    /** Rejects with what `fetch` rejects with; a failed fetch is tried again on the next call. */
    async load(key: string, fetch: Fetch, asker: Asker = {}): Promise<LoadedBody> {
      const known = loaded.get(key);
      if (known !== undefined) {
        keep(key, known);
        return known;
      }
      const running = loading.get(key) ?? begin(key, fetch);
      running.askers.add(asker);
      asker.signal?.addEventListener('abort', () => leave(key, running, asker), { once: true });
      if (running.last !== null) asker.onProgress?.(running.last);
      return running.body;
    },
    keys: () => [...loaded.keys()],
  };
}

type FetchPiece = (range: {
  offset: number;
  length: number;
}) => Promise<{ base64: string; size: number }>;

/** The whole of a body that is there in full, a piece after the other. */
export async function fetchInPieces(
  fetchPiece: FetchPiece,
  { pieceBytes = PIECE_BYTES, report, signal }: FetchOptions = {},
): Promise<LoadedBody> {
  const firstBytes = Math.min(pieceBytes, FIRST_PIECE_BYTES);
  const first = await fetchPiece({ offset: 0, length: firstBytes });
  const head = bytesOf(first.base64);
  if (head.length >= first.size) return { bytes: head, size: first.size };
  const bytes = new Uint8Array(first.size);
  bytes.set(head);
  let offset = head.length;
  while (offset < bytes.length) {
    report?.({ head, loaded: offset, size: first.size });
    signal?.throwIfAborted();
    const piece = bytesOf((await fetchPiece({ offset, length: pieceBytes })).base64);
    if (piece.length === 0) throw new Error('The body ended before its length.');
    bytes.set(piece.subarray(0, bytes.length - offset), offset);
    offset += piece.length;
  }
  return { bytes, size: first.size };
}

interface FetchOptions {
  pieceBytes?: number;
  report?: (progress: BodyProgress) => void;
  signal?: AbortSignal;
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

const cache = createBodyCache({ maxEntries: MAX_ENTRIES, maxBytes: MAX_BYTES });

/** The request body of a delivery. A delivery never changes, so neither does this. */
export function loadBody(deliveryId: string, asker?: Asker): Promise<LoadedBody> {
  const piece: FetchPiece = (range) => call('deliveries.body', { id: deliveryId, ...range });
  return cache.load(
    `delivery ${deliveryId}`,
    (report, signal) => fetchInPieces(piece, { report, signal }),
    asker,
  );
}

/** The response body of a finished attempt. Ask only once the attempt is no longer pending. */
export function loadAttemptBody(attemptId: string): Promise<LoadedBody> {
  return cache.load(`attempt ${attemptId}`, async () => {
    const { base64, size } = await call('attempts.body', { id: attemptId });
    return { bytes: bytesOf(base64), size };
  });
}
