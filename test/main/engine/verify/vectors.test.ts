// Published vectors, judged at the time they were signed.

import { describe, expect, it } from 'vitest';
import { compileProvider } from '../../../../src/main/engine/verify/compile.ts';
import { findProvider } from '../../../../src/main/engine/verify/index.ts';
import type { Rule } from '../../../../src/main/engine/verify/provider.ts';
import type { Judge, VerifyInput } from '../../../../src/main/engine/verify/scheme.ts';
import { createView, type SignedRequest } from '../../../../src/main/engine/verify/view.ts';
import { ARRIVAL, verdictOf } from './judging.ts';
import { coversBody, tamperedBodies, tamperedValues, withDefaults } from './tampering.ts';
import { VECTORS } from './vectors.ts';

describe.each(VECTORS)('the vector of $provider from $source', (vector) => {
  const { provider, secret, url, headers, body, signedAt } = vector;

  it('is verified at the time it was signed', () => {
    const receivedAt = signedAt === null ? ARRIVAL : signedAt * 1000 + 2_500;
    const verdict = verdictOf({ url, headers, body }, { provider, secrets: [secret], receivedAt });
    expect(verdict).toMatchObject({ status: 'verified', hint: null, secretLabel: 'current' });
  });

  it('is not verified when a bit of anything that is signed is changed', () => {
    const receivedAt = signedAt === null ? ARRIVAL : signedAt * 1000;
    const at = url === undefined ? null : new URL(url);
    const signed: SignedRequest = {
      ...{ method: 'POST', target: at === null ? '/hook' : at.pathname + at.search, headers },
      ...{ publicOrigin: at?.origin ?? null, body: { kind: 'memory', bytes: Buffer.from(body) } },
    };
    const [rule, judge] = ruleOf(provider, signed, secret, receivedAt);
    const statusOf = (changed: SignedRequest | null) =>
      changed && judge.verify(inputOf(changed, secret, receivedAt)).status;
    expect(statusOf(signed)).toBe('verified');
    const messageId = findProvider(provider)?.messageId ?? null;
    for (const [source, changed] of tamperedValues(rule, signed, messageId)) {
      expect([source, statusOf(changed)]).toEqual([source, 'failed']);
    }
    const statuses = tamperedBodies(signed).map(statusOf);
    if (coversBody(rule) === 'all') expect(statuses).not.toContain('verified');
    else if (coversBody(rule) === 'some' && body !== '') expect(statuses).toContain('failed');
  });
});

/** The rule by which the vector is verified. */
function ruleOf(
  id: string,
  request: SignedRequest,
  secret: string,
  receivedAt: number,
): [Rule, Judge] {
  const provider = findProvider(id);
  const judges = provider && compileProvider(provider, {}).judges;
  if (judges === null || 'problem' in judges) throw new Error(`no provider ${id}`);
  const index = judges.findIndex(
    (judge) => judge.verify(inputOf(request, secret, receivedAt)).status === 'verified',
  );
  const rule = provider?.rules[index];
  const judge = judges[index];
  if (!provider || !rule || !judge) throw new Error(`no rule of ${id} verifies it`);
  return [withDefaults(provider, rule), judge];
}

function inputOf(request: SignedRequest, secret: string, receivedAt: number): VerifyInput {
  const view = createView(request, true);
  const secrets = [{ label: 'current', value: secret }];
  return { view, secrets, lockedSecrets: false, toleranceSeconds: null, receivedAt };
}

it('is old news a day later where the provider signs a time', () => {
  for (const { provider, secret, url, headers, body, signedAt } of VECTORS) {
    const rule = findProvider(provider)?.rules[0];
    const timestamp = rule && 'timestamp' in rule ? rule.timestamp : null;
    if (signedAt === null || !timestamp?.tolerance) continue;
    const receivedAt = (signedAt + 86_400) * 1000;
    const verdict = verdictOf({ url, headers, body }, { provider, secrets: [secret], receivedAt });
    expect(verdict).toMatchObject({ status: 'failed', reason: 'timestamp-stale' });
    expect(verdict.hint).toContain('The signature itself is genuine.');
  }
});
