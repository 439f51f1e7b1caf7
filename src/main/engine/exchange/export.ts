// Deliveries as a file to take away: the formats, their names and their streams.

import { Readable } from 'node:stream';
import { assertNever } from '../../../shared/assert-never.ts';
import type { ExportFormat } from '../../../shared/model.ts';
import { archiveStream } from './archive-write.ts';
import { type Exported, type ExportSource, exportedOf } from './exported.ts';
import { harPieces } from './har.ts';
import { inChunks } from './in-chunks.ts';
import { ndjsonPieces } from './ndjson.ts';
import type { Selection } from './selection.ts';

export interface ExportRequest extends Selection {
  format: ExportFormat;
  /** Leaves credentials out; see redact.ts. */
  redact: boolean;
}

/** A file that is made while it is read: its memory does not grow with its length. */
export interface ExportFile {
  name: string;
  contentType: string;
  /** Begins when it is called. Destroy the stream to stop early. */
  open(): Readable;
}

export interface ExportOptions extends ExportSource {
  version: string;
  endpointName: (id: string) => string | null;
  now: () => Date;
}

const CONTENT_TYPES: Readonly<Record<ExportFormat, string>> = {
  har: 'application/json',
  ndjson: 'application/x-ndjson',
  hookglass: 'application/zip',
};

/** Prepares the file of a selection; nothing is read yet. */
export function exportFile(options: ExportOptions, request: ExportRequest): ExportFile {
  const { format, redact, ...selection } = request;
  const at = options.now();
  return {
    name: `hookglass-${at.toISOString().slice(0, 19).replaceAll(':', '-')}.${format}`,
    contentType: CONTENT_TYPES[format],
    open: () => opened(options, request, exportedOf(options, selection, redact), at),
  };
}

function opened(
  { version, endpointName }: ExportOptions,
  { format, redact }: ExportRequest,
  source: AsyncGenerator<Exported>,
  at: Date,
): Readable {
  switch (format) {
    case 'har':
      return textStream(harPieces(source, { version, endpointName }));
    case 'ndjson':
      return textStream(ndjsonPieces(source));
    case 'hookglass':
      return archiveStream(source, { app: version, createdAt: at, redacted: redact });
    default:
      return assertNever(format);
  }
}

function textStream(pieces: AsyncIterable<string>): Readable {
  return Readable.from(inChunks(pieces), { objectMode: false });
}
