// Sample deliveries for "send a test event": a provider's own example with fresh ids and times,
// signed as the provider signs.

import type { HeaderList } from '../../../shared/headers.ts';
import type { Options } from './compile.ts';
import { createFiller } from './placeholders.ts';
import type { SampleEvent } from './provider.ts';
import { findProvider } from './providers.ts';
import type { Problem } from './scheme.ts';
import { signWith } from './sign-with.ts';
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
  /** What is to be the body, made of the sample's; absent: as it is. */
  edit?: (body: Buffer, sample: Sample) => Buffer | Problem;
  /** The time to sign with, ms since the epoch. */
  at: number;
  /** Answers another text each time; the sample's ids are made of it. */
  newId: () => string;
}

/** A problem, in words for the user, when there is no such sample or the secret cannot sign. */
export function signSample(request: SampleRequest): Sample | Problem {
  const { options, secret, url, at } = request;
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
  const fresh = createFiller(request.newId(), at);
  const sample = {
    ...{ eventType: event.eventType, method: 'POST', target: url?.target ?? '/' },
    headers: fresh([...common, ...(event.headers ?? [])]),
    body: bytesOf(fresh(event.body), indent),
  };
  const body = request.edit?.(sample.body, sample) ?? sample.body;
  if ('problem' in body) return body;
  const edited = { ...sample, body };
  if (secret === null) return edited;
  const signed = signWith(provider, options, {
    ...{ secret, request: edited, publicOrigin: url?.origin ?? null, at },
    messageId: fresh('msg_{alnum24:message}'),
  });
  return 'problem' in signed ? signed : { ...edited, ...signed };
}

function bytesOf(body: SampleEvent['body'], indent: number | undefined): Buffer {
  if ('json' in body) return Buffer.from(JSON.stringify(body.json, null, indent));
  const pairs = body.form.map(([name, value]): [string, string] => [name, value]);
  return Buffer.from(new URLSearchParams(pairs).toString());
}
