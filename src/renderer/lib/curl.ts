// A delivery as a curl command that sends the same method, target, headers and bytes. For POSIX shells.

import type { HeaderList } from '../../shared/headers.ts';
import { argument, quoted } from './shell.ts';
import { base64Of } from './snippets/snippet.ts';

export interface CurlRequest {
  method: string;
  /** Where to send it, without a path: `http://127.0.0.1:4747`. */
  origin: string;
  /** The request target as it came: `/stripe?x=1`. */
  target: string;
  headers: HeaderList;
  body: Uint8Array;
}

/** Linux allows 128 KiB in one argument; longer bodies go through a pipe. */
const LONGEST_ARGUMENT = 64 * 1024;
const PLAIN_TARGET = /^\/[\w\-.~%!$&'()*+,;=:@/?]*$/;
/** Headers that curl adds by itself and a request can do without: what did not have them gets none. */
const ADDED_BY_CURL = ['user-agent', 'accept'];

/** The command, one option a line. Host comes first on the wire and Content-Length is curl's own. */
export function curlCommand({ method, origin, target, headers, body }: CurlRequest): string {
  const plain = PLAIN_TARGET.test(target) && !target.includes('/.');
  const lines = [`curl ${methodOption(method, body)}${quoted(origin + (plain ? target : '/'))}`];
  if (!plain) lines.push(`--request-target ${argument(target)}`);
  for (const [name, value] of headers) {
    if (name.toLowerCase() === 'content-length') continue;
    lines.push(`-H ${argument(value === '' ? `${name};` : `${name}: ${value}`)}`);
  }
  for (const name of switchedOff(headers, body)) lines.push(`-H ${quoted(`${name}:`)}`);
  if (body.length === 0) return joined(lines);

  const text = typeable(body);
  if (text === null) {
    lines.push('--data-binary @-');
    return `printf %s ${quoted(base64Of(body))} | base64 -d | ${joined(lines)}`;
  }
  if (body.length > LONGEST_ARGUMENT) {
    lines.push('--data-binary @-');
    return `printf %s ${quoted(text)} | ${joined(lines)}`;
  }
  lines.push(`--data-raw ${quoted(text)}`);
  return joined(lines);
}

const joined = (lines: string[]): string => lines.join(' \\\n  ');

function methodOption(method: string, body: Uint8Array): string {
  if (method === 'GET' && body.length === 0) return '';
  if (method === 'HEAD' && body.length === 0) return '--head ';
  return `-X ${quoted(method)} `;
}

function switchedOff(headers: HeaderList, body: Uint8Array): string[] {
  const there = new Set(headers.map(([name]) => name.toLowerCase()));
  const added = body.length === 0 ? ADDED_BY_CURL : [...ADDED_BY_CURL, 'content-type', 'expect'];
  return added.filter((name) => !there.has(name));
}

/** The body as text when it can be pasted into a terminal: UTF-8 with no control character but tab and newline. */
function typeable(body: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    return /[^\P{Cc}\t\n]/u.test(text) ? null : text;
  } catch {
    return null;
  }
}
