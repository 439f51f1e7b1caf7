// Compares what a genuine token claims with what its provider writes, and with the request.

import { createHash } from 'node:crypto';
import { bodySize } from '../body.ts';
import { bodyDigest } from './body-digest.ts';
import { requestHash } from './jwt-request-hash.ts';
import type { ClaimHash, JwtRule } from './jwt-rule.ts';
import { type Claims, claimOf } from './jwt-token.ts';
import { urlOf } from './keys/trusted-url.ts';
import type { RequestView } from './view.ts';
import { abbreviate, wordList } from './words.ts';

/** What is not as it should be: a phrase for the check, and a sentence. */
export interface Complaint {
  detail: string;
  hint: string;
}

type ClaimRule = Pick<JwtRule, 'claims' | 'bodyHash' | 'urlHash' | 'requestHash'>;

/**
 * The first thing that is wrong; null when all is right. Throws the file system's error when the body
 * was spooled and its file is gone.
 */
export function complaintAbout(
  rule: ClaimRule,
  claims: Claims,
  view: RequestView,
  providerName: string,
): Complaint | null {
  for (const [name, wanted] of Object.entries(rule.claims ?? {})) {
    const complaint = compare(name, claimOf(claims, name), wanted, view, providerName);
    if (complaint !== null) return complaint;
  }
  return (
    wrongBody(rule, claims, view, providerName) ??
    wrongUrl(rule, claims, view, providerName) ??
    wrongRequest(rule, claims, view, providerName)
  );
}

type Wanted = NonNullable<JwtRule['claims']>[string];

/** The texts that a claim may be, for this request; null where the URL would have to be known. */
export function wantedTexts(wanted: Wanted, view: RequestView): readonly string[] | null {
  if (typeof wanted === 'boolean') return [String(wanted)];
  const templates = typeof wanted === 'string' ? [wanted] : wanted;
  const url = view.publicUrl;
  if (url === null && templates.some((template) => template.includes('{url'))) return null;
  const origin = urlOf(url ?? '')?.origin ?? '';
  return templates.map((template) =>
    template.replaceAll('{url}', url ?? '').replaceAll('{url.origin}', origin),
  );
}

function compare(
  name: string,
  value: unknown,
  wanted: Wanted,
  view: RequestView,
  providerName: string,
): Complaint | null {
  if (wanted === '') return null;
  const texts = wantedTexts(wanted, view);
  if (texts === null) return unknownUrl(name);
  // An audience may be several (RFC 7519, 4.1.3).
  const values: unknown[] = Array.isArray(value) ? value : [value];
  const isRight = values.some((one) =>
    typeof wanted === 'boolean' ? one === wanted : typeof one === 'string' && texts.includes(one),
  );
  if (isRight) return null;
  const found = value === undefined ? 'is missing' : `is ${abbreviate(JSON.stringify(value))}`;
  const right = wordList(texts.map(abbreviate), 'or');
  return {
    detail: `the claim ${name} ${found}`,
    hint: `The token is genuine, but its claim ${name} ${found}, where ${right} is expected. ${adviceOn(wanted, providerName)}`,
  };
}

function adviceOn(wanted: Wanted, providerName: string): string {
  if (typeof wanted === 'string' && wanted.includes('{url')) {
    return `Set the public URL here as ${providerName} knows it.`;
  }
  return `It may be meant for another receiver.`;
}

function unknownUrl(name: string): Complaint {
  return {
    detail: `the claim ${name} is about the public URL, which is not known`,
    hint: `The claim ${name} is about the URL that was called, and that is not known here. Set the public URL.`,
  };
}

function wrongBody(
  { bodyHash }: ClaimRule,
  claims: Claims,
  { body }: RequestView,
  providerName: string,
): Complaint | null {
  if (bodyHash === undefined) return null;
  const { claim, optionalWhenEmpty = false } = bodyHash;
  const value = claimOf(claims, claim);
  if (value === undefined && optionalWhenEmpty && bodySize(body) === 0) return null;
  if (isHash(value, bodyHash, () => Buffer.from(bodyDigest(body, 'sha256'), 'latin1'))) return null;
  const how = value === undefined ? 'is missing' : 'is the hash of another body';
  return {
    detail: `the claim ${claim} ${how}`,
    hint:
      value === undefined
        ? `The token is genuine, but its claim ${claim} is missing, with which ${providerName} covers the body. Check what sent this request.`
        : `The token is genuine, but its claim ${claim} is the hash of another body. Something between ${providerName} and here changes the body.`,
  };
}

function wrongUrl(
  { urlHash }: ClaimRule,
  claims: Claims,
  { publicUrl }: RequestView,
  providerName: string,
): Complaint | null {
  if (urlHash === undefined) return null;
  const { claim } = urlHash;
  if (publicUrl === null) return unknownUrl(claim);
  const digest = createHash('sha256').update(publicUrl, 'latin1').digest();
  if (isHash(claimOf(claims, claim), urlHash, () => digest)) return null;
  return {
    detail: `the claim ${claim} is the hash of another URL than ${abbreviate(publicUrl)}`,
    hint: `The token is genuine, but it was made for another URL than ${abbreviate(publicUrl)}. Set the public URL here as ${providerName} knows it.`,
  };
}

function wrongRequest(
  { requestHash: rule }: ClaimRule,
  claims: Claims,
  view: RequestView,
  providerName: string,
): Complaint | null {
  if (rule === undefined) return null;
  const [base = ''] = wantedTexts(rule.base, view) ?? [];
  const hash = requestHash(view.method, view.target, urlOf(base)?.pathname ?? '');
  if (claimOf(claims, rule.claim) === hash) return null;
  return {
    detail: `the claim ${rule.claim} is the hash of another method, path or query`,
    hint: `The token is genuine, but it was made for another method, path or query than ${abbreviate(`${view.method} ${view.target}`)}. Check the base URL of the app in the options of ${providerName}, and that nothing on the way changes the path.`,
  };
}

function isHash(value: unknown, { encoding }: ClaimHash, digest: () => Buffer): boolean {
  return typeof value === 'string' && Buffer.from(value, encoding).equals(digest());
}
