// Sends a request's body to a destination, no faster than it is taken.

import type { ClientRequest } from 'node:http';
import { type Body, bodyStream } from '../body.ts';

/**
 * Ends the request behind the body. `onGone` is called when a spooled body cannot be read to its
 * end. Answers the function that stops it early.
 */
export function upload(req: ClientRequest, body: Body, onGone: () => void): () => void {
  if (body.kind === 'memory') {
    if (body.bytes.length === 0) req.end();
    else req.end(body.bytes);
    return () => {};
  }
  const stream = bodyStream(body);
  let read = 0;
  stream.on('data', (chunk: Buffer) => {
    read += chunk.length;
  });
  stream.on('error', onGone);
  stream.on('end', () => {
    if (read !== body.size) onGone();
  });
  stream.pipe(req);
  return () => void stream.destroy();
}
