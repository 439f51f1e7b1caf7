// Writes a .hookglass file as a stream; see archive.ts for what is in it.

import { PassThrough, type Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { bodySize, bodyStream } from '../body.ts';
import {
  ARCHIVE_VERSION,
  type ArchiveLine,
  MANIFEST,
  type Manifest,
  partNames,
} from './archive.ts';
import type { Exported } from './exported.ts';

/** A part ends when it has so many deliveries, or its lines so many characters, or its bodies so many bytes. */
const PART_DELIVERIES = 500;
const PART_LINE_CHARS = 4 * 1024 * 1024;
const PART_BODY_BYTES = 64 * 1024 * 1024;
const CHUNK_BYTES = 64 * 1024;

export interface ArchiveOptions {
  app: string;
  createdAt: Date;
  redacted: boolean;
}

/** Ends early with an error when `source` does; stops reading it when the stream is destroyed. */
export function archiveStream(source: AsyncGenerator<Exported>, options: ArchiveOptions): Readable {
  const zip = new ZipFile();
  const out = new PassThrough();
  const entry = { mtime: options.createdAt, mode: 0o100644 };
  const { app, createdAt, redacted } = options;
  const manifest: Manifest = {
    ...{ format: 'hookglass', version: ARCHIVE_VERSION, app },
    ...{ createdAt: createdAt.toISOString(), redacted },
  };
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), MANIFEST, entry);
  zip.outputStream.pipe(out);
  zip.on('error', (error: Error) => out.destroy(error));

  async function write(): Promise<void> {
    const deliveries = source[Symbol.asyncIterator]();
    let next = await deliveries.next();
    for (let part = 1; !next.done; part++) {
      const names = partNames(part);
      const bodies = new PassThrough();
      const chunks = inLargeChunks((chunk) => put(bodies, chunk, out));
      zip.addReadStream(bodies, names.bodies, entry);
      const lines: string[] = [];
      for (let chars = 0, bytes = 0; !next.done; next = await deliveries.next()) {
        const line = lineOf(next.value);
        const text = `${JSON.stringify(line)}\n`;
        const isFull = lines.length >= PART_DELIVERIES || chars >= PART_LINE_CHARS;
        if (isFull || bytes >= PART_BODY_BYTES) break;
        lines.push(text);
        chars += text.length;
        bytes += sizeOf(line);
        for await (const chunk of bytesOf(next.value)) await chunks.add(chunk);
      }
      await chunks.flush();
      bodies.end();
      zip.addBuffer(Buffer.from(lines.join('')), names.index, entry);
    }
    zip.end();
  }
  write().catch((error: Error) => out.destroy(error));
  out.once('close', () => void source.return(undefined).catch(() => {}));
  return out;
}

/** Compressing a few bytes waits for another thread as long as compressing many. */
function inLargeChunks(write: (chunk: Buffer) => Promise<void>) {
  let waiting: Buffer[] = [];
  let bytes = 0;
  async function flush(): Promise<void> {
    const chunk = Buffer.concat(waiting);
    waiting = [];
    bytes = 0;
    if (chunk.length > 0) await write(chunk);
  }
  return {
    async add(chunk: Buffer): Promise<void> {
      waiting.push(chunk);
      bytes += chunk.length;
      if (bytes >= CHUNK_BYTES) await flush();
    },
    flush,
  };
}

/** Waits while the reader is behind; throws once it is gone. */
async function put(bodies: PassThrough, chunk: Buffer, out: PassThrough): Promise<void> {
  if (out.destroyed) throw new Error('nobody reads any more');
  if (bodies.write(chunk)) return;
  await new Promise<void>((resolve, reject) => {
    const end = (finish: () => void) => () => {
      bodies.off('drain', onDrain);
      out.off('close', onClose);
      finish();
    };
    const onDrain = end(resolve);
    const onClose = end(() => reject(new Error('nobody reads any more')));
    bodies.once('drain', onDrain);
    out.once('close', onClose);
  });
}

function lineOf({ delivery, body, answers }: Exported): ArchiveLine {
  return {
    delivery,
    body: body === null ? null : bodySize(body),
    answers: answers.map(({ length }) => length),
  };
}

function sizeOf({ body, answers }: ArchiveLine): number {
  return answers.reduce((sum, size) => sum + size, body ?? 0);
}

async function* bytesOf({ body, answers }: Exported): AsyncGenerator<Buffer> {
  if (body !== null) yield* bodyStream(body);
  yield* answers;
}
