// Requests of a HAR file, as browsers and proxies write it, as deliveries.

import { z } from 'zod';
import type { HeaderList } from '../../../shared/headers.ts';
import { badFile, MAX_BODY_BYTES, timeIn } from './bad-file.ts';
import type { Incoming } from './incoming.ts';
import { harItems } from './json-items.ts';

/** A body in base64 and its escapes, and everything else of an entry. */
const MAX_ENTRY_BYTES = 2 * MAX_BODY_BYTES;

const namedValue = z.looseObject({ name: z.string(), value: z.string() });
const entrySchema = z.looseObject({
  startedDateTime: z.unknown(),
  request: z.looseObject({
    method: z.string(),
    url: z.string(),
    httpVersion: z.string().optional(),
    headers: z.array(namedValue),
    postData: z
      .looseObject({
        text: z.string().optional(),
        params: z
          .array(z.looseObject({ name: z.string(), value: z.string().optional() }))
          .optional(),
        encoding: z.string().optional(),
        _encoding: z.string().optional(),
      })
      .nullish(),
  }),
});

type Entry = z.output<typeof entrySchema>;

/** Throws a `bad-input` error at the first entry that is none. */
export async function* readHar(chunks: AsyncIterable<Buffer>): AsyncGenerator<Incoming> {
  let number = 0;
  for await (const item of harItems(chunks, MAX_ENTRY_BYTES)) {
    number++;
    const entry = entrySchema.safeParse(parsed(item, number));
    if (!entry.success) throw badFile(`Request ${number} of this HAR file is not as HAR has it.`);
    yield incomingOf(entry.data);
  }
}

function parsed(item: Buffer, number: number): unknown {
  try {
    return JSON.parse(item.toString());
  } catch {
    throw badFile(`Request ${number} of this HAR file is not valid JSON.`);
  }
}

function incomingOf({ request, startedDateTime }: Entry): Incoming {
  const { target, host } = placeOf(request.url);
  const headers = headersOf(request.headers);
  const hasHost = headers.some(([name]) => name.toLowerCase() === 'host');
  return {
    method: request.method,
    target,
    httpVersion: /^HTTP\/([\d.]+)$/i.exec(request.httpVersion ?? '')?.[1] ?? '1.1',
    headers: hasHost || host === '' ? headers : [['Host', host], ...headers],
    body: { kind: 'memory', bytes: bodyOf(request.postData) },
    receivedAt: timeIn(startedDateTime),
    known: null,
  };
}

/** Without the pseudo headers that browsers write of HTTP/2; what is no Latin-1 becomes UTF-8 bytes. */
function headersOf(list: readonly { name: string; value: string }[]): HeaderList {
  return list
    .filter(({ name }) => !name.startsWith(':'))
    .map(({ name, value }) => [bytesAsText(name), bytesAsText(value)]);
}

function bytesAsText(text: string): string {
  return /[\u0100-\uffff]/.test(text) ? Buffer.from(text).toString('latin1') : text;
}

function placeOf(url: string): { target: string; host: string } {
  const [, host, rest] = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)([^#]*)/i.exec(url) ?? [];
  if (host === undefined || rest === undefined) return { target: bytesAsText(url), host: '' };
  const target = rest.startsWith('/') ? rest : `/${rest}`;
  return { target: bytesAsText(target), host: host.replace(/^.*@/, '') };
}

function bodyOf(postData: Entry['request']['postData']): Buffer {
  if (!postData) return Buffer.alloc(0);
  const { text, params, encoding, _encoding } = postData;
  if (text !== undefined && text !== '') {
    return Buffer.from(text, (_encoding ?? encoding) === 'base64' ? 'base64' : 'utf8');
  }
  if (!params || params.length === 0) return Buffer.alloc(0);
  // Already encoded, as it was sent: some tools keep a form in its parts only.
  return Buffer.from(params.map(({ name, value = '' }) => `${name}=${value}`).join('&'));
}
