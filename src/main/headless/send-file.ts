// A file that an export makes, as the answer to the page that fetches it: made while it is read.

import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Engine } from '../engine/engine.ts';

type ExportFile = NonNullable<ReturnType<Engine['download']>>;

/** An error on the way breaks the answer off, so that the browser shows it as failed. Never rejects. */
export async function sendFile(file: ExportFile, response: ServerResponse): Promise<void> {
  response.writeHead(200, {
    'Content-Type': file.contentType,
    'Content-Disposition': `attachment; filename="${file.name}"`,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  await pipeline(file.open(), response).catch(() => {});
}
