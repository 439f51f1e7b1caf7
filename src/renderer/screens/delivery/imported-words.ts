// Where an imported delivery comes from, in words.

import type { Imported, VerdictStatus } from '../../../shared/model.ts';
import { dateAndTime } from '../../lib/format.ts';

const SOURCES: Readonly<Record<Imported['format'], string>> = {
  hookglass: 'another Hookglass',
  har: 'a HAR file',
  raw: 'a raw request',
  curl: 'a curl command',
};

const THERE: Readonly<Record<VerdictStatus, string>> = {
  verified: 'its signature was verified',
  failed: 'its signature failed',
  unsigned: 'it had no signature',
  unchecked: 'its signature was not checked',
};

/** `from another Hookglass, 2026-03-04 05:06:07.089; there its signature was verified`. */
export function importedWords({ format, at, verdict }: Imported): string {
  const from = `from ${SOURCES[format]}, ${dateAndTime(at)}`;
  return verdict === null ? from : `${from}; there ${THERE[verdict.status]}`;
}
