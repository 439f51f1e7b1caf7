// A filter's terms as removable parts of its text, and terms made from what is on screen.

import type { PathStep, Query, Span } from './ast.ts';
import { describeQuery } from './describe.ts';
import { findField } from './fields.ts';
import { printPath } from './keys.ts';
import { parseQuery } from './parse.ts';
import { quoted } from './quoting.ts';

export interface QueryTag extends Span {
  query: Query;
  /** In plain English. */
  reading: string;
}

/**
 * What has to be true at once, each as a tag: a term, a `not`, or a choice joined by `or`, which only
 * goes as a whole.
 */
export function termsOf(query: Query): QueryTag[] {
  if (query.kind === 'all') return [];
  const parts = query.kind === 'and' ? query.parts : [query];
  return parts.flatMap((part) =>
    part.kind === 'all' ? [] : [{ ...part.span, query: part, reading: describeQuery(part) }],
  );
}

/** The text without one of its {@link termsOf}. */
export function withoutTerm(text: string, { at, length }: Span): string {
  const before = text
    .slice(0, at)
    .replace(/\s+$/, '')
    .replace(/(?:^|(?<=\s))and$/i, '');
  const after = text
    .slice(at + length)
    .replace(/^\s+/, '')
    .replace(/^and(?=[\s(]|$)\s*/i, '');
  return [before.trim(), after].filter((part) => part !== '').join(' ');
}

/** The text with a term added, unless it asks for that already. */
export function withTerm(text: string, term: string): string {
  const parsed = parseQuery(text);
  if (!parsed.ok || text.trim() === '') return parsed.ok ? term : `${text.trimEnd()} ${term}`;
  const there = termsOf(parsed.query).map(({ at, length }) => text.slice(at, at + length));
  if (there.includes(term)) return text;
  const kept = parsed.query.kind === 'or' ? `(${text.trim()})` : text.trim();
  return `${kept} ${term}`;
}

/**
 * A term for exactly this value, for “filter like this”: `termFor('type', 'invoice.paid')`. Words that
 * a field does not take are the caller's mistake: the text is then no filter.
 */
export function termFor(field: string, value: string): string {
  const takes = findField(field)?.takes;
  const isWords = takes === undefined || takes === 'whole' || takes === 'part';
  return `${field}:${isWords ? printValue(value) : value}`;
}

export function headerTerm(name: string, value: string): string {
  return `header[${name.toLowerCase()}]:${printValue(value)}`;
}

/** A term for a value in a JSON body; null for the body's own value, which has no path. */
export function bodyTerm(path: readonly PathStep[], value: string | number | boolean | null) {
  if (path.length === 0) return null;
  return `body${printPath(path)}:${printValue(String(value))}`;
}

function printValue(value: string): string {
  return /^[\p{L}\p{N}_./@#%&+?,;~^$|-]+$/u.test(value) ? value : quoted(value);
}
