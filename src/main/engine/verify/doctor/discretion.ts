// A finding may repeat what stands in the request, and a request may hold a secret: in a query, say, or
// in a body that echoes it. What the doctor says never does.

import type { Finding } from '../../../../shared/model.ts';

/** Shorter ones would be found in words that have nothing to do with them. */
const SHORTEST = 8;

/** The finding with nothing in it that holds one of these secrets, with or without space around it. */
export function withoutSecrets(finding: Finding, secrets: readonly string[]): Finding {
  const telling = secrets.flatMap(formsOf);
  const isTold = (text: string) => telling.some((secret) => text.includes(secret));
  const hidden = (text: string) =>
    cut(telling.reduce((rest, secret) => rest.replaceAll(secret, '…'), text));
  const { excerpt, suggestion, ...words } = finding;
  const { message, proof, fix } = words;
  const shown = excerpt && [excerpt.before, bytes(excerpt.removed), excerpt.after].join('');
  const came = excerpt && [excerpt.before, bytes(excerpt.added), excerpt.after].join('');
  return {
    ...words,
    ...{ message: hidden(message), proof: hidden(proof), fix: hidden(fix) },
    ...(excerpt && !isTold(shown ?? '') && !isTold(came ?? '') && { excerpt }),
    ...(suggestion && !isTold(Object.values(suggestion).join(' ')) && { suggestion }),
  };
}

/** Names in a request can be very long. */
const LONGEST = 2000;

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

const bytes = (hex: string) => Buffer.from(hex, 'hex').toString('utf8');

function formsOf(secret: string): string[] {
  const trimmed = secret.trim();
  const forms = [secret, trimmed, trimmed.replace(/^["'`]|["'`]$/g, ''), encoded(trimmed)];
  return [...new Set(forms)].filter((form) => form.length >= SHORTEST);
}

/** A lone half of a character cannot be written into a URL. */
function encoded(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return text;
  }
}
