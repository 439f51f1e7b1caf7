// A fixed token or password that comes with every request, and is the secret itself: it shows who
// sends, as long as nobody has seen one, and protects nothing of what is sent.

import { createHash, timingSafeEqual } from 'node:crypto';
import type { Check } from '../../../shared/model.ts';
import { type Examination, verdictOf } from './finding.ts';
import { withValue } from './request-edit.ts';
import type { Judge, RuleContext, Secret, VerifyInput } from './scheme.ts';
import { compileSignature, type SignatureLocation, type SignaturePlace } from './signature.ts';
import { quotedList } from './words.ts';

export interface TokenRule {
  scheme: 'token';
  /** Where it is, and what stands before it. */
  token: SignaturePlace & { prefix?: string };
}

/** `Authorization: Basic …` (RFC 7617); the secret is `user:password`. */
export interface BasicAuthRule {
  scheme: 'basic-auth';
}

export function token(rule: TokenRule, { providerName }: RuleContext): Judge {
  const location = compileSignature({ style: 'plain', ...rule.token });
  return judge(providerName, `Token in the ${location.where}`, location, (value) => value);
}

export function basicAuth(_: BasicAuthRule, { providerName }: RuleContext): Judge {
  const location = compileSignature({
    ...{ in: 'header', name: 'Authorization' },
    ...{ style: 'plain', prefix: 'Basic ' },
  });
  return judge(providerName, 'Basic authentication', location, (secret) =>
    Buffer.from(secret).toString('base64'),
  );
}

type Write = (secret: string) => string;

function judge(
  providerName: string,
  scheme: string,
  location: SignatureLocation,
  write: Write,
): Judge {
  const warnings = [
    `${providerName} signs nothing: the token is the same in every request. Whoever has seen one can send anything with it, at any time.`,
  ];
  const rule = { providerName, scheme, warnings };
  return {
    scheme,
    header: location.header,
    toleranceSeconds: null,
    applies: () => true,
    isPresent: location.isPresent,
    verify: (input) => verdictOf(rule, input, examine(location, write, input)),
    sign({ request, secret }) {
      const { source, where, header } = location;
      const text = location.write(write(secret), '');
      const signed = withValue(request, source, header === null ? text : bytesOf(text));
      return signed ?? { problem: `The request has no place for the ${where}.` };
    },
  };
}

function examine(
  location: SignatureLocation,
  write: Write,
  { view, secrets }: VerifyInput,
): Examination {
  const values = location.values(view);
  const ok = values.length > 0;
  const detail = ok ? `${location.header ?? location.where}: …` : location.absent;
  const present: Check = { name: 'header-present', ok, detail };
  const signature = ok && secrets.length > 0 ? compare(location, values, write, secrets) : null;
  return { present, formed: null, time: null, signature };
}

function compare(
  location: SignatureLocation,
  values: readonly string[],
  write: Write,
  secrets: readonly Secret[],
): Examination['signature'] {
  const written = (text: string) => location.write(text, '');
  // A token may hold a comma, which else is where a proxy joined two headers.
  const parts = location.parse(values).flatMap(({ candidates }) => candidates);
  const candidates = [...values.map(withoutSpace), ...parts.map(written)];
  const match = secrets.find(({ value }) => {
    // An empty secret is none: an empty token would be it.
    if (value === '') return false;
    const text = written(write(value));
    const wanted = location.header === null ? [text] : [text, bytesOf(text)];
    return candidates.some((candidate) => wanted.some((each) => isSame(candidate, each)));
  });
  if (match !== undefined) {
    const detail = `is the secret "${match.label}"`;
    return {
      outcome: 'match',
      check: { name: 'signature', ok: true, detail },
      secretLabel: match.label,
    };
  }
  const labels = quotedList(secrets.map(({ label }) => label));
  const detail = `is not ${secrets.length === 1 ? 'the secret' : 'one of the secrets'} ${labels}`;
  return {
    outcome: 'mismatch',
    check: { name: 'signature', ok: false, detail },
    hint: `The token is another one than ${labels}. Check that the secret is the one that the provider sends.`,
  };
}

/** The white space of headers only (RFC 9110, 5.6.3): others may be bytes of the token. */
function withoutSpace(value: string): string {
  const isSpace = (at: number) => value[at] === ' ' || value[at] === '\t';
  let start = 0;
  let end = value.length;
  while (start < end && isSpace(start)) start++;
  while (end > start && isSpace(end - 1)) end--;
  return value.slice(start, end);
}

/** What stands in a header beyond ASCII is UTF-8, byte by byte, or Latin-1 as it is. */
const bytesOf = (text: string) => Buffer.from(text).toString('latin1');

/** In constant time whatever the lengths, as digests are compared. */
function isSame(a: string, b: string): boolean {
  const digestOf = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digestOf(a), digestOf(b));
}
