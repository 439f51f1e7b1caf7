// Sets a single value in a body, at a path of its JSON or in a field of its form; the rest stays as it
// is written.

import { applyEdits, modify } from 'jsonc-parser';
import { getHeader, type HeaderList } from '../../../shared/headers.ts';
import type { JsonValue } from './provider.ts';
import type { Problem } from './scheme.ts';
import { parseJsonPath } from './source.ts';

const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;

/** `path` is written as `data.items[0].id`. A problem when the body has no such place. */
export function setInBody(
  body: Buffer,
  headers: HeaderList,
  path: string,
  value: JsonValue,
): Buffer | Problem {
  const text = body.toString();
  if (FORM_TYPE.test(getHeader(headers, 'content-type') ?? '')) {
    const fields = new URLSearchParams(text);
    fields.set(path, typeof value === 'string' ? value : JSON.stringify(value));
    return Buffer.from(fields.toString());
  }
  try {
    JSON.parse(text);
  } catch {
    return { problem: `The body is no JSON, so there is no "${path}" to set.` };
  }
  try {
    const steps = parseJsonPath(path.startsWith('$') ? path : `$.${path}`);
    return Buffer.from(applyEdits(text, modify(text, [...steps], value, formatOf(text))));
  } catch {
    return { problem: `There is no place for "${path}" in the body.` };
  }
}

/** What is added to an indented body is indented as well. */
function formatOf(text: string) {
  const [, spaces = ''] = /^[{[]\n( +)/.exec(text) ?? [];
  if (spaces === '') return {};
  return { formattingOptions: { insertSpaces: true, tabSize: spaces.length, eol: '\n' } };
}
