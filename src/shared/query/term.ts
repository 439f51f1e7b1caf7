// One term of a filter: a field with its value, or a free text.

import type { Condition, Span, Term } from './ast.ts';
import { type Cursor, QueryMistake } from './cursor.ts';
import { fieldNames, findField, type QueryField } from './fields.ts';
import { type Key, readKey } from './keys.ts';
import { nearest } from './nearest.ts';
import { quoted } from './quoting.ts';
import { conditionOf, type Value } from './values.ts';

const NAME = /[a-z][a-z-]*/iy;
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9a-z-]+$/i;

export function parseTerm(cursor: Cursor): Term {
  const at = cursor.at();
  const spanned = (condition: Condition): Term => {
    requireEnd(cursor);
    return { kind: 'term', condition, span: spanFrom(at, cursor) };
  };
  if (cursor.peek() === '"') {
    const text = cursor.quoted();
    if (text === '') throw new QueryMistake(spanFrom(at, cursor), 'Nothing is between the quotes.');
    return spanned({ kind: 'text', text });
  }
  const head = readHead(cursor);
  if (head === null) return spanned({ kind: 'text', text: cursor.word() });
  const value = readValue(cursor);
  const known = findField(head.name);
  if (!known) {
    // A URL is a text.
    if (value.text.startsWith('//') && !value.isQuoted && head.key === null) {
      return spanned({ kind: 'text', text: `${head.name}:${value.text}` });
    }
    throw unknownField(head, value);
  }
  requireKey(known, head);
  if (value.text === '' && !(value.isQuoted && head.key?.kind === 'json')) {
    const example = known.examples.find((text) => head.key === null || /[.[]/.test(text));
    const message = `“${head.written}:” needs a value right after the colon, such as ${example}.`;
    throw new QueryMistake({ at, length: head.span.length + 1 }, message);
  }
  return spanned(conditionOf(known, head.key, value));
}

interface Head {
  name: string;
  key: Key | null;
  /** As it stands in the text, without the colon. */
  written: string;
  span: Span;
}

/** Null, with the cursor where it was, when no field begins here. */
function readHead(cursor: Cursor): Head | null {
  const at = cursor.at();
  const name = cursor.match(NAME);
  const key = name === null ? null : readKey(cursor);
  const span = spanFrom(at, cursor);
  if (name === null || cursor.sign(':') === null) {
    cursor.back(at);
    return null;
  }
  return { name, key: key?.key ?? null, written: name + (key?.written ?? ''), span };
}

function readValue(cursor: Cursor): Value {
  const at = cursor.at();
  const isQuoted = cursor.peek() === '"';
  const text = isQuoted ? cursor.quoted() : cursor.word();
  return { text, isQuoted, span: spanFrom(at, cursor) };
}

function spanFrom(at: number, cursor: Cursor): Span {
  return { at, length: cursor.at() - at };
}

/** What follows a quote would be a word of its own that nobody meant. */
function requireEnd(cursor: Cursor): void {
  if (cursor.atEnd() || cursor.isBlank() || cursor.peek() === ')') return;
  const at = cursor.at();
  const rest = cursor.word();
  throw new QueryMistake(
    { at, length: Math.max(1, rest.length) },
    'Put a space after the closing quote; a quote inside of quotes is written \\".',
  );
}

function requireKey(field: QueryField, { name, key, span }: Head): void {
  if (key === null) return;
  const after = { at: span.at + name.length, length: span.length - name.length };
  if (field.key === null) {
    const message = `“${field.name}” takes no name or path; write ${field.examples[0]}.`;
    throw new QueryMistake(after, message, '');
  }
  if (field.key === 'header' && key.kind !== 'header' && !isOneName(key)) {
    const message = 'The name of a header stands in brackets, such as header[x-request-id]:7f3.';
    throw new QueryMistake(after, message);
  }
}

/** `header["x"]` and `header.x` are understood as `header[x]`. */
function isOneName(key: Key): boolean {
  const [name] = key.kind === 'json' && key.path.length === 1 ? key.path : [];
  return typeof name === 'string' && HEADER_NAME.test(name);
}

function unknownField({ name, key, written, span }: Head, { text, isQuoted }: Value): QueryMistake {
  const asText = quoted(`${written}:${text}`);
  const near = nearest(name, fieldNames);
  if (near !== null) {
    const message = `There is no field “${name}”. Did you mean “${near}”? As a text, write ${asText}.`;
    return new QueryMistake({ at: span.at, length: name.length }, message, near);
  }
  const inBody = `body.${written}`;
  if (key?.kind === 'json') {
    const value = isQuoted ? quoted(text) : text;
    const message = `There is no field “${name}”. A path in the body is written ${inBody}:${value}`;
    return new QueryMistake(span, message, inBody);
  }
  const message = `There is no field “${name}”. As a text, write ${asText}.`;
  const whole = { at: span.at, length: span.length + 1 + text.length + (isQuoted ? 2 : 0) };
  return new QueryMistake(whole, message, asText);
}
