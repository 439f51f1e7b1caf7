// What may follow a field's name: `[x-request-id]` of a header, `.data.items[0]["odd name"]` of a body.

import type { PathStep } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { quoted } from './quoting.ts';

export type Key = { kind: 'header'; name: string } | { kind: 'json'; path: PathStep[] };

const PLAIN_NAME = /[^\s.:[\]()"]+/y;
const ITEM = /\[\d{1,9}\]/y;
const HEADER = /\[[!#$%&'*+.^_`|~0-9a-z-]+\]/iy;
const MAX_STEPS = 32;

/** Null when there is none; what cannot be read is left to the colon that is then missing. */
export function readKey(cursor: Cursor): { key: Key; written: string } | null {
  const path: PathStep[] = [];
  let written = '';
  while (path.length < MAX_STEPS) {
    const item = cursor.match(ITEM);
    if (item !== null) {
      path.push(Number(item.slice(1, -1)));
      written += item;
      continue;
    }
    // Only at the start: `body[a]` is the member too, but `body[a][b]` is written with dots.
    const header = path.length === 0 ? cursor.match(HEADER) : null;
    if (header !== null) {
      if (cursor.peek() !== '.' && cursor.peek() !== '[') {
        return { key: { kind: 'header', name: header.slice(1, -1) }, written: header };
      }
      path.push(header.slice(1, -1));
      written += header;
      continue;
    }
    const name = readName(cursor);
    if (name === null) break;
    path.push(name);
    written += printStep(name);
  }
  return path.length === 0 ? null : { key: { kind: 'json', path }, written };
}

function readName(cursor: Cursor): string | null {
  const at = cursor.at();
  if (cursor.sign('.') !== null) {
    const name = cursor.match(PLAIN_NAME);
    if (name !== null) return name;
  } else if (cursor.sign('[') !== null && cursor.peek() === '"') {
    const name = cursor.quoted();
    if (cursor.sign(']') !== null) return name;
  }
  cursor.back(at);
  return null;
}

/** A path as it follows `body`. */
export function printPath(path: readonly PathStep[]): string {
  return path.map(printStep).join('');
}

function printStep(step: PathStep): string {
  if (typeof step === 'number') return `[${step}]`;
  return /^[^\s.:[\]()"]+$/.test(step) ? `.${step}` : `[${quoted(step)}]`;
}
