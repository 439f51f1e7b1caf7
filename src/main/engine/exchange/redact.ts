// Leaves out what lets whoever has a file pretend to be somebody: passwords, cookies and tokens in
// headers and addresses. Signatures stay, as they are what a file of webhooks is passed on for.

import type { HeaderList } from '../../../shared/headers.ts';
import type { Attempt } from '../../../shared/model.ts';
import type { CredentialPlaces } from '../verify/index.ts';
import type { ExportedDelivery } from './exported.ts';

const REDACTED = '[redacted]';

const HEADERS = new Set([
  ...['authorization', 'proxy-authorization', 'cookie', 'cookie2', 'set-cookie', 'set-cookie2'],
  ...['apikey', 'x-amz-security-token', 'x-goog-iap-jwt-assertion', 'cf-access-jwt-assertion'],
]);
/** What such headers and parameters are usually called: `X-Api-Key`, `access_token`. */
const TELLING_NAME = /(?:^|[-_])(?:token|secret|password|passwd|api[-_]?key|access[-_]?key)$/i;
const QUERY = new Set(['key', 'apikey', 'auth', 'authorization', 'pass', 'pwd', 'jwt']);
/** What an Authorization header that holds a signature begins with. */
const SIGNING_SCHEME = /^(?:hmac|signature|aws4-|sha\d|v\d+=|t=\d)/i;

/** The delivery without credentials. Bodies are never changed: they are what was signed. */
export function redacted(delivery: ExportedDelivery, places: CredentialPlaces): ExportedDelivery {
  return {
    ...delivery,
    target: redactedTarget(delivery.target, places.query),
    headers: redactedHeaders(delivery.headers, places),
    attempts: delivery.attempts.map((attempt) => redactedAttempt(attempt, places)),
  };
}

function redactedAttempt(attempt: Attempt, places: CredentialPlaces): Attempt {
  const destination = redactedTarget(attempt.destination, places.query);
  return {
    ...attempt,
    destination: destination.replace(/^([a-z]+:\/\/)[^/?#]*@/i, `$1${REDACTED}@`),
    headers: redactedHeaders(attempt.headers, places),
  };
}

/** Names, order and number of headers stay. */
export function redactedHeaders(headers: HeaderList, places: CredentialPlaces): HeaderList {
  return headers.map(([name, value]) => [
    name,
    isCredential(name.toLowerCase(), value, places) ? REDACTED : value,
  ]);
}

function isCredential(name: string, value: string, places: CredentialPlaces): boolean {
  if (places.headers.includes(name)) return true;
  if (places.signatures.includes(name)) return false;
  if (name === 'authorization' && SIGNING_SCHEME.test(value)) return false;
  return HEADERS.has(name) || TELLING_NAME.test(name);
}

/** Values of telling parameters; every other byte stays. */
export function redactedTarget(target: string, names: readonly string[]): string {
  const start = target.indexOf('?');
  if (start === -1) return target;
  const hash = target.indexOf('#', start);
  const end = hash === -1 ? target.length : hash;
  const parts = target.slice(start + 1, end).split('&');
  const kept = parts.map((part) => {
    const equals = part.indexOf('=');
    if (equals === -1) return part;
    const name = decoded(part.slice(0, equals));
    const hides = names.includes(name) || QUERY.has(name.toLowerCase()) || TELLING_NAME.test(name);
    return hides ? `${part.slice(0, equals)}=${REDACTED}` : part;
  });
  return `${target.slice(0, start + 1)}${kept.join('&')}${target.slice(end)}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
