// Sample deliveries for "send a test event": a provider's own example with fresh ids and times,
// signed as the provider signs.

import { createHash } from 'node:crypto';
import type { HeaderList } from '../../../shared/headers.ts';
import { bodyChunks } from '../body.ts';
import type { Options } from './compile.ts';
import { compileProvider } from './compile.ts';
import type { JsonValue, SampleEvent } from './provider.ts';
import { findProvider } from './providers.ts';
import type { Problem } from './scheme.ts';
import { wordList } from './words.ts';

export interface Sample {
  eventType: string;
  method: string;
  /** Where it was asked for, with what signs it there. */
  target: string;
  headers: HeaderList;
  body: Buffer;
}

export interface SampleRequest {
  provider: string;
  options: Options;
  /** Null: the sample is sent unsigned. */
  secret: string | null;
  /** Where it will be sent, as the provider would call it: some sign that. */
  url?: { origin: string; target: string };
  /** Null or absent: the provider's first sample. */
  eventType?: string | null;
  /** The time to sign with, ms since the epoch. */
  at: number;
  /** Answers another text each time; the sample's ids are made of it. */
  newId: () => string;
}

/** A problem, in words for the user, when there is no such sample or the secret cannot sign. */
export function signSample(request: SampleRequest): Sample | Problem {
  const provider = findProvider(request.provider);
  if (provider === null) return { problem: `There is no provider "${request.provider}".` };
  const { events, headers: common, indent } = provider.samples;
  const wanted = request.eventType ?? events[0]?.eventType;
  const event = events.find(({ eventType }) => eventType === wanted);
  if (event === undefined) {
    const known = wordList(
      events.map(({ eventType }) => eventType),
      'and',
    );
    return { problem: `${provider.name} has no sample of "${wanted}"; there are ${known}.` };
  }
  const fresh = createFiller(request.newId(), request.at);
  const headers = fresh([...common, ...(event.headers ?? [])]);
  const body = bytesOf(fresh(event.body), indent);
  const target = request.url?.target ?? '/';
  const sample = { eventType: event.eventType, method: 'POST', target, headers, body };
  if (request.secret === null) return sample;

  const { judges } = compileProvider(provider, request.options);
  if ('problem' in judges) return judges;
  const signed = judges[0].sign({
    request: {
      ...{ method: 'POST', target: sample.target, headers },
      publicOrigin: request.url?.origin ?? null,
      body: { kind: 'memory', bytes: body },
    },
    secret: request.secret,
    at: request.at,
    messageId: fresh('msg_{alnum24:message}'),
  });
  if ('problem' in signed) return signed;
  const bytes = Buffer.concat([...bodyChunks(signed.body)]);
  return { ...sample, target: signed.target, headers: signed.headers, body: bytes };
}

function bytesOf(body: SampleEvent['body'], indent: number | undefined): Buffer {
  if ('json' in body) return Buffer.from(JSON.stringify(body.json, null, indent));
  const pairs = body.form.map(([name, value]): [string, string] => [name, value]);
  return Buffer.from(new URLSearchParams(pairs).toString());
}

const NUMBER = /^\{number:unix\}$/;
const PLACEHOLDER = /\{(uuid|hex|digits|alnum|unix|iso)(\d*)(?::([^{}]*))?\}/g;
const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * Replaces `{uuid}`, `{hex24}`, `{digits10}`, `{alnum24}`, `{unix}` and `{iso}` in every text of some
 * data. The same placeholder gives the same value throughout a sample; a name sets it apart:
 * `{uuid:template}`. Times may be moved by days: `{iso:+365d}`. `{number:unix}` is a number.
 */
function createFiller(seed: string, at: number): <T extends JsonData>(data: T) => T {
  const text = (value: string) =>
    value.replace(PLACEHOLDER, (whole, kind: string, size: string, argument = '') =>
      freshValue({ kind, size: Number(size), argument, bytes: bytesFor(seed, whole), at }),
    );
  function fill(value: JsonData): JsonData {
    if (typeof value === 'string') {
      return NUMBER.test(value) ? Math.floor(at / 1000) : text(value);
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
    default:
      return new Date(time).toISOString();
  }
}

function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`];
  return [...parts, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
