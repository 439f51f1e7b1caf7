// Published vectors, judged at the time they were signed.

import { describe, expect, it } from 'vitest';
import { findProvider } from '../../../../src/main/engine/verify/index.ts';
import { ARRIVAL, verdictOf } from './judging.ts';
import { VECTORS } from './vectors.ts';

describe.each(VECTORS)('the vector of $provider from $source', (vector) => {
  const { provider, secret, url, headers, body, signedAt } = vector;

  it('is verified at the time it was signed', () => {
    const receivedAt = signedAt === null ? ARRIVAL : signedAt * 1000 + 2_500;
    const verdict = verdictOf({ url, headers, body }, { provider, secrets: [secret], receivedAt });
    expect(verdict).toMatchObject({ status: 'verified', hint: null, secretLabel: 'current' });
  });

  it('is not verified with one byte more', () => {
    const receivedAt = signedAt === null ? ARRIVAL : signedAt * 1000;
    const message = { url, headers, body: `${body} ` };
    expect(verdictOf(message, { provider, secrets: [secret], receivedAt }).status).toBe('failed');
  });
});

it('is old news today where the provider signs a time', () => {
  for (const { provider, secret, headers, body, signedAt } of VECTORS) {
    const rule = findProvider(provider)?.rules[0];
    const timestamp = rule && 'timestamp' in rule ? rule.timestamp : null;
    if (signedAt === null || !timestamp?.tolerance) continue;
    const verdict = verdictOf({ headers, body }, { provider, secrets: [secret] });
    expect(verdict).toMatchObject({ status: 'failed', reason: 'timestamp-stale' });
    expect(verdict.hint).toContain('The signature itself is genuine.');
  }
});
