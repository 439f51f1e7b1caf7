// Fills in what a provider's entry leaves out.

import type { JsonValue, Provider, ProviderEntry, Samples } from './provider.ts';
import { cluesOf, type HeaderUse } from './recognition.ts';
import { headersOf, parseJsonPath } from './source.ts';

/** What takes some working out is worked out when it is asked for: there are hundreds, and few are used. */
export function completeProvider(entry: ProviderEntry, use: () => HeaderUse): Provider {
  const { moreClues = [], ...given } = entry;
  let { clues, samples } = given;
  return {
    ...given,
    secretHint: entry.secretHint ?? null,
    deadlineSeconds: entry.deadlineSeconds ?? null,
    retries: entry.retries ?? null,
    messageId: entry.messageId ?? null,
    eventType: entry.eventType ?? null,
    handshake: entry.handshake ?? null,
    options: entry.options ?? [],
    notes: entry.notes ?? [],
    get clues() {
      clues ??= [...cluesOf(entry, use()), ...moreClues];
      return clues;
    },
    get samples() {
      samples ??= plainSamples(entry);
      return samples;
    },
  };
}

const EXAMPLE_EVENT = 'example.event';

/** One event that has its type and its id where the provider puts them, and nothing else. */
function plainSamples({ eventType, messageId }: ProviderEntry): Samples {
  const headers: [string, string][] = [];
  const form: [string, string][] = [];
  let body: JsonValue = {};
  for (const [source, value] of [
    [messageId, '{uuid}'],
    [eventType, EXAMPLE_EVENT],
  ] as const) {
    if (source === undefined) continue;
    const [header] = headersOf(source);
    if (header !== undefined) headers.push([header, value]);
    const [, field] = /^form:([^|+]*)/.exec(source) ?? [];
    if (field !== undefined) form.push([field, value]);
    const [, path] = /(?:^|\|)json:(\$[^|+]*)/.exec(source) ?? [];
    if (path !== undefined) body = withValue(body, parseJsonPath(path), value);
  }
  const type = form.length > 0 ? 'application/x-www-form-urlencoded' : 'application/json';
  return {
    headers: [['Content-Type', type]],
    events: [
      { eventType: EXAMPLE_EVENT, headers, body: form.length > 0 ? { form } : { json: body } },
    ],
  };
}

/** A copy with `value` at the path; objects and lists are made where there are none. */
function withValue(
  data: JsonValue,
  [step, ...rest]: readonly (string | number)[],
  value: JsonValue,
): JsonValue {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = Array.isArray(data) ? [...data] : [];
    list[step] = withValue(list[step] ?? {}, rest, value);
    return list;
  }
  const object = typeof data === 'object' && data !== null && !Array.isArray(data) ? data : {};
  return { ...object, [step]: withValue(object[step] ?? {}, rest, value) };
}
