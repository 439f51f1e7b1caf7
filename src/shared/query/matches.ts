// Whether a text fits a pattern, letters of ASCII in any case: the same in the engine as in SQL.

import type { Pattern } from './ast.ts';

/**
 * `takes`: `part` is content with any part of the text, unless the pattern has a wildcard, which always
 * means the whole. Takes time in proportion to the lengths multiplied, at worst.
 */
export function matchesPattern(text: string, pattern: Pattern, takes: 'whole' | 'part'): boolean {
  const wanted = lowerAscii(pattern.text);
  const given = lowerAscii(text);
  if (pattern.wildcard) return matchesWildcard(given, wanted);
  return takes === 'part' ? given.includes(wanted) : given === wanted;
}

function matchesWildcard(text: string, pattern: string): boolean {
  const [start = '', ...rest] = pattern.split('*');
  const end = rest.pop() ?? '';
  if (text.length < start.length + end.length) return false;
  if (!text.startsWith(start) || !text.endsWith(end)) return false;
  let from = start.length;
  const until = text.length - end.length;
  // The first place where each fits leaves the most room for the others.
  for (const piece of rest) {
    const at = text.indexOf(piece, from);
    if (at === -1 || at + piece.length > until) return false;
    from = at + piece.length;
  }
  return true;
}

/** As SQLite compares: other letters have one case. */
export function lowerAscii(text: string): string {
  // The engine's own is many times as fast, and the same where there is nothing else.
  if (/^\p{ASCII}*$/u.test(text)) return text.toLowerCase();
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
