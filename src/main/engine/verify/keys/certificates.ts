// Whether the certificate behind a published key was good when a request arrived, and is about whom it has
// to be about. Who issued it is not looked at: it was fetched from the provider itself, by TLS.

import type { Check } from '../../../../shared/model.ts';
import { abbreviate } from '../words.ts';
import type { Certificate, KeysAt, PublishedKey } from './keys.ts';

export interface BadCertificate {
  reason: 'key-expired' | 'key-untrusted';
  check: Check;
  hint: string;
}

/** What is wrong with all of the keys, told of the first; null when one of them may be used. */
export function certificateProblem(
  keys: readonly PublishedKey[],
  { certificateName }: Pick<KeysAt, 'certificateName'>,
  provider: { name: string; host: string },
  receivedAt: number,
): BadCertificate | null {
  let first: BadCertificate | null = null;
  for (const { certificate } of keys) {
    const problem =
      certificate === undefined
        ? null
        : (wrongTime(certificate, provider, receivedAt) ??
          wrongName(certificate, certificateName, provider));
    if (problem === null) return null;
    first ??= problem;
  }
  return first;
}

function wrongTime(
  { from, until }: Certificate,
  { name, host }: { name: string; host: string },
  receivedAt: number,
): BadCertificate | null {
  if (receivedAt > until) {
    return bad(
      'key-expired',
      `expired on ${dayOf(until)}`,
      `The certificate of ${name} at ${host} had expired on ${dayOf(until)}, before this request arrived, so a signature by it proves nothing. If this is no old delivery that was sent again, check that the clock of this machine is right.`,
    );
  }
  if (receivedAt < from) {
    return bad(
      'key-expired',
      `not valid before ${dayOf(from)}`,
      `The certificate of ${name} at ${host} is valid only from ${dayOf(from)} on, and this request arrived before. Check that the clock of this machine is right.`,
    );
  }
  return null;
}

function wrongName(
  { name }: Certificate,
  wanted: string | undefined,
  provider: { name: string; host: string },
): BadCertificate | null {
  if (wanted === undefined || isLike(name, wanted)) return null;
  const shown = name === '' ? 'nobody' : `"${abbreviate(name)}"`;
  return bad(
    'key-untrusted',
    `is about ${shown}`,
    `The certificate at ${provider.host} is about ${shown}, where ${provider.name} signs with one that is about ${wanted}. Whoever made this request can have named a certificate that is there for something else.`,
  );
}

function isLike(name: string, pattern: string): boolean {
  const [start = '', end] = pattern.split('*', 2);
  if (end === undefined) return name === start;
  return name.length >= start.length + end.length && name.startsWith(start) && name.endsWith(end);
}

function bad(reason: BadCertificate['reason'], detail: string, hint: string): BadCertificate {
  return { reason, check: { name: 'certificate', ok: false, detail }, hint };
}

const dayOf = (time: number): string => `${new Date(time).toISOString().slice(0, 10)} UTC`;
