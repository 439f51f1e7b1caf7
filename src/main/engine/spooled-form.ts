// Reads a form that is too large to be held as it came: aside, piece by piece, so that nothing else waits.

import { setImmediate } from 'node:timers/promises';
import { getHeader, type HeaderList } from '../../shared/headers.ts';
import { type Body, bodyStream } from './body.ts';
import { formReader, readsForm } from './verify/index.ts';

/**
 * The body with its fields, where it is a form in a file of a provider that signs such, or has its ids
 * there; else the body as it is.
 */
export async function withSpooledForm(
  headers: HeaderList,
  body: Body,
  provider: string | null,
): Promise<Body> {
  if (body.kind === 'memory' || !readsForm(provider)) return body;
  const reader = formReader(getHeader(headers, 'content-type') ?? '');
  if (reader === null) return body;
  try {
    for await (const piece of bodyStream(body) as AsyncIterable<Buffer>) reader.push(piece);
    const form = reader.end();
    // What follows takes as long again.
    await setImmediate();
    return { ...body, form };
  } catch {
    // The file is gone: whoever judges it will say so.
    return body;
  }
}
