// What a file is, told by how it begins: nobody has to say.

import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { parseRawRequest } from '../verify/index.ts';
import { readArchive } from './archive-read.ts';
import { badFile, MAX_BODY_BYTES } from './bad-file.ts';
import { readCurl } from './curl-read.ts';
import { readHar } from './har-read.ts';
import type { Incoming, IncomingFile } from './incoming.ts';

const BEGINNING_BYTES = 1024;
const MAX_COMMAND_BYTES = 16 * 1024 * 1024;
const MAX_REQUEST_BYTES = MAX_BODY_BYTES + 1024 * 1024;
const ZIP = 'PK\x03\x04';
const JSON_TEXT = /^(?:\xef\xbb\xbf)?\s*\{/;
const COMMAND = /^\s*(?:\$ )?(?:curl|printf)\s/;

/**
 * Looks at a file; its deliveries are read when they are taken. `newBodyPath` names a file among the
 * bodies that are being received.
 */
export async function readFileOf(path: string, newBodyPath: () => string): Promise<IncomingFile> {
  const beginning = await beginningOf(path);
  if (beginning.startsWith(ZIP))
    return { format: 'hookglass', deliveries: readArchive(path, newBodyPath) };
  if (JSON_TEXT.test(beginning)) {
    return { format: 'har', deliveries: readHar(createReadStream(path)) };
  }
  if (COMMAND.test(beginning)) {
    const bytes = await wholeFile(path, MAX_COMMAND_BYTES);
    return { format: 'curl', deliveries: only(readCurl(bytes.toString().replace(/^\s*\$ /, ''))) };
  }
  return { format: 'raw', deliveries: only(readRaw(await wholeFile(path, MAX_REQUEST_BYTES))) };
}

async function beginningOf(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(BEGINNING_BYTES), 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await file.close();
  }
}

async function wholeFile(path: string, limit: number): Promise<Buffer> {
  if ((await stat(path)).size > limit) throw badFile('This file is too large to bring in.');
  return readFile(path);
}

/** The message is the one that `hookglass verify` gives, and names what else would do. */
function readRaw(bytes: Buffer): Incoming {
  const request = parseRawRequest(bytes);
  if ('problem' in request) {
    throw badFile(
      `This is no HAR file, .hookglass file or curl command, and no raw request either: ${request.problem}`,
    );
  }
  const { body, ...head } = request;
  return {
    ...head,
    httpVersion: '1.1',
    body: { kind: 'memory', bytes: body },
    receivedAt: null,
    known: null,
  };
}

async function* only(incoming: Incoming): AsyncGenerator<Incoming> {
  yield incoming;
}
