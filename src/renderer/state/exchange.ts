// Taking deliveries out as a file, and bringing files in.

import { toast } from 'sonner';
import type { CallInput, ImportResult } from '../../shared/contract.ts';
import { call } from '../host.ts';
import { counted } from '../lib/format.ts';
import { base64Of } from '../lib/snippets/snippet.ts';
import { reportError } from './actions.ts';
import { markedRows } from './marks.ts';
import { useView } from './view.ts';

export type ExportInput = CallInput<'deliveries.export'>;

/** A piece of a file in one call: large enough to be quick, small enough that nothing waits for it. */
const PIECE_BYTES = 1024 * 1024;
/** What takes longer is told about meanwhile. */
const SHOWN_AFTER_MS = 300;

/** Asks what to export: the chosen deliveries, this one, or what the list shows. */
export function openExport(ids: string[] = markedRows().map(({ id }) => id)): void {
  useView.getState().open({ kind: 'export', ids });
}

/** Asks what to bring in. */
export function openImport(): void {
  useView.getState().open({ kind: 'import' });
}

/** Makes the file. Resolves when it is saved, or the browser has begun to fetch it. */
export async function exportDeliveries(input: ExportInput): Promise<void> {
  const done = tellMeanwhile('Exporting');
  try {
    const result = await call('deliveries.export', input);
    done();
    if (result.kind === 'cancelled') return;
    if (result.kind === 'download') download(result.path, result.name);
    else toast.success(`Saved ${result.name}`);
  } catch (error) {
    done();
    reportError(error);
  }
}

function download(path: string, name: string): void {
  const link = document.createElement('a');
  link.href = path;
  link.download = name;
  link.click();
}

/** Hands a file over, has it read, and says what came of it. Rejects with why not. */
export async function importFile(file: Blob, endpointId: string | null): Promise<ImportResult> {
  const done = tellMeanwhile('Importing');
  try {
    if (file.size === 0) throw new Error('This file is empty.');
    const { id } = await call('imports.begin', { size: file.size });
    for (let at = 0; at < file.size; at += PIECE_BYTES) {
      const piece = await file.slice(at, at + PIECE_BYTES).arrayBuffer();
      await call('imports.append', { id, base64: base64Of(new Uint8Array(piece)) });
    }
    const result = await call('imports.finish', { id, endpointId });
    done();
    tellImported(result);
    return result;
  } finally {
    done();
  }
}

/** Brings in files one after another, such as those dropped on the window. */
export async function importFiles(files: readonly File[]): Promise<void> {
  for (const file of files) {
    try {
      await importFile(file, null);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      toast.error(`${file.name} was not imported`, { description: message });
    }
  }
}

/** The newest of them is opened: what was brought in is there to be looked at. */
function tellImported({ imported, known, newest }: ImportResult): void {
  const there = known === 0 ? undefined : `${counted(known, 'was', 'were')} there already.`;
  if (imported === 0) toast.info('Nothing new in this file', { description: there });
  else {
    const text = `Imported ${counted(imported, 'delivery', 'deliveries')}`;
    toast.success(text, { description: there });
  }
  if (newest !== null) useView.getState().select(newest);
}

/** Shows that something is under way, once it takes long; the answer ends it. */
function tellMeanwhile(words: string): () => void {
  let shown: string | number | null = null;
  const timer = setTimeout(() => {
    shown = toast.loading(words);
  }, SHOWN_AFTER_MS);
  return () => {
    clearTimeout(timer);
    if (shown !== null) toast.dismiss(shown);
    shown = null;
  };
}
