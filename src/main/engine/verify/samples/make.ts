// What the sample files share: an event with a JSON body, and the header that goes with it.

import type { HeaderPair } from '../../../../shared/headers.ts';
import type { JsonValue, SampleEvent } from '../provider.ts';

export const JSON_TYPE: HeaderPair = ['Content-Type', 'application/json'];
export const FORM_TYPE: HeaderPair = ['Content-Type', 'application/x-www-form-urlencoded'];

export type JsonObject = { [name: string]: JsonValue };

/** An event whose body is this JSON. */
export function jsonEvent(
  eventType: string,
  json: JsonValue,
  headers: readonly HeaderPair[] = [],
): SampleEvent {
  return { eventType, headers, body: { json } };
}

/** An event whose body is a form of these fields. */
export function formEvent(eventType: string, form: Readonly<Record<string, string>>): SampleEvent {
  return { eventType, body: { form: Object.entries(form) } };
}
