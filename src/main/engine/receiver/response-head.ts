// The head of an answer: the given pairs in their order, made to frame the body that goes with
// them.

import type { HeaderList } from '../../../shared/headers.ts';
import { flatHeaders, isSendable } from '../wire-headers.ts';

export interface ResponseHead {
  /** The request's method: an answer to HEAD has no body. */
  method: string;
  status: number;
  headers: HeaderList;
  /**
   * The body's bytes; null when it is streamed and its length is what the headers say, if they do.
   */
  length: number | null;
}

interface LengthRule {
  /** What a Content-Length that was given becomes. */
  given: number | 'kept' | 'dropped';
  /** What is added when none was given. */
  missing: number | null;
}

/** False where HTTP allows no body: then none is sent, whatever was given. */
export function allowsBody(method: string, status: number): boolean {
  return method !== 'HEAD' && status !== 204 && status !== 205 && status !== 304;
}

/**
 * The flat header list for `writeHead`. A wrong or doubled Content-Length is put right where it
 * stands, Transfer-Encoding and Trailer are left to Node, and pairs that cannot be written at all
 * are dropped. Node adds Date and Connection when they are missing.
 */
export function responseHead(head: ResponseHead): string[] {
  const rule = lengthRule(head);
  const kept: HeaderList = [];
  let framed = false;
  for (const pair of head.headers) {
    if (!isSendable(pair)) continue;
    const [name, value] = pair;
    const lower = name.toLowerCase();
    if (lower === 'transfer-encoding' || lower === 'trailer') continue;
    if (lower === 'content-length') {
      if (framed || rule.given === 'dropped') continue;
      if (rule.given === 'kept' && !/^\d+$/.test(value)) continue;
      framed = true;
      kept.push(rule.given === 'kept' ? pair : [name, String(rule.given)]);
    } else {
      kept.push(pair);
    }
  }
  if (!framed && rule.missing !== null) kept.push(['Content-Length', String(rule.missing)]);
  return flatHeaders(kept);
}

// HEAD and 304 tell the length of a body that is not sent, so what was given there is true; a 204
// must not have the header (RFC 9110, 8.6), and a 205 has nothing but an empty body (15.3.6).
function lengthRule({ method, status, length }: ResponseHead): LengthRule {
  if (status === 204) return { given: 'dropped', missing: null };
  if (status === 205) return { given: 0, missing: 0 };
  if (status === 304) return { given: 'kept', missing: null };
  if (method === 'HEAD') return { given: 'kept', missing: length };
  return length === null ? { given: 'kept', missing: null } : { given: length, missing: length };
}
