// A body inside JSON: as text where it is UTF-8, so that people can read it, else as base64. Large ones
// come in pieces, so that none is in memory as a whole.

import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { type Body, bodyStream } from '../body.ts';

export type Encoding = 'text' | 'base64';

/** Whether the bytes come back out of a JSON text exactly as they are. */
export async function encodingOf(body: Body): Promise<Encoding> {
  if (body.kind === 'memory') return isUtf8(body.bytes) ? 'text' : 'base64';
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    for await (const chunk of createReadStream(body.path)) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return 'text';
  } catch {
    return 'base64';
  }
}

/** The inside of a JSON string that stands for the body, in pieces. */
export async function* jsonPieces(body: Body, encoding: Encoding): AsyncGenerator<string> {
  if (body.kind === 'memory') {
    yield inString(encoding === 'text' ? body.bytes.toString() : body.bytes.toString('base64'));
    return;
  }
  // Base64 is joined from pieces of a multiple of three bytes, which this keeps back the rest for.
  const decoder = new StringDecoder(encoding === 'text' ? 'utf8' : 'base64');
  for await (const chunk of bodyStream(body)) yield inString(decoder.write(chunk));
  yield inString(decoder.end());
}

/** A text as it stands between the quotes of a JSON string. */
function inString(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
