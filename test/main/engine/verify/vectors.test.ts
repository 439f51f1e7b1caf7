// Vectors, judged at the time they were signed: what is right is verified and read as the provider's
// entry promises, and nothing of it can be changed.

import { describe, expect, it } from 'vitest';
import { PROVIDERS } from '../../../../src/main/engine/verify/providers.ts';
import { arrivalOf, interpretVector, requestOf, ruleOf } from './judged-vector.ts';
import { coversBody, tamperedBodies, tamperedValues } from './tampering.ts';
import { VECTORS } from './vectors.ts';

describe.each(VECTORS)('the vector of $provider, $made from $source', (vector) => {
  const { eventType, messageId } = vector;

  it('is verified at the time it was signed, and its event and id are read', () => {
    const { verdict, ...facts } = interpretVector(vector, arrivalOf(vector, 2_500));
    if (ruleOf(vector).rule.scheme === 'none') {
      expect(verdict).toMatchObject({ status: 'unchecked', reason: 'no-signature' });
    } else {
      const secretLabel = vector.secret === '' ? null : 'current';
      expect(verdict).toMatchObject({ status: 'verified', hint: null, secretLabel });
    }
    expect(facts).toMatchObject({ eventType, messageId });
  });

  it('is not verified when a bit of anything that is signed is changed', () => {
    const { provider, rule, judge } = ruleOf(vector);
    const signed = requestOf(vector);
    for (const [source, changed] of tamperedValues(rule, signed, provider.messageId)) {
      expect([source, changed && judge(changed).status]).toEqual([source, 'failed']);
    }
    const statuses = tamperedBodies(signed).map((changed) => judge(changed).status);
    if (coversBody(rule) === 'all') expect(statuses).not.toContain('verified');
    else if (coversBody(rule) === 'some' && vector.body !== '') {
      expect(statuses).toContain('failed');
    }
  });
});

it('is there for every provider, and for each of its rules', () => {
  const tried = new Set<string>();
  for (const vector of VECTORS) tried.add(`${vector.provider}, rule ${ruleOf(vector).index + 1}`);
  const missing = PROVIDERS.flatMap(({ id, rules }) =>
    rules.map((_, index) => `${id}, rule ${index + 1}`).filter((name) => !tried.has(name)),
  );
  expect(missing).toEqual([]);
});

it('shows the event and the id of every provider whose entry says where they are', () => {
  const lacking = PROVIDERS.flatMap(({ id, ...provider }) => {
    const own = VECTORS.filter((vector) => vector.provider === id);
    return (['eventType', 'messageId'] as const)
      .filter((fact) => provider[fact] !== null && own.every((vector) => vector[fact] === null))
      .map((fact) => `${fact} of ${id}`);
  });
  expect(lacking).toEqual([]);
});

it('is old news a day later where the provider signs a time', () => {
  for (const vector of VECTORS) {
    const { rule } = ruleOf(vector);
    const timestamp = 'timestamp' in rule ? rule.timestamp : null;
    if (vector.signedAt === null || !timestamp?.tolerance) continue;
    const { verdict } = interpretVector(vector, arrivalOf(vector, 86_400_000));
    expect(verdict).toMatchObject({ status: 'failed', reason: 'timestamp-stale' });
    expect(verdict.hint).toContain('The signature itself is genuine.');
  }
});
