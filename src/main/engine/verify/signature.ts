// Where a signature is and how it is written: the value alone (`plain`), several values in one text
// (`list`), key=value pairs that also carry the time (`kv`), or both by their places (`positional`).

import { assertNever } from '../../../shared/assert-never.ts';
import { compileSource, headerValues } from './source.ts';
import type { RequestView } from './view.ts';

/** Where it is: a header, a query parameter, a field of the form, or a value of the JSON body. */
export type SignaturePlace =
  | {
      in: 'header';
      name: string;
      /** The name ends in -1, and there may be more of them, with other numbers. */
      isNumbered?: boolean;
    }
  | { in: 'query'; name: string }
  | { in: 'form'; name: string }
  | {
      in: 'json';
      path: `$${string}`;
      /** For tokens: each item of the list has one, the first of which the path leads to by its [0]. */
      isEveryItem?: boolean;
    }
  | { in: 'form-json'; name: string; path: `$${string}` };

export type SignatureStyle =
  | {
      style: 'plain';
      /** What stands before the value, such as `sha256=`. */
      prefix?: string;
    }
  | {
      style: 'list';
      separator: string;
      /** Items without this prefix belong to other schemes and are passed over. */
      prefix: string;
      /** Accepts any prefix that ends so, such as the id of a key: `|`, `/SHA256/`. */
      anyUpTo?: string;
    }
  | {
      style: 'kv';
      separator: string;
      /** Keys that hold a signature; each may be repeated, as during a rotation of secrets. */
      sigKeys: readonly [string, ...string[]];
      timestampKey: string | null;
      /** How the whole is written, when it holds more or is in another order. */
      written?: string;
    }
  | {
      /** The time first, then one signature or several: `1642000000000,c2ln,c2ln`. */
      style: 'positional';
      separator: string;
    };

export type SignatureSpec = SignaturePlace & SignatureStyle;

/** Signatures that belong to one timestamp; null where the header carries none. */
export interface SignatureGroup {
  timestamp: string | null;
  candidates: string[];
}

export interface SignatureLocation {
  /** For people: `X-Signature header`, `query parameter token`. */
  where: string;
  /** Completes "it has …": `no X-Signature header`. */
  absent: string;
  /** The header it is in; null when it is elsewhere. */
  header: string | null;
  /** As sources are written: `header:X-Signature`, `query:token`. */
  source: string;
  /** The form of its text, for people: `t=…,v1=…`; null when it is the signature alone. */
  form: string | null;
  isPresent(view: RequestView): boolean;
  values(view: RequestView): string[];
  /** At least one group; its candidates are empty when the text holds no signature of this style. */
  parse(values: readonly string[]): SignatureGroup[];
  write(signature: string, timestamp: string): string;
  /** The value of another key of the same text; null when the style has none. */
  other(values: readonly string[], key: string): string | null;
}

// A request that repeats signatures makes us compute and compare: real ones hold one or two (a
// rotation, a header doubled by a proxy), so the rest of a hostile header is passed over.
const MAX_GROUPS = 3;
const MAX_CANDIDATES = 32;

/** Reads where and how a signature is written into functions that take it apart and write it. */
export function compileSignature(spec: SignatureSpec): SignatureLocation {
  return { ...compilePlace(spec), ...compileStyle(spec) };
}

type Place = Pick<
  SignatureLocation,
  'where' | 'absent' | 'header' | 'source' | 'isPresent' | 'values'
>;

function compilePlace(place: SignaturePlace): Place {
  if (place.in === 'header') {
    return place.isNumbered ? numberedPlace(place.name) : headerPlace(place.name);
  }
  const { where, source } = placeOf(place);
  const read = compileSource(source);
  return {
    where,
    absent: `no ${where}`,
    header: null,
    source,
    isPresent: (view) => read(view) !== null,
    values(view) {
      const value = read(view);
      return value === null ? [] : [value];
    },
  };
}

function headerPlace(name: string): Place {
  const lowerName = name.toLowerCase();
  const where = `${name} header`;
  return {
    where,
    absent: `no ${where}`,
    header: name,
    source: `header:${name}`,
    isPresent: ({ headers }) => headerValues(headers, lowerName).length > 0,
    values: ({ headers }) => headerValues(headers, lowerName),
  };
}

/** DocuSign sends one header for each active key: `X-DocuSign-Signature-1`, `…-2`. */
function numberedPlace(name: string): Place {
  const start = name.slice(0, -1).toLowerCase();
  const values: Place['values'] = ({ headers }) =>
    headers.flatMap(([other, value]) => {
      const lower = other.toLowerCase();
      return lower.startsWith(start) && /^\d{1,3}$/.test(lower.slice(start.length)) ? [value] : [];
    });
  return { ...headerPlace(name), values, isPresent: (view) => values(view).length > 0 };
}

function placeOf(place: Exclude<SignaturePlace, { in: 'header' }>): {
  where: string;
  source: string;
} {
  switch (place.in) {
    case 'query':
      return { where: `query parameter ${place.name}`, source: `query:${place.name}` };
    case 'form':
      return { where: `form field ${place.name}`, source: `form:${place.name}` };
    case 'json':
      return { where: `${place.path} in the body`, source: `json:${place.path}` };
    case 'form-json':
      return {
        where: `${place.path} in the form field ${place.name}`,
        source: `form-json:${place.name}:${place.path}`,
      };
    default:
      return assertNever(place);
  }
}

type Style = Pick<SignatureLocation, 'form' | 'parse' | 'write' | 'other'>;

function compileStyle(spec: SignatureStyle): Style {
  switch (spec.style) {
    case 'plain':
      return plainStyle(spec.prefix ?? '');
    case 'list':
      return listStyle(spec);
    case 'kv':
      return kvStyle(spec);
    case 'positional':
      return positionalStyle(spec.separator);
    default:
      return assertNever(spec);
  }
}

/**
 * One value per header. No value holds a comma, so one that does is a repeated header that a proxy
 * joined (`a, b`), unless the prefix itself has the comma.
 */
function plainStyle(prefix: string): Style {
  const joint = prefix.includes(',') ? ', ' : ',';
  return {
    form: prefix === '' ? null : `${prefix}…`,
    parse(values) {
      const candidates: string[] = [];
      for (const value of values) {
        for (const item of value.includes(joint) ? value.split(joint) : [value]) {
          take(candidates, item, prefix);
        }
      }
      return [{ timestamp: null, candidates }];
    },
    write: (signature) => `${prefix}${signature}`,
    other: () => null,
  };
}

type StyleOf<Name extends SignatureStyle['style']> = Extract<SignatureStyle, { style: Name }>;

function listStyle({ prefix, separator, anyUpTo }: StyleOf<'list'>): Style {
  const known = (item: string): string => {
    if (anyUpTo === undefined) return prefix;
    const end = item.lastIndexOf(anyUpTo);
    return end === -1 ? prefix : item.slice(0, end + anyUpTo.length);
  };
  return {
    form: anyUpTo === undefined ? `${prefix}…` : `…${anyUpTo}…`,
    parse(values) {
      const candidates: string[] = [];
      for (const value of values) {
        for (const part of value.split(separator)) {
          // A joined header leaves its comma on the last item before the joint.
          const item = part.trim().replace(/,$/, '');
          take(candidates, item, known(item));
        }
      }
      return [{ timestamp: null, candidates }];
    },
    write: (signature) => `${prefix}${signature}`,
    other: () => null,
  };
}

function take(candidates: string[], item: string, prefix: string): void {
  const text = item.trim();
  if (candidates.length < MAX_CANDIDATES && text.startsWith(prefix)) {
    candidates.push(text.slice(prefix.length));
  }
}

function kvStyle({ separator, sigKeys, timestampKey, written }: StyleOf<'kv'>): Style {
  const time = timestampKey === null ? '' : `${timestampKey}={timestamp}${separator}`;
  const text = written ?? `${time}${sigKeys[0]}={signature}`;
  const fill = (signature: string, timestamp: string) =>
    text.replace('{timestamp}', () => timestamp).replace('{signature}', () => signature);
  return {
    form: fill('…', '…'),
    parse: (values) => parseKv(values, separator, sigKeys, timestampKey),
    write: fill,
    other(values, key) {
      for (const pair of values.flatMap((value) => value.split(separator))) {
        const equals = pair.indexOf('=');
        if (equals >= 0 && pair.slice(0, equals).trim() === key)
          return pair.slice(equals + 1).trim();
      }
      return null;
    },
  };
}

function positionalStyle(separator: string): Style {
  return {
    form: `…${separator}…`,
    parse(values) {
      const [timestamp = '', ...items] = (values[0] ?? '').split(separator);
      const candidates: string[] = [];
      for (const item of items) take(candidates, item, '');
      return [{ timestamp: timestamp.trim() || null, candidates }];
    },
    write: (signature, timestamp) => `${timestamp}${separator}${signature}`,
    other: () => null,
  };
}

/**
 * A header with one timestamp is one group, whatever the order of its pairs. A second timestamp
 * means that two headers came, apart or joined by a proxy: each time then goes with its own values.
 */
function parseKv(
  values: readonly string[],
  separator: string,
  sigKeys: readonly string[],
  timestampKey: string | null,
): SignatureGroup[] {
  let group: SignatureGroup = { timestamp: null, candidates: [] };
  const groups = [group];
  for (const pair of values.flatMap((value) => value.split(separator))) {
    const equals = pair.indexOf('=');
    if (equals < 0) continue;
    const key = pair.slice(0, equals).trim();
    const text = pair.slice(equals + 1).trim();
    if (key === timestampKey) {
      if (group.timestamp !== null) {
        if (groups.length === MAX_GROUPS) break;
        group = { timestamp: null, candidates: [] };
        groups.push(group);
      }
      group.timestamp = text;
    } else if (sigKeys.includes(key) && group.candidates.length < MAX_CANDIDATES) {
      group.candidates.push(text);
    }
  }
  return groups;
}
