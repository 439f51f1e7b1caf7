// Writes a value into a request at the place where a source (source.ts) would read it: for signing,
// where the signature, the time or an id is a header, a query parameter, a field of the form, or a
// value of the JSON body.

import { applyEdits, modify } from 'jsonc-parser';
import { assertNever } from '../../../shared/assert-never.ts';
import { getHeader } from '../../../shared/headers.ts';
import { type Body, bodyChunks } from '../body.ts';
import { boundaryOf } from './multipart.ts';
import { firstPlace, type Place } from './source.ts';
import { createView, type JsonPath, type RequestView, type SignedRequest } from './view.ts';

/**
 * A copy of the request with the value at the first place that the source names; null when the body
 * is not of the kind that has such a place. A header is added behind the others, unless it is there.
 * In JSON a value keeps the type of the one that it replaces.
 */
export function withValue(
  request: SignedRequest,
  source: string,
  value: string | number,
): SignedRequest | null {
  const place = firstPlace(source);
  const text = String(value);
  switch (place.kind) {
    case 'header':
      return { ...request, headers: withHeader(request, place, text) };
    case 'query':
      return { ...request, target: withParameter(request.target, place.name, text) };
    case 'json': {
      const old = createView(request, true).jsonAt(place.path);
      const json = withJson(textOf(request.body), place.path, old, value);
      return json === null ? null : withText(request, json);
    }
    case 'form':
    case 'form-json':
      return withField(request, place, value);
    case 'token':
    case 'xml':
      // What is inside a token cannot be changed from outside; and XML is only ever encrypted.
      return null;
    default:
      return assertNever(place);
  }
}

function withHeader(
  { headers }: SignedRequest,
  { name, lowerName }: Extract<Place, { kind: 'header' }>,
  value: string,
): SignedRequest['headers'] {
  const others = headers.filter(([other]) => other.toLowerCase() !== lowerName);
  if (others.length === headers.length) return [...headers, [name, value]];
  return headers.map(([other, old]) => [other, other.toLowerCase() === lowerName ? value : old]);
}

/** The other parameters stay as they are written. */
function withParameter(target: string, name: string, value: string): string {
  const mark = target.indexOf('?');
  const path = mark === -1 ? target : target.slice(0, mark);
  const written = `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
  if (mark === -1) return `${path}?${written}`;
  const pairs = target.slice(mark + 1).split('&');
  const isIt = (pair: string) => new URLSearchParams(pair).has(name);
  const at = pairs.findIndex(isIt);
  if (at === -1) return `${path}?${[...pairs, written].join('&')}`;
  return `${path}?${pairs.map((pair, index) => (index === at ? written : pair)).join('&')}`;
}

function withField(
  request: SignedRequest,
  place: Extract<Place, { kind: 'form' | 'form-json' }>,
  value: string | number,
): SignedRequest | null {
  const view = createView(request, true);
  const fields = new URLSearchParams([...view.formFields()]);
  // Written anew, a multipart form would lose its files.
  if (boundaryOf(getHeader(request.headers, 'content-type') ?? '') !== null) return null;
  // What is no form has no fields; an empty body may become one.
  if (fields.size === 0 && textOf(request.body) !== '') return null;
  const text = place.kind === 'form' ? String(value) : fieldText(view, place, value);
  if (text === null) return null;
  fields.set(place.name, text);
  return withText(request, fields.toString());
}

function fieldText(
  view: RequestView,
  { name, path }: Extract<Place, { kind: 'form-json' }>,
  value: string | number,
): string | null {
  return withJson(view.formField(name) ?? '{}', path, view.formJsonAt(name, path), value);
}

/** Only the value changes: white space and the order of properties stay. */
function withJson(
  json: string,
  path: JsonPath,
  old: unknown,
  value: string | number,
): string | null {
  const isNumber = typeof old === 'number' && String(Number(value)) === String(value);
  const written = old === undefined ? value : isNumber ? Number(value) : String(value);
  try {
    JSON.parse(json);
    return applyEdits(json, modify(json, [...path], written, {}));
  } catch {
    // No JSON, or nothing that has such a path.
    return null;
  }
}

function textOf(body: Body): string {
  return Buffer.concat([...bodyChunks(body)].map((chunk) => Buffer.from(chunk))).toString();
}

function withText(request: SignedRequest, text: string): SignedRequest {
  return { ...request, body: { kind: 'memory', bytes: Buffer.from(text) } };
}
