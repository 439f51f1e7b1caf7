// Texts in a filter, with quotes where they need them.

import type { Pattern } from './ast.ts';

/** A word that means nothing but itself wherever it stands. */
const PLAIN_TEXT = /^[\p{L}\p{N}_./@#%&+=?,;~^$!<>|'{}*[\]-]+$/u;
const PLAIN_START = /^[^-"'<>=!]/;
const KEYWORD = /^(?:and|or|not)$/i;

/** Between quotes, as the parser reads it back. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** A free text; quoted unless it cannot be taken for anything else. */
export function printText(text: string): string {
  const isPlain = PLAIN_TEXT.test(text) && PLAIN_START.test(text) && !KEYWORD.test(text);
  return isPlain ? text : quoted(text);
}

/** A value after a colon. A literal `*` has to be quoted. */
export function printPattern({ text, wildcard }: Pattern): string {
  if (wildcard) return text;
  const isPlain = PLAIN_TEXT.test(text) && PLAIN_START.test(text) && !text.includes('*');
  return isPlain ? text : quoted(text);
}
