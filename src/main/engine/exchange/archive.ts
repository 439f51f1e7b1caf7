// The .hookglass file: a zip with a manifest and parts of some hundred deliveries each. A part is two
// entries: the bytes of its bodies one after the other, and a line of JSON for each delivery that says
// how many of those bytes are its own. Parts keep the number of entries small, which a zip holds in
// memory, while nothing larger than a part is ever there as a whole.

import type { ExportedDelivery } from './exported.ts';

export const ARCHIVE_VERSION = 1;
export const MANIFEST = 'manifest.json';

export interface Manifest {
  format: 'hookglass';
  version: number;
  /** The version of Hookglass that wrote it. */
  app: string;
  createdAt: string;
  /** Whether credentials were left out. */
  redacted: boolean;
}

/** A line of a part's index. */
export interface ArchiveLine {
  /** As `deliveries.get` answers it, but for what is worked out of others. */
  delivery: ExportedDelivery;
  /** The length of its body in bytes; null when the file it was kept in was gone. */
  body: number | null;
  /** The lengths of the stored answers to its attempts, which follow its body in this order. */
  answers: number[];
}

/** The names of a part's entries; parts are counted from 1. */
export function partNames(part: number): { bodies: string; index: string } {
  const name = `deliveries/${String(part).padStart(6, '0')}`;
  return { bodies: `${name}.bodies`, index: `${name}.ndjson` };
}
