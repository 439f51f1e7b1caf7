// Parts of signed content that no template of values can say: each a small named function, with the
// place where its provider describes it.

import { bodySize } from '../body.ts';
import type { RequestView } from './view.ts';

export interface SpecialPart {
  /** What it is, for people: completes "the request has no …". */
  words: string;
  coversBody: boolean;
  coversUrl: boolean;
  /** The values that the request must have for it, by their sources (source.ts). */
  sources: readonly string[];
  /** As text of one byte a character; null when the request does not have what it takes. */
  read(request: RequestView): string | null;
}

/**
 * Twilio (https://www.twilio.com/docs/usage/security#validating-requests): the fields of the form in
 * the order of their names, each name followed by its value, without anything between. Of a name that
 * is repeated each different value counts once, in their order.
 */
const sortedForm: SpecialPart = {
  words: 'form fields',
  coversBody: true,
  coversUrl: false,
  sources: [],
  read(request) {
    const fields = new Map<string, Set<string>>();
    for (const [name, value] of request.formFields()) {
      const values = fields.get(name) ?? new Set();
      fields.set(name, values.add(value));
    }
    // A body that is no form is not covered by an empty one.
    if (fields.size === 0 && bodySize(request.body) > 0) return null;
    let text = '';
    for (const name of [...fields.keys()].sort()) {
      for (const value of [...(fields.get(name) ?? [])].sort()) text += name + value;
    }
    return Buffer.from(text).toString('latin1');
  },
};

/** By the name that templates give them. */
export const SPECIAL_PARTS: ReadonlyMap<string, SpecialPart> = new Map([
  ['form.sorted', sortedForm],
]);
