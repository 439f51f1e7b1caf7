// Where a signature is and how its header is written: the value alone (`plain`), several values in
// one header (`list`), or key=value pairs that also carry the time (`kv`).

import { assertNever } from '../../../shared/contract.ts';
import { getHeader, type HeaderList } from '../../../shared/headers.ts';
import { headerValues } from './source.ts';

export type SignatureSpec =
  | {
      in: 'header';
      name: string;
      style: 'plain';
      /** What stands before the value, such as `sha256=`. */
      prefix?: string;
    }
  | {
      in: 'header';
      name: string;
      style: 'list';
      separator: string;
      /** Items without this prefix belong to other schemes and are passed over. */
      prefix: string;
    }
  | {
      in: 'header';
      name: string;
      style: 'kv';
      separator: string;
      /** Keys that hold a signature; each may be repeated, as during a rotation of secrets. */
      sigKeys: readonly [string, ...string[]];
      timestampKey: string | null;
    };

/** Signatures that belong to one timestamp; null where the header carries none. */
export interface SignatureGroup {
  timestamp: string | null;
  candidates: string[];
}

export interface SignatureLocation {
  /** As the provider writes it. */
  name: string;
  /** The form of the header's value, for people: `t=…,v1=…`; null when it is the signature alone. */
  form: string | null;
  isPresent(headers: HeaderList): boolean;
  values(headers: HeaderList): string[];
  /** At least one group; its candidates are empty when the header holds no signature of this style. */
  parse(values: readonly string[]): SignatureGroup[];
  write(signature: string, timestamp: string): string;
}

// A request that repeats signatures makes us compute and compare: real ones hold one or two (a
// rotation, a header doubled by a proxy), so the rest of a hostile header is passed over.
const MAX_GROUPS = 3;
const MAX_CANDIDATES = 32;

/** Reads where and how a signature is written into functions that take it apart and write it. */
export function compileSignature(spec: SignatureSpec): SignatureLocation {
  const lowerName = spec.name.toLowerCase();
  return {
    name: spec.name,
    isPresent: (headers) => getHeader(headers, lowerName) !== null,
    values: (headers) => headerValues(headers, lowerName),
    ...compileStyle(spec),
  };
}

type Style = Pick<SignatureLocation, 'form' | 'parse' | 'write'>;

function compileStyle(spec: SignatureSpec): Style {
  switch (spec.style) {
    case 'plain':
      return plainStyle(spec.prefix ?? '');
    case 'list':
      return listStyle(spec.prefix, spec.separator);
    case 'kv':
      return kvStyle(spec.separator, spec.sigKeys, spec.timestampKey);
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
  };
}

function listStyle(prefix: string, separator: string): Style {
  return {
    form: `${prefix}…`,
    parse(values) {
      const candidates: string[] = [];
      for (const value of values) {
        // A joined header leaves its comma on the last item before the joint.
        for (const item of value.split(separator)) take(candidates, item.replace(/,$/, ''), prefix);
      }
      return [{ timestamp: null, candidates }];
    },
    write: (signature) => `${prefix}${signature}`,
  };
}

function take(candidates: string[], item: string, prefix: string): void {
  const text = item.trim();
  if (candidates.length < MAX_CANDIDATES && text.startsWith(prefix)) {
    candidates.push(text.slice(prefix.length));
  }
}

function kvStyle(
  separator: string,
  sigKeys: readonly [string, ...string[]],
  timestampKey: string | null,
): Style {
  const [firstKey] = sigKeys;
  const prefix = (timestamp: string) =>
    timestampKey === null ? '' : `${timestampKey}=${timestamp}${separator}`;
  return {
    form: `${prefix('…')}${firstKey}=…`,
    parse: (values) => parseKv(values, separator, sigKeys, timestampKey),
    write: (signature, timestamp) => `${prefix(timestamp)}${firstKey}=${signature}`,
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
