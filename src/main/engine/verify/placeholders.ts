// Fresh ids and times for samples: texts such as `{uuid}` and `{iso}` are replaced in their data.

import { createHash } from 'node:crypto';
import type { JsonValue } from './provider.ts';

const NUMBER = /^\{number:([^{}]+)\}$/;
const PLACEHOLDER = /\{(uuid|hex|digits|alnum|unix|ms|iso)(\d*)(?::([^{}]*))?\}/g;
const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * Replaces `{uuid}`, `{hex24}`, `{digits10}`, `{alnum24}`, `{unix}`, `{ms}` and `{iso}` in every text of
 * some data. The same placeholder gives the same value throughout a sample; a name sets it apart:
 * `{uuid:template}`. Times may be moved by days: `{iso:+365d}`. A text that is `{number:unix}`, or
 * another of them, becomes a number.
 */
export function createFiller(seed: string, at: number): <T extends JsonData>(data: T) => T {
  const text = (value: string) =>
    value.replace(PLACEHOLDER, (whole, kind: string, size: string, argument = '') =>
      freshValue({ kind, size: Number(size), argument, bytes: bytesFor(seed, whole), at }),
    );
  function fill(value: JsonData): JsonData {
    if (typeof value === 'string') {
      const [, number] = NUMBER.exec(value) ?? [];
      return number === undefined ? text(value) : Number(text(`{${number}}`));
    }
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item)]));
  }
  return <T extends JsonData>(data: T) => fill(data) as T;
}

type JsonData = JsonValue | readonly JsonData[] | { readonly [name: string]: JsonData };

function bytesFor(seed: string, placeholder: string): Buffer {
  return createHash('sha512').update(`${seed}\0${placeholder}`).digest();
}

interface FreshValue {
  kind: string;
  size: number;
  argument: string;
  bytes: Buffer;
  at: number;
}

function freshValue({ kind, size, argument, bytes, at }: FreshValue): string {
  const days = /^([+-]\d+)d$/.exec(argument)?.[1];
  const time = at + Number(days ?? 0) * 86_400_000;
  switch (kind) {
    case 'uuid':
      return uuidOf(bytes);
    case 'hex':
      return bytes.toString('hex').slice(0, size);
    case 'digits':
      return Array.from(bytes.subarray(0, size), (byte) => byte % 10).join('');
    case 'alnum':
      return Array.from(bytes.subarray(0, size), (byte) => ALPHANUMERIC[byte % 62]).join('');
    case 'unix':
      return String(Math.floor(time / 1000));
    case 'ms':
      return String(Math.floor(time));
    default:
      return new Date(time).toISOString();
  }
}

function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`];
  return [...parts, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
