// Decodes application/x-www-form-urlencoded: pairs in the order they came, duplicates kept.

import type { Sliced } from './sliced.ts';

export interface FormField {
  name: string;
  value: string;
  /** False when the pair had no `=`. */
  hasValue: boolean;
  /** True when a percent sign is not followed by two hexadecimal digits; it is shown as it came. */
  malformed: boolean;
}

export interface DecodedForm {
  fields: FormField[];
  /** True when there are more fields than are listed. */
  cut: boolean;
}

export const MAX_FIELDS = 10_000;
const FIELDS_PER_STEP = 500;
const BROKEN_ESCAPE = /%(?![0-9a-f]{2})/i;

/** The fields of a form body's text. Yields every 500 fields. */
export function* decodeForm(text: string): Sliced<DecodedForm> {
  const fields: FormField[] = [];
  for (let at = 0; at < text.length; ) {
    if (fields.length === MAX_FIELDS) return { fields, cut: true };
    const ampersand = text.indexOf('&', at);
    const end = ampersand === -1 ? text.length : ampersand;
    fields.push(decodeField(text.slice(at, end)));
    at = end + 1;
    if (fields.length % FIELDS_PER_STEP === 0) yield;
  }
  return { fields, cut: false };
}

function decodeField(pair: string): FormField {
  const equals = pair.indexOf('=');
  const name = equals === -1 ? pair : pair.slice(0, equals);
  const value = equals === -1 ? '' : pair.slice(equals + 1);
  return {
    name: decodeComponent(name),
    value: decodeComponent(value),
    hasValue: equals !== -1,
    malformed: BROKEN_ESCAPE.test(pair),
  };
}

/** `+` is a space, `%XX` a UTF-8 byte; what is no escape stays as it is, bad UTF-8 becomes U+FFFD. */
function decodeComponent(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  if (!spaced.includes('%')) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
      new TextDecoder().decode(
        Uint8Array.from(run.slice(1).split('%'), (hex) => Number.parseInt(hex, 16)),
      ),
    );
  }
}
