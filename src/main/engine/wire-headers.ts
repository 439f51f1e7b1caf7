// Header pairs on their way out: what may be written at all, and the flat list that node:http
// takes. Order, case, duplicates and latin1 bytes stay as they are.

import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { HeaderList, HeaderPair } from '../../shared/headers.ts';

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
const BEYOND_ASCII = /[\x80-\xff]/;

/** False for a pair that could split or garble a message; node:http would throw on it. */
export function isSendable([name, value]: HeaderPair): boolean {
  return TOKEN.test(name) && VALUE.test(value);
}

/** The pairs as the flat list `[name, value, name, value, …]`. All must be sendable. */
export function flatHeaders(headers: HeaderList): string[] {
  const flat: string[] = [];
  let afterLength = false;
  for (const [name, value] of headers) {
    const armour = afterLength && isDisposition(name) && BEYOND_ASCII.test(value);
    flat.push(name, armour && decodesDispositions() ? armoured(value) : value);
    if (name.length === 14 && name.toLowerCase() === 'content-length') afterLength = +value > 0;
  }
  return flat;
}

function isDisposition(name: string): boolean {
  return name.length === 19 && name.toLowerCase() === 'content-disposition';
}

// Behind a Content-Length, Node turns a Content-Disposition into bytes as latin1 and back into text
// as UTF-8, which loses every byte above 0x7f. Text that is already UTF-8 seen as latin1 comes out
// right.
function armoured(value: string): string {
  return Buffer.from(value, 'utf8').toString('latin1');
}

let decodes: boolean | null = null;

// Found out by trying, since this is nobody's documented behaviour: some Node may stop doing it.
function decodesDispositions(): boolean {
  if (decodes === null) {
    const response = new ServerResponse(new IncomingMessage(new Socket()));
    try {
      response.writeHead(200, ['Content-Length', '1', 'Content-Disposition', '\xe9']);
      decodes = false;
    } catch {
      decodes = true;
    }
  }
  return decodes;
}
