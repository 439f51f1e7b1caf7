// What is being typed at a place in a filter, for suggestions.

import { type FieldName, findField } from './fields.ts';
import { quoted } from './quoting.ts';

/** `at` and `length` are what a suggestion replaces. */
export type Completion =
  /** A field's name, or a free text. */
  | { kind: 'name'; prefix: string; at: number; length: number }
  /** The name of a header, in its brackets. */
  | { kind: 'header'; prefix: string; at: number; length: number }
  /** A value; `key` is a header's name. */
  | {
      kind: 'value';
      field: FieldName;
      key: string | null;
      prefix: string;
      at: number;
      length: number;
    };

const VALUE = /^([a-z][a-z-]*)(\[[^\]\s]*\])?((?:\.[^\s:]+)?):(>=|<=|!=|[<>=])?("?)(.*)$/is;
const HEADER_NAME = /^(headers?\[)([^\]\s:]*)$/i;

/** The term that `caret` stands in, up to it, and the rest of its word. */
export function completionAt(text: string, caret: number): Completion {
  const start = wordStart(text, caret);
  const typed = text.slice(start, caret);
  const rest = restOfWord(text, caret);
  const header = HEADER_NAME.exec(typed);
  if (header) {
    const at = start + (header[1] ?? '').length;
    const length = caret - at + rest.search(/[\]:]|$/);
    return { kind: 'header', prefix: header[2] ?? '', at, length };
  }
  const [whole, name = '', brackets, path, sign = '', quote = '', prefix = ''] =
    VALUE.exec(typed) ?? [];
  const field = whole === undefined ? null : findField(name);
  if (field === null || path !== '') {
    return { kind: 'name', prefix: typed, at: start, length: typed.length + rest.length };
  }
  const at = caret - prefix.length - quote.length;
  const key = brackets === undefined ? null : brackets.slice(1, -1);
  const length = caret + rest.length - at;
  return {
    kind: 'value',
    field: field.name,
    key,
    prefix,
    at: at - sign.length,
    length: length + sign.length,
  };
}

/** A value as it replaces what {@link completionAt} found. */
export function completedValue(value: string): string {
  return /^[\p{L}\p{N}_./@#%&+?,;~^$|-]+$/u.test(value) ? value : quoted(value);
}

/** After the last blank or parenthesis outside of quotes, past a dash. */
function wordStart(text: string, caret: number): number {
  let start = 0;
  let isQuoted = false;
  for (let i = 0; i < caret; i++) {
    const character = text.charAt(i);
    if (isQuoted && character === '\\') i++;
    else if (character === '"' && (isQuoted || i === start || text.charAt(i - 1) === ':')) {
      isQuoted = !isQuoted;
    } else if (!isQuoted && /[\s()]/.test(character)) start = i + 1;
  }
  while (start < caret && text.charAt(start) === '-') start++;
  return start;
}

function restOfWord(text: string, caret: number): string {
  return /^[^\s()]*/.exec(text.slice(caret))?.[0] ?? '';
}
