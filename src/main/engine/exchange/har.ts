// Deliveries as HTTP Archive 1.2 (http://www.softwareishard.com/blog/har-12-spec), for other tools to read.

import { getHeader } from '../../../shared/headers.ts';
import { bodySize } from '../body.ts';
import { encodingOf, jsonPieces } from './body-text.ts';
import type { Exported } from './exported.ts';
import { harEntry } from './har-entry.ts';

export interface HarOptions {
  version: string;
  endpointName: (id: string) => string | null;
}

/**
 * The file in pieces of text. HAR has no place for a request's body that is no text: it is there as
 * base64, and `_encoding` says so. What never was a request is left out.
 */
export async function* harPieces(
  source: AsyncIterable<Exported>,
  { version, endpointName }: HarOptions,
): AsyncGenerator<string> {
  const creator = JSON.stringify({ name: 'Hookglass', version });
  yield `{"log":{"version":"1.2","creator":${creator},"pages":[],"entries":[`;
  let isFirst = true;
  for await (const exported of source) {
    const entry = harEntry(exported, endpointName(exported.delivery.endpointId));
    if (entry === null) continue;
    yield isFirst ? '\n' : ',\n';
    isFirst = false;
    yield* entryPieces(entry, exported);
  }
  yield '\n]}}\n';
}

/** The body's text is last in `request`, and `request` last in the entry, so that it can come in pieces. */
async function* entryPieces(
  { request, ...rest }: NonNullable<ReturnType<typeof harEntry>>,
  { delivery, body }: Exported,
): AsyncGenerator<string> {
  const head = JSON.stringify(rest).slice(0, -1);
  const requestText = JSON.stringify(request);
  if (body === null || bodySize(body) === 0) {
    yield `${head},"request":${requestText}}`;
    return;
  }
  const encoding = await encodingOf(body);
  const mimeType = JSON.stringify(getHeader(delivery.headers, 'content-type') ?? '');
  const mark = encoding === 'base64' ? '"_encoding":"base64",' : '';
  yield `${head},"request":${requestText.slice(0, -1)},"postData":{"mimeType":${mimeType},${mark}"text":"`;
  yield* jsonPieces(body, encoding);
  yield '"}}}';
}
