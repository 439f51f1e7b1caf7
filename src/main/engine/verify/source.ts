// Where a value of a request is found, as providers write it: `header:X-GitHub-Event`,
// `json:$.data.id`, `form:command`, `query:token`, `xml:MsgId`, `form-json:json:$.event.id` for JSON inside a form
// field, `token:body:$.type` or `token:X-Token:$.data:$.id` for a claim of a JSON Web Token that is the
// body or in a header, and for JSON inside a claim; `a|b` takes the first that is there, `a+b` joins two by a dot.

import { assertNever } from '../../../shared/assert-never.ts';
import type { HeaderList } from '../../../shared/headers.ts';
import type { JsonPath, RequestView } from './view.ts';

export type SourceReader = (view: RequestView) => string | null;

/** Where one value is. */
export type Place =
  | { kind: 'header'; name: string; lowerName: string }
  | { kind: 'json'; path: JsonPath }
  | { kind: 'form'; name: string }
  | { kind: 'query'; name: string }
  | { kind: 'xml'; name: string }
  | { kind: 'form-json'; name: string; path: JsonPath }
  | { kind: 'token'; place: string; paths: readonly JsonPath[] };

/** Reads a source into a function that answers the value as it is, or null. Throws a TypeError on a source that is not written as above. */
export function compileSource(source: string): SourceReader {
  const choices = placesOf(source);
  return (view) => {
    for (const places of choices) {
      const value = readAll(places, view);
      if (value !== null) return value;
    }
    return null;
  };
}

/** The names of the headers that a source looks at, as they are written. */
export function headersOf(source: string): string[] {
  if (source === '') return [];
  const places = placesOf(source).flat();
  return places.flatMap((place) => (place.kind === 'header' ? [place.name] : []));
}

/** The place that a source looks at before all others. */
export function firstPlace(source: string): Place {
  return parsePlace(source.split(/[|+]/, 1)[0] ?? '');
}

function placesOf(source: string): Place[][] {
  return source.split('|').map((choice) => choice.split('+').map(parsePlace));
}

/** Null when none of the places has a value. */
function readAll(places: readonly Place[], view: RequestView): string | null {
  const [first] = places;
  if (places.length === 1 && first !== undefined) return readPlace(first, view) || null;
  const values = places.map((place) => readPlace(place, view)).filter((value) => value);
  return values.length === 0 ? null : values.join('.');
}

/** `$.a[0].b` as property names and indexes. */
export function parseJsonPath(path: string): JsonPath {
  if (!path.startsWith('$')) throw new TypeError(`not a JSON path: ${path}`);
  const steps = path.slice(1).match(/[^.[\]]+|\[\d+\]/g) ?? [];
  return steps.map((step) => (step.startsWith('[') ? Number(step.slice(1, -1)) : step));
}

function parsePlace(text: string): Place {
  const colon = text.indexOf(':');
  const rest = text.slice(colon + 1);
  const kind = text.slice(0, colon);
  switch (kind) {
    case 'header':
      return { kind: 'header', name: rest, lowerName: rest.toLowerCase() };
    case 'json':
      return { kind: 'json', path: parseJsonPath(rest) };
    case 'form':
    case 'query':
    case 'xml':
      return { kind, name: rest };
    case 'form-json': {
      const [name = '', path = ''] = rest.split(/:(.*)/s);
      return { kind, name, path: parseJsonPath(path) };
    }
    case 'token': {
      const [place = '', ...paths] = rest.split(':');
      return { kind, place, paths: paths.map(parseJsonPath) };
    }
    default:
      throw new TypeError(`not a source: ${text}`);
  }
}

function readPlace(place: Place, view: RequestView): string | null {
  switch (place.kind) {
    case 'header':
      return singleHeader(view.headers, place.lowerName);
    case 'json':
      return scalar(view.jsonAt(place.path));
    case 'form':
      return view.formField(place.name);
    case 'query':
      return view.queryParam(place.name);
    case 'xml':
      return view.xmlText(place.name);
    case 'form-json':
      return scalar(view.formJsonAt(place.name, place.path));
    case 'token':
      return scalar(view.claimAt(place.place, place.paths));
    default:
      return assertNever(place);
  }
}

/** Strings and numbers only: an object is no id, and `true` no event type. */
export function scalar(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : null;
}

/** Every value of a header, its name given in lower case; cheaper than the general lookup. */
export function headerValues(headers: HeaderList, lowerName: string): string[] {
  const values: string[] = [];
  for (const [name, value] of headers) {
    if (name.length === lowerName.length && name.toLowerCase() === lowerName) values.push(value);
  }
  return values;
}

/**
 * The value of a header that is sent once. Proxies that join repeated headers (Node's own parser,
 * localtunnel's server) turn a doubled `a` into `a, a`: that is still `a`.
 */
export function singleHeader(headers: HeaderList, lowerName: string): string | null {
  const first = headerValues(headers, lowerName)[0];
  if (first === undefined) return null;
  const value = first.trim();
  if (!value.includes(', ')) return value;
  const [part = '', ...others] = value.split(', ');
  return others.every((other) => other === part) ? part : value;
}
