// The text of a filter as a tree, by recursive descent. By hand, as parser libraries explain a mistake
// in their own words and at their own place, and the grammar is small:
//
//   filter  = either*            (all of them)
//   either  = all ("or" all)*
//   all     = ("and"? one)+
//   one     = ("not" | "-") one | "(" either ")" | term
//   term    = field key? ":" value | text

import type { ParsedQuery, Query, Span } from './ast.ts';
import { type Cursor, createCursor, QueryMistake } from './cursor.ts';
import { parseTerm } from './term.ts';

/** More than a filter ever needs, and little enough for everything that is done with it. */
export const MAX_QUERY_LENGTH = 2000;
const MAX_DEPTH = 30;

/** Never throws. An empty text is the filter that everything passes. */
export function parseQuery(text: string): ParsedQuery {
  try {
    if (text.length > MAX_QUERY_LENGTH) {
      const beyond = { at: MAX_QUERY_LENGTH, length: text.length - MAX_QUERY_LENGTH };
      throw new QueryMistake(beyond, `A filter has up to ${MAX_QUERY_LENGTH} characters.`);
    }
    const cursor = createCursor(text);
    cursor.skipBlanks();
    if (cursor.atEnd()) return { ok: true, query: { kind: 'all' } };
    const query = parseEither(cursor, 0);
    if (!cursor.atEnd()) throw strayParenthesis(cursor);
    return { ok: true, query };
  } catch (error) {
    if (error instanceof QueryMistake) return { ok: false, error: error.described() };
    throw error;
  }
}

function parseEither(cursor: Cursor, depth: number): Query {
  const parts = [parseAll(cursor, depth)];
  for (let or = cursor.keyword('or'); or !== null; or = cursor.keyword('or')) {
    if (endsHere(cursor)) throw new QueryMistake(or, '“or” needs something after it.');
    parts.push(parseAll(cursor, depth));
  }
  return joined('or', parts);
}

function parseAll(cursor: Cursor, depth: number): Query {
  const parts: Query[] = [];
  for (;;) {
    const and = cursor.keyword('and');
    if (and !== null && (parts.length === 0 || endsHere(cursor) || cursor.isKeyword('or'))) {
      throw new QueryMistake(and, '“and” needs something on both sides of it.');
    }
    if (endsHere(cursor) || cursor.isKeyword('or')) break;
    parts.push(parseOne(cursor, depth));
    cursor.skipBlanks();
  }
  if (parts.length > 0) return joined('and', parts);
  const or = cursor.keyword('or');
  if (or !== null) throw new QueryMistake(or, '“or” needs something before it.');
  throw strayParenthesis(cursor);
}

function parseOne(cursor: Cursor, depth: number): Query {
  const at = cursor.at();
  if (depth > MAX_DEPTH) {
    throw new QueryMistake({ at, length: 1 }, `More than ${MAX_DEPTH} levels are too many.`);
  }
  const not = cursor.keyword('not') ?? cursor.sign('-');
  if (not !== null) {
    if (not.length > 1) cursor.skipBlanks();
    if (endsHere(cursor) || cursor.isBlank() || cursor.isKeyword('or') || cursor.isKeyword('and')) {
      const word = not.length > 1 ? 'not' : '-';
      throw new QueryMistake(
        not,
        `“${word}” needs something after it. As a text, write "${word}".`,
      );
    }
    const part = parseOne(cursor, depth + 1);
    return { kind: 'not', part, span: { at, length: cursor.at() - at } };
  }
  const open = cursor.sign('(');
  if (open === null) return parseTerm(cursor);
  cursor.skipBlanks();
  if (cursor.sign(')') !== null) {
    const span = { at, length: cursor.at() - at };
    throw new QueryMistake(
      span,
      'There is nothing between the parentheses. As a text, write "()".',
    );
  }
  if (cursor.atEnd()) throw new QueryMistake(open, 'This parenthesis is not closed.');
  const query = parseEither(cursor, depth + 1);
  if (cursor.sign(')') === null) throw new QueryMistake(open, 'This parenthesis is not closed.');
  return placed(query, { at, length: cursor.at() - at });
}

function endsHere(cursor: Cursor): boolean {
  return cursor.atEnd() || cursor.peek() === ')';
}

function strayParenthesis(cursor: Cursor): QueryMistake {
  const message = 'This parenthesis closes nothing. As a text, write it in quotes.';
  return new QueryMistake({ at: cursor.at(), length: 1 }, message);
}

/** The parts of parts of the same kind become its own. */
function joined(kind: 'and' | 'or', parts: Query[]): Query {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  const [first] = flat;
  if (flat.length === 1 && first) return first;
  const spans = parts.flatMap((part) => (part.kind === 'all' ? [] : [part.span]));
  const at = spans[0]?.at ?? 0;
  const last = spans.at(-1) ?? { at, length: 0 };
  return { kind, parts: flat, span: { at, length: last.at + last.length - at } };
}

/** With the parentheses around it. */
function placed(query: Query, span: Span): Query {
  return query.kind === 'all' ? query : { ...query, span };
}
