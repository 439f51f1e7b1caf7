// Taking deliveries out and bringing them in, as the API offers both.

import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { ExportResult, ImportResult } from '../../../shared/contract.ts';
import { createDownloads } from './downloads.ts';
import { type ExportFile, type ExportOptions, type ExportRequest, exportFile } from './export.ts';
import { type TakeInOptions, takeInFile } from './take-in.ts';
import { createUploads, type Uploads, type UploadsOptions } from './uploads.ts';

/** Asks the person where to, and writes there; false when they thought better of it. */
export type SaveFile = (name: string, open: () => Readable) => Promise<boolean>;

export interface ExchangeOptions
  extends Omit<ExportOptions, 'store'>,
    Omit<TakeInOptions, 'store' | 'bodyFolder'>,
    Pick<UploadsOptions, 'newId' | 'later'> {
  store: ExportOptions['store'] & TakeInOptions['store'];
  dataDir: string;
  /** Null where the host has no file dialog: the file is offered for download. */
  saveFile: SaveFile | null;
  /** Something was brought in: lists load anew. */
  onImported: () => void;
}

export interface Exchange {
  export(request: ExportRequest): Promise<ExportResult>;
  /** The file behind a path that an export answered, once. */
  download(path: string): ExportFile | null;
  uploads: Uploads;
  /** Brings in what was handed over. */
  finish(id: string, endpointId: string | null): Promise<ImportResult>;
  /** Brings in a file of this machine, which stays. */
  take(path: string, endpointId: string | null): Promise<ImportResult>;
  file(request: ExportRequest): ExportFile;
  close(): Promise<void>;
}

export function createExchange(options: ExchangeOptions): Exchange {
  const { dataDir, saveFile } = options;
  const downloads = createDownloads(options.monotonic);
  const uploads = createUploads({ ...options, folder: join(dataDir, 'imports') });
  const takeIn = { ...options, bodyFolder: join(dataDir, 'bodies', 'incoming') };
  const file = (request: ExportRequest) => exportFile(options, request);

  async function take(path: string, endpointId: string | null): Promise<ImportResult> {
    try {
      return await takeInFile(takeIn, path, endpointId);
    } finally {
      options.onImported();
    }
  }

  return {
    async export(request) {
      const { ids, format: _, redact: __, ...filter } = request;
      // A filter that is wrong is told now: a download that breaks off tells nothing.
      if (ids === undefined) await options.list({ ...filter, cursor: null, limit: 1 });
      const made = file(request);
      const { name } = made;
      if (saveFile === null) return { kind: 'download', path: downloads.offer(made), name };
      return (await saveFile(name, made.open)) ? { kind: 'saved', name } : { kind: 'cancelled' };
    },
    download: downloads.take,
    uploads,
    finish: (id, endpointId) => uploads.finish(id, (path) => take(path, endpointId)),
    take,
    file,
    close: uploads.close,
  };
}
