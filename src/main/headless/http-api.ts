// POST /api/<call> with a JSON body: the same calls as the interface's, for scripts.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer, Dispatch } from '../engine/dispatch.ts';
import type { ErrorCode } from '../engine/errors.ts';

/** The largest input is a canned response's body of 1 MiB, escaped. */
const MAX_INPUT_BYTES = 8 * 1024 * 1024;

const STATUS: Record<ErrorCode, number> = {
  'bad-input': 400,
  unauthorized: 401,
  'destination-unconfirmed': 403,
  'unknown-call': 404,
  'not-found': 404,
  conflict: 409,
  'no-destination': 409,
  'no-sample': 409,
  'body-gone': 410,
  unreachable: 502,
  unsupported: 501,
  'port-taken': 503,
  'data-folder-in-use': 503,
  'store-unavailable': 503,
  closed: 503,
  internal: 500,
};

/** Answers one call. The request is already known to be allowed. */
export async function answerCall(
  dispatch: Dispatch,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') {
    response.setHeader('Allow', 'POST');
    return reply(response, 405, failure('bad-input', 'Calls are made with POST.'));
  }
  const text = await readText(request);
  if (text === null) return reply(response, 413, failure('bad-input', 'The input is too large.'));
  const input = parseInput(text);
  if (input === undefined) {
    return reply(response, 400, failure('bad-input', 'The input is not valid JSON.'));
  }
  const answer = await dispatch(name, input);
  reply(response, answer.ok ? 200 : (STATUS[answer.error.code as ErrorCode] ?? 500), answer);
}

export function failure(code: ErrorCode, message: string): Answer {
  return { ok: false, error: { code, message } };
}

export function reply(response: ServerResponse, status: number, answer: Answer): void {
  const body = Buffer.from(JSON.stringify(answer));
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
  });
  response.end(body);
}

async function readText(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_INPUT_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** No body means no input. Undefined: not JSON. */
function parseInput(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
