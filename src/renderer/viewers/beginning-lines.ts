// The first lines of a body, at once: what is looked at while the rest is fetched, decoded or formatted.

import { decodeText } from './charset.ts';
import type { BodyContent } from './content.ts';
import { hexRow } from './hex-rows.ts';
import { reindentBeginning } from './json-reindent.ts';

export type BeginningKind = 'json' | 'xml' | 'text' | 'hex';

const MAX_BYTES = 16 * 1024;
/** More than any screen is high. */
const MAX_LINES = 120;
/** The end of the bytes may cut a character in two. */
const CUT_CHARACTER = /\ufffd+$/;

type Begun = Pick<BodyContent, 'bytes' | 'wire' | 'contentType'>;

export function beginningLines({ bytes, wire, contentType }: Begun, kind: BeginningKind): string[] {
  if (kind === 'hex') return hexLines(wire);
  const text = decodeText(bytes.subarray(0, MAX_BYTES), contentType).text;
  const whole = text.replace(CUT_CHARACTER, '');
  return kind === 'json' ? reindentBeginning(whole, MAX_LINES) : whole.split('\n', MAX_LINES);
}

function hexLines(bytes: Uint8Array): string[] {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length && lines.length < MAX_LINES; at += 8) {
    const { offset, hex, ascii } = hexRow(bytes, at, 8);
    lines.push(`${offset}  ${hex.padEnd(23)}  ${ascii}`);
  }
  return lines;
}
