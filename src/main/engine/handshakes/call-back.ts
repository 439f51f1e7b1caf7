// One call to a provider's own URL, by which it is told that its handshake arrived here.

import type { IncomingMessage } from 'node:http';
import { type Agent, type RequestOptions, request } from 'node:https';
import { pairsOf } from '../../../shared/headers.ts';
import type { Attempt, AttemptFailure, FailureCode } from '../../../shared/model.ts';
import { NO_TIMING } from '../forward/forward.ts';

export type CalledBack = Pick<
  Attempt,
  'outcome' | 'status' | 'headers' | 'bodySize' | 'bodyTruncated' | 'failure' | 'timing'
> & { body: Buffer };

export interface CallBackOptions {
  /** Without it the name is looked up as any other. */
  agent?: Agent | undefined;
  signal: AbortSignal;
  /** Milliseconds that only ever grow. */
  monotonic: () => number;
}

const TIMEOUT_MS = 10_000;
/** Confirmations are a few lines. */
const MAX_BODY_BYTES = 64 * 1024;

/**
 * GETs an https URL that is known to be the provider's own. Redirects are recorded, not followed: they
 * could lead anywhere. Never rejects: a failure is an outcome.
 */
export async function callBack(
  url: string,
  { agent, signal, monotonic }: CallBackOptions,
): Promise<CalledBack> {
  const startedAt = monotonic();
  const timing = () => ({ ...NO_TIMING, totalMs: monotonic() - startedAt });
  const limit = AbortSignal.timeout(TIMEOUT_MS);
  const options: RequestOptions = { agent, signal: AbortSignal.any([signal, limit]) };
  try {
    const response = await answerTo(url, options);
    const { body, isCut } = await bodyOf(response);
    return {
      ...{ outcome: 'response', status: response.statusCode ?? null, failure: null },
      headers: pairsOf(response.rawHeaders),
      ...{ body, bodySize: body.length, bodyTruncated: isCut, timing: timing() },
    };
  } catch (error) {
    const failure = failureOf(error, new URL(url).host, limit.aborted, signal.aborted);
    return {
      ...{ outcome: 'failure', status: null, headers: [], failure },
      ...{ body: Buffer.alloc(0), bodySize: 0, bodyTruncated: false, timing: timing() },
    };
  }
}

function answerTo(url: string, options: RequestOptions): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(url, options, resolve).on('error', reject).end();
  });
}

async function bodyOf(response: IncomingMessage): Promise<{ body: Buffer; isCut: boolean }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAX_BODY_BYTES) break;
  }
  return {
    body: Buffer.concat(chunks).subarray(0, MAX_BODY_BYTES),
    isCut: size > MAX_BODY_BYTES,
  };
}

function failureOf(
  error: unknown,
  host: string,
  isLate: boolean,
  isStopped: boolean,
): AttemptFailure {
  if (isStopped) return { code: 'interrupted', message: 'Hookglass was stopped during the call.' };
  if (isLate) {
    const message = `${host} did not answer within ${TIMEOUT_MS / 1000} seconds. Confirm again.`;
    return { code: 'timeout', message };
  }
  const { code = '', message = '' } =
    error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  return {
    code: codeOf(code),
    message: `${host} could not be called (${code || message}). Confirm again.`,
  };
}

function codeOf(code: string): FailureCode {
  if (code === 'ECONNREFUSED') return 'refused';
  if (/^(?:ENOTFOUND|EAI_)/.test(code)) return 'dns';
  if (/^(?:ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(code)) return 'tls';
  if (code === 'ECONNRESET') return 'reset';
  return code.startsWith('HPE_') ? 'malformed-response' : 'unreachable';
}
