// Sample deliveries for "send a test event": a provider's own example with fresh ids and times,
// signed as the provider signs.

import type { HeaderList, HeaderPair } from '../../../shared/headers.ts';
import type { Options } from './compile.ts';
import { createFiller } from './placeholders.ts';
import type { Provider, SampleEvent } from './provider.ts';
import { findProvider } from './providers.ts';
import type { Problem } from './scheme.ts';
import { signWith } from './sign-with.ts';
import { headersOf } from './source.ts';
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
  /** Null: the sample is sent unsigned. Empty where a private key alone signs. */
  secret: string | null;
  /** A private key in PEM with which it is signed, and the name that tokens call it. */
  key?: string | undefined;
  keyId?: string | undefined;
  /** Where it will be sent, as the provider would call it: some sign that. */
  url?: { origin: string; target: string };
  /** Null or absent: the provider's first sample. */
  eventType?: string | null;
  /**
   * What is to be the body in place of the sample's. The event need not be one that there is a sample
   * of then: its name stands in the headers of the first.
   */
  body?: Buffer | undefined;
  /** What is to be the body, made of the sample's; absent: as it is. */
  edit?: (body: Buffer, sample: Sample) => Buffer | Problem;
  /** The time to sign with, ms since the epoch. */
  at: number;
  /** Answers another text each time; the sample's ids are made of it. */
  newId: () => string;
}

/** A problem, in words for the user, when there is no such sample or the secret cannot sign. */
export function signSample(request: SampleRequest): Sample | Problem {
  const { options, secret, key, keyId, url, at } = request;
  const provider = findProvider(request.provider);
  if (provider === null) return { problem: `There is no provider "${request.provider}".` };
  const { headers: common, indent } = provider.samples;
  const event = eventFor(provider, request);
  if ('problem' in event) return event;
  const fresh = createFiller(request.newId(), at);
  const sample = {
    ...{ eventType: event.eventType, method: 'POST', target: url?.target ?? '/' },
    headers: named(provider, event, fresh([...common, ...(event.headers ?? [])])),
    body: request.body ?? bytesOf(fresh(event.body), indent),
  };
  const body = request.edit?.(sample.body, sample) ?? sample.body;
  if ('problem' in body) return body;
  const edited = { ...sample, body };
  if (secret === null) return edited;
  const signed = signWith(provider, options, {
    ...{ secret, key, keyId, request: edited, publicOrigin: url?.origin ?? null, at },
    messageId: fresh('msg_{alnum24:message}'),
  });
  return 'problem' in signed ? signed : { ...edited, ...signed };
}

/** The sample of the event; the first one under its name where the user has the body for it. */
function eventFor(
  { name, samples: { events } }: Provider,
  { eventType, body }: SampleRequest,
): SampleEvent | Problem {
  const [first] = events;
  const wanted = eventType ?? first.eventType;
  const event = events.find((each) => each.eventType === wanted);
  if (event !== undefined) return event;
  if (body !== undefined) return { ...first, eventType: wanted };
  const types = events.map((each) => each.eventType);
  const known = wordList(types, 'and');
  return {
    problem: `${name} has no sample of "${wanted}"; there are ${known}. Any other can be sent with a body of your own.`,
  };
}

/** The headers; of an event that there is no sample of with its name, where one of them tells it. */
function named(
  { eventType: source, samples }: Provider,
  event: SampleEvent,
  headers: HeaderList,
): HeaderList {
  if (samples.events.includes(event) || source === null) return headers;
  const teller = headersOf(source)[0]?.toLowerCase();
  return headers.map(([name, value]): HeaderPair => {
    return [name, name.toLowerCase() === teller ? event.eventType : value];
  });
}

function bytesOf(body: SampleEvent['body'], indent: number | undefined): Buffer {
  if ('text' in body) return Buffer.from(body.text);
  if ('json' in body) return Buffer.from(JSON.stringify(body.json, null, indent));
  const pairs = body.form.map(([name, value]): [string, string] => [name, value]);
  return Buffer.from(new URLSearchParams(pairs).toString());
}
