// Fetches one small document, such as a certificate, from a URL that is known to be the provider's.

import { request as httpRequest, type IncomingMessage } from 'node:http';
import { type Agent, request as httpsRequest } from 'node:https';

export type Fetched =
  | { outcome: 'text'; text: string }
  /** In words that complete "it could not be fetched: …". */
  | { outcome: 'failure'; why: string };

export interface FetchOptions {
  /** Without it a name is looked up as any other. */
  agent?: Agent | undefined;
  signal: AbortSignal;
}

const TIMEOUT_MS = 5000;
const MAX_BYTES = 64 * 1024;
const MAX_REDIRECTS = 3;

/** Follows redirects on the same host only: any other could be a stranger's. Never rejects. */
export async function fetchDocument(
  url: string,
  { agent, signal }: FetchOptions,
): Promise<Fetched> {
  const limit = AbortSignal.timeout(TIMEOUT_MS);
  const both = AbortSignal.any([signal, limit]);
  try {
    return await follow(new URL(url), agent, both);
  } catch (error) {
    if (signal.aborted) return failure('Hookglass was stopped');
    if (limit.aborted) return failure(`there was no answer within ${TIMEOUT_MS / 1000} seconds`);
    const { code, message } = error as NodeJS.ErrnoException;
    return failure(`the connection failed (${code ?? message})`);
  }
}

async function follow(first: URL, agent: Agent | undefined, signal: AbortSignal): Promise<Fetched> {
  let url = first;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const response = await answerTo(url, agent, signal);
    const status = response.statusCode ?? 0;
    const { location } = response.headers;
    if (status >= 300 && status < 400 && location !== undefined) {
      response.destroy();
      const next = URL.canParse(location, url.href) ? new URL(location, url) : null;
      if (next?.origin !== first.origin) return failure('it is redirected to another host');
      url = next;
      continue;
    }
    if (status !== 200) {
      response.destroy();
      return failure(`the answer was ${status}`);
    }
    return await textOf(response);
  }
  return failure('it is redirected too often');
}

function answerTo(
  url: URL,
  agent: Agent | undefined,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked =
      url.protocol === 'https:'
        ? httpsRequest(url, { agent, signal }, resolve)
        : httpRequest(url, { signal }, resolve);
    asked.on('error', reject).end();
  });
}

async function textOf(response: IncomingMessage): Promise<Fetched> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    // Leaving the loop ends the connection.
    if (size > MAX_BYTES) return failure(`it is larger than ${MAX_BYTES / 1024} KB`);
  }
  return { outcome: 'text', text: Buffer.concat(chunks).toString() };
}

const failure = (why: string): Fetched => ({ outcome: 'failure', why });
