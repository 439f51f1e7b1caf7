// Bodies of the open pane: fetched when asked for, the last few kept within a byte budget.

import { call } from '../host.ts';

export interface LoadedBody {
  bytes: Uint8Array<ArrayBuffer>;
  /** The whole body's size in bytes; more than `bytes` holds where less was stored. */
  size: number;
}

const MAX_ENTRIES = 6;
const MAX_BYTES = 64 * 1024 * 1024;

type Fetch = () => Promise<{ base64: string; size: number }>;

/** Remembers the last few bodies, newest last; what is being fetched is not fetched twice. */
export function createBodyCache(limits: { maxEntries: number; maxBytes: number }) {
  const loaded = new Map<string, LoadedBody>();
  const loading = new Map<string, Promise<LoadedBody>>();

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

  return {
    /** Rejects with what `fetch` rejects with; a failed fetch is tried again on the next call. */
    async load(key: string, fetch: Fetch): Promise<LoadedBody> {
      const known = loaded.get(key);
      if (known !== undefined) {
        keep(key, known);
        return known;
      }
      const running = loading.get(key);
      if (running !== undefined) return running;
      const started = fetch().then(({ base64, size }) => ({ bytes: bytesOf(base64), size }));
      loading.set(key, started);
      try {
        const body = await started;
        keep(key, body);
        return body;
      } finally {
        loading.delete(key);
      }
    },
    clear: () => loaded.clear(),
    keys: () => [...loaded.keys()],
  };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

const cache = createBodyCache({ maxEntries: MAX_ENTRIES, maxBytes: MAX_BYTES });

/** The request body of a delivery. A delivery never changes, so neither does this. */
export function loadBody(deliveryId: string): Promise<LoadedBody> {
  return cache.load(`delivery ${deliveryId}`, () => call('deliveries.body', { id: deliveryId }));
}

/** The response body of a finished attempt. Ask only once the attempt is no longer pending. */
export function loadAttemptBody(attemptId: string): Promise<LoadedBody> {
  return cache.load(`attempt ${attemptId}`, () => call('attempts.body', { id: attemptId }));
}

/** Forgets all bodies: what they belonged to may be gone. */
export function forgetBodies(): void {
  cache.clear();
}
