// Files that a page may fetch once: an address that only whoever asked for it knows. A link of a page
// cannot carry the token that calls are made with.

import { randomBytes } from 'node:crypto';
import type { ExportFile } from './export.ts';

export interface Downloads {
  /** The path under which the file can be fetched, once, within a minute. */
  offer(file: ExportFile): string;
  /** The file of a path; null when there is none, or it was fetched already. */
  take(path: string): ExportFile | null;
}

const PREFIX = '/download/';
const KEPT_MS = 60_000;
const MAX_OFFERED = 20;

/** `monotonic` in ms. */
export function createDownloads(monotonic: () => number): Downloads {
  const offered = new Map<string, { file: ExportFile; until: number }>();
  return {
    offer(file) {
      for (const [path, { until }] of offered) {
        if (until <= monotonic() || offered.size >= MAX_OFFERED) offered.delete(path);
      }
      const path = PREFIX + randomBytes(24).toString('base64url');
      offered.set(path, { file, until: monotonic() + KEPT_MS });
      return path;
    },
    take(path) {
      const found = offered.get(path);
      offered.delete(path);
      return found !== undefined && found.until > monotonic() ? found.file : null;
    },
  };
}
