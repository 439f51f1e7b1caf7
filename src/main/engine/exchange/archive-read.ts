// Reads a .hookglass file; see archive.ts for what is in it. Whatever it claims is checked before it is
// believed: names, lengths, and how large it becomes.

import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { type Body, SPOOL_THRESHOLD_BYTES } from '../body.ts';
import { HookglassError } from '../errors.ts';
import { ARCHIVE_VERSION, MANIFEST, partNames } from './archive.ts';
import { archiveLineSchema, manifestSchema, type ReadLine } from './archive-schema.ts';
import { badFile } from './bad-file.ts';
import { type ByteReader, createByteReader, linesOf } from './byte-reader.ts';
import type { Incoming } from './incoming.ts';
import { entryBytes } from './zip-entry.ts';

const MAX_ENTRIES = 200_000;
const MAX_MANIFEST_BYTES = 64 * 1024;
const MAX_LINE_BYTES = 32 * 1024 * 1024;
/** JSON and logs compress to a twentieth; what becomes far larger is made to fill a disk. */
const MAX_GROWTH = 250;
const FREE_GROWTH_BYTES = 64 * 1024 * 1024;

interface Archive {
  zip: ZipFile;
  path: string;
}

/** Every delivery of the file, as it was exported. Rejects with `bad-input` where the file is wrong. */
export async function* readArchive(
  path: string,
  newBodyPath: () => string,
): AsyncGenerator<Incoming> {
  const zip = await opened(path);
  try {
    yield* deliveriesOf({ zip, path }, newBodyPath);
  } catch (error) {
    if (error instanceof HookglassError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw badFile(`This .hookglass file is damaged: ${why}.`);
  } finally {
    zip.close();
  }
}

async function opened(path: string): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, strictFileNames: true } as const;
  try {
    return await openPromise(path, options);
  } catch {
    throw badFile('This .hookglass file is damaged: it is no whole zip file.');
  }
}

async function* deliveriesOf(
  archive: Archive,
  newBodyPath: () => string,
): AsyncGenerator<Incoming> {
  const { zip } = archive;
  if (zip.entryCount > MAX_ENTRIES) throw badFile('This zip file has too many entries.');
  const entries = await checkedEntries(zip);
  const manifest = entries.get(MANIFEST);
  if (manifest === undefined) throw badFile('This zip file is no .hookglass file.');
  requireReadable(await textOf(archive, manifest));
  for (let part = 1; ; part++) {
    const names = partNames(part);
    const index = entries.get(names.index);
    const bodies = entries.get(names.bodies);
    if (index === undefined || bodies === undefined) return;
    yield* partOf(archive, index, bodies, newBodyPath);
  }
}

/** Those of the entries that have names of ours. Others are passed over, and never unpacked. */
async function checkedEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    total += entry.uncompressedSize;
    entries.set(entry.fileName, entry);
  }
  if (total > FREE_GROWTH_BYTES + MAX_GROWTH * zip.fileSize) {
    throw badFile(`This file would become more than ${MAX_GROWTH} times as large as it is.`);
  }
  return entries;
}

async function textOf({ zip, path }: Archive, entry: Entry): Promise<string> {
  if (entry.uncompressedSize > MAX_MANIFEST_BYTES) throw badFile('Its manifest is too large.');
  const chunks: Buffer[] = [];
  for await (const chunk of entryBytes(zip, path, entry)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function requireReadable(text: string): void {
  const manifest = manifestSchema.safeParse(parsed(text));
  if (!manifest.success) throw badFile('This zip file is no .hookglass file.');
  const { version } = manifest.data;
  if (version > ARCHIVE_VERSION) {
    throw badFile(
      `This file was written by a newer Hookglass, in format ${version}. This one reads ${ARCHIVE_VERSION}: update it first.`,
    );
  }
}

async function* partOf(
  { zip, path }: Archive,
  index: Entry,
  bodies: Entry,
  newBodyPath: () => string,
): AsyncGenerator<Incoming> {
  const bytes = entryBytes(zip, path, bodies);
  try {
    const reader = createByteReader(bytes);
    for await (const line of linesOf(entryBytes(zip, path, index), MAX_LINE_BYTES)) {
      const read = archiveLineSchema.safeParse(parsed(line.toString()));
      if (!read.success)
        throw badFile('This .hookglass file is damaged: a delivery makes no sense.');
      yield await incomingOf(read.data, reader, newBodyPath);
    }
    await reader.end();
  } finally {
    await bytes.return(undefined);
  }
}

async function incomingOf(
  { delivery, body, answers }: ReadLine,
  reader: ByteReader,
  newBodyPath: () => string,
): Promise<Incoming> {
  const { method, target, httpVersion, headers } = delivery;
  const kept = await bodyOf(body ?? 0, reader, newBodyPath);
  const answerBytes: Buffer[] = [];
  for (const length of answers) answerBytes.push(await reader.take(length));
  return {
    ...{ method, target, httpVersion, headers, body: kept },
    receivedAt: Date.parse(delivery.receivedAt),
    known: { delivery, answers: answerBytes },
  };
}

async function bodyOf(size: number, reader: ByteReader, newBodyPath: () => string): Promise<Body> {
  if (size <= SPOOL_THRESHOLD_BYTES) return { kind: 'memory', bytes: await reader.take(size) };
  const path = newBodyPath();
  await reader.takeToFile(size, path);
  return { kind: 'file', path, size };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
