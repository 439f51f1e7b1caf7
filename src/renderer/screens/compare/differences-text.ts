// What differs between two messages as plain text, to paste into a ticket or a chat.

import { pathText } from '../../viewers/value-path.ts';
import type { ByteDiff } from './byte-diff.ts';
import { differs, type HeaderRow } from './header-diff.ts';
import type { JsonDiff } from './json-diff.ts';

export interface ComparedMessages {
  left: { title: string; line: string };
  right: { title: string; line: string };
  headers: readonly HeaderRow[];
  /** What differs in the bodies, as it is shown; null while it is worked out. */
  body: string | null;
}

/** Lines that begin with `-` are the left side's, those with `+` the right side's. */
export function differencesText({ left, right, headers, body }: ComparedMessages): string {
  const different = headers.filter(differs);
  const parts = [
    `--- ${left.title}\n+++ ${right.title}`,
    left.line === right.line
      ? `The first line is the same: ${left.line}`
      : `First line\n${pair(left.line, right.line)}`,
    different.length === 0
      ? 'The headers are the same.'
      : `Headers\n${different.map(headerText).join('\n')}`,
    body === null ? 'The bodies are still being compared.' : `Body\n${body}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function pair(left: string, right: string): string {
  return `${prefixed('- ', left)}\n${prefixed('+ ', right)}`;
}

/** Each of its lines begins so. */
function prefixed(prefix: string, text: string): string {
  return text
    .split('\n')
    .map((line) => prefix + line)
    .join('\n');
}

function headerText(row: HeaderRow): string {
  if (row.kind === 'left') return `- ${row.left.join(': ')}`;
  if (row.kind === 'right') return `+ ${row.right.join(': ')}`;
  if (row.value || row.case) return pair(row.left.join(': '), row.right.join(': '));
  return `  ${row.left.join(': ')} (in another place)`;
}

/** The values that differ, each under its path. */
export function valuesText({ rows, more }: JsonDiff): string {
  if (rows.length === 0) return 'The values are the same; the bytes are not.';
  const texts = rows.map((row) => {
    const path = row.path.length === 0 ? 'the whole' : pathText([...row.path]);
    if (row.kind === 'added') return `${path}\n${prefixed('+ ', row.right)}`;
    if (row.kind === 'removed') return `${path}\n${prefixed('- ', row.left)}`;
    return `${path}\n${pair(row.left, row.right)}`;
  });
  return [...texts, ...(more ? ['There are more differences.'] : [])].join('\n');
}

/** A changed part of two texts. */
export interface ChangedLines {
  /** The first line of it on the left, from 1; null where lines cannot be counted. */
  at: number | null;
  left: string;
  right: string;
}

/** As a patch would write it. */
export function linesText(changes: readonly ChangedLines[]): string {
  return changes
    .map(({ at, left, right }) => {
      const lines = [
        ...(left === '' ? [] : [prefixed('- ', left)]),
        ...(right === '' ? [] : [prefixed('+ ', right)]),
      ];
      return [at === null ? '…' : `Line ${at}`, ...lines].join('\n');
    })
    .join('\n');
}

const MAX_HEX_BYTES = 64;

/** The bytes in between, in hexadecimal; `words` says where they are. */
export function bytesText(
  words: string,
  { left, right }: { left: Uint8Array; right: Uint8Array },
  { before, after }: ByteDiff,
): string {
  const leftPart = left.subarray(before, left.length - after);
  const rightPart = right.subarray(before, right.length - after);
  const lines = [
    ...(leftPart.length === 0 ? [] : [`- ${hex(leftPart)}`]),
    ...(rightPart.length === 0 ? [] : [`+ ${hex(rightPart)}`]),
  ];
  return [words, ...lines].join('\n');
}

function hex(bytes: Uint8Array): string {
  const shown = Array.from(bytes.subarray(0, MAX_HEX_BYTES), (byte) =>
    byte.toString(16).padStart(2, '0').toUpperCase(),
  );
  return shown.join(' ') + (bytes.length > MAX_HEX_BYTES ? ' …' : '');
}
