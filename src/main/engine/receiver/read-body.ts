// Reads one request's body: in memory while small, into a file beyond that, and never past the
// limit. A request is paused while its file is busy, so that many large ones at once stay small in
// memory.

import type { IncomingMessage } from 'node:http';
import { type Body, EMPTY_BODY, SPOOL_THRESHOLD_BYTES } from '../body.ts';
import { openSpool, type Spool } from './spool.ts';

/**
 * `stopped`: by the caller. `disk`: the file could not be written, and nothing of the body is left.
 */
export type BodyEnd = 'complete' | 'too-large' | 'disk' | 'stopped';

export interface ReadBodyOptions {
  limitBytes: number;
  /** The request's Content-Length; 0 when it has none. */
  declaredBytes: number;
  /** Where a body above the threshold goes; asked for at most once. */
  newSpoolPath(): string;
  /** Called exactly once, with what was read. `error` comes with `disk`. */
  done(end: BodyEnd, body: Body, error: NodeJS.ErrnoException | null): void;
}

export interface BodyReading {
  /** Ends the reading with what was read so far. A second call does nothing. */
  stop(): void;
}

export function readBody(req: IncomingMessage, options: ReadBodyOptions): BodyReading {
  const { limitBytes, declaredBytes, done } = options;
  const spoolAbove = declaredBytes > SPOOL_THRESHOLD_BYTES ? 0 : SPOOL_THRESHOLD_BYTES;
  let chunks: Buffer[] = [];
  let size = 0;
  let spool: Spool | null = null;
  let over = false;

  const finish = (end: BodyEnd) => {
    if (over) return;
    over = true;
    if (end !== 'complete') req.off('data', onData).off('end', onEnd);
    // While paused, some of what came is still with the request.
    if (end === 'stopped') for (let rest = req.read(); rest; rest = req.read()) keep(rest);
    if (!spool) {
      done(end, inMemory(chunks), null);
      return;
    }
    const { path } = spool;
    spool.finish((error) => {
      if (error) done('disk', EMPTY_BODY, error);
      else done(end, { kind: 'file', path, size }, null);
    });
  };

  /** False when not all of it is within the limit. */
  const keep = (chunk: Buffer): boolean => {
    const room = limitBytes - size;
    const kept = chunk.length > room ? chunk.subarray(0, room) : chunk;
    size += kept.length;
    if (spool) {
      if (!spool.write(kept)) req.pause();
    } else {
      chunks.push(kept);
      if (size > spoolAbove) startSpool();
    }
    return kept === chunk;
  };

  const startSpool = () => {
    spool = openSpool({
      path: options.newSpoolPath(),
      onDrain: () => req.resume(),
      onError: () => finish('disk'),
    });
    let keepsUp = true;
    for (const chunk of chunks) keepsUp = spool.write(chunk);
    chunks = [];
    if (!keepsUp) req.pause();
  };

  const onData = (chunk: Buffer) => {
    if (!keep(chunk)) finish('too-large');
  };
  const onEnd = () => finish('complete');

  req.on('data', onData);
  req.on('end', onEnd);
  return { stop: () => finish('stopped') };
}

function inMemory(chunks: Buffer[]): Body {
  const [first] = chunks;
  if (!first) return EMPTY_BODY;
  return { kind: 'memory', bytes: chunks.length === 1 ? first : Buffer.concat(chunks) };
}
