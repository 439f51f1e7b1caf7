// The doctor as a whole: what it says when nothing explains a failure, and that it never breaks, gives
// nothing away and keeps to its time.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../../../src/main/engine/verify/doctor/diagnose.ts';
import { HYPOTHESES } from '../../../../../src/main/engine/verify/doctor/hypotheses.ts';
import { PROVIDERS } from '../../../../../src/main/engine/verify/providers.ts';
import type { HeaderList } from '../../../../../src/shared/headers.ts';
import { exampleSecret } from '../../../../support/signed-requests.ts';
import { verdictOf } from '../judging.ts';
import { causesOf, diagnosed, findingsOf, hexHmac, sent } from './doctoring.ts';

describe('when nothing explains it', () => {
  it('says what was ruled out by trying', () => {
    const { headers } = sent('stripe', '{"a":1}');
    const message = { headers, body: '{"a":2}' };
    const verdict = diagnosed(message, { provider: 'stripe', secrets: ['whsec_x'] });
    const [finding] = verdict.findings;
    expect(finding).toMatchObject({ cause: 'unknown', side: 'here' });
    expect(finding?.proof).toContain('Ruled out, by trying: ');
    for (const words of ['white space', 'base64', 'line break', 'JSON', 'another hash']) {
      expect(finding?.proof).toContain(words);
    }
    // What was never tried is not ruled out: Stripe signs no URL, and this is no form.
    expect(finding?.proof).not.toMatch(/URL|form in/);
    expect(verdict.hint).toContain('Check that the secret is the one');
  });

  it('says so when its time was over before everything was tried', () => {
    const { headers } = sent('github', '{}');
    const message = { headers, body: '{"a":2}' };
    const setting = { provider: 'github', secrets: ['wrong'] };
    const [finding] = diagnosed(message, setting, {}, -1).findings;
    expect(finding).toMatchObject({ cause: 'unknown' });
    expect(finding?.proof).toContain('There was no time left to try everything.');
  });

  it('does not try bodies above 5 MB, and says so', () => {
    const body = Buffer.alloc(5 * 1024 * 1024 + 1, 'x');
    const setting = { provider: 'hmac', secrets: ['key '] };
    const headers: HeaderList = [['X-Signature', hexHmac('sha256', 'key', body)]];
    const [finding] = findingsOf({ headers, body }, setting);
    expect(finding?.proof).toContain('larger than 5 MB');
    const smaller = body.subarray(2);
    const signed: HeaderList = [['X-Signature', hexHmac('sha256', 'key', smaller)]];
    expect(causesOf({ headers: signed, body: smaller }, setting)).toEqual(['secret-whitespace']);
  });
});

describe('a verdict that needs no explanation', () => {
  it('stays as it is', () => {
    const { headers, body } = sent('github', '{}');
    for (const secrets of [[exampleSecret('github')], []]) {
      const setting = { provider: 'github', secrets };
      expect(diagnosed({ headers, body }, setting)).toEqual(verdictOf({ headers, body }, setting));
    }
    const none = { provider: null };
    expect(diagnosed({ headers, body }, none)).toEqual(verdictOf({ headers, body }, none));
  });

  it('is one that has been found to be settled since', () => {
    const { headers, body } = sent('github', '{}');
    const before = verdictOf({ headers, body }, { provider: 'github', secrets: ['wrong'] });
    const memory = { kind: 'memory' as const, bytes: body };
    const verdict = diagnose(
      {
        request: { method: 'POST', target: '/', headers, body: memory },
        config: {
          ...{ provider: 'github', providerOptions: {}, toleranceSeconds: null },
          secrets: [{ label: 'right', value: exampleSecret('github') }],
        },
        receivedAt: 0,
        verdict: before,
      },
      Number.POSITIVE_INFINITY,
      () => 0,
    );
    expect(verdict).toMatchObject({
      status: 'failed',
      findings: [{ cause: 'settings-changed' }],
    });
  });
});

it('a proved finding is the hint, too', () => {
  const { headers } = sent('github', '{}');
  const setting = { provider: 'github', secrets: [exampleSecret('github')] };
  const { hint, findings } = diagnosed({ headers, body: '{}\n' }, setting);
  expect(hint).toBe(`${findings[0]?.message} ${findings[0]?.fix}`);
});

it('every hypothesis says what its failure rules out, in words that can be listed', () => {
  const words = HYPOTHESES.flatMap(({ rulesOut }) => rulesOut ?? []);
  expect(new Set(words).size).toBe(HYPOTHESES.length - 1);
  for (const each of words) expect(each).toMatch(/^[a-z][^.;]+$/);
});

it('never throws and never tells a secret, whatever comes, for every provider', () => {
  const texts = fc.oneof(
    fc.string(),
    fc.constantFrom('a=b, c=d', '{"a":[1]}', 'v1,x', 't=1,v1=00'),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...PROVIDERS),
      fc.array(fc.tuple(fc.constantFrom('X-Id', 'Content-Type', 'X-Time'), texts), {
        maxLength: 4,
      }),
      fc.array(texts, { maxLength: 4 }),
      fc.oneof(texts, fc.json()),
      (provider, others, values, body) => {
        const secret = 'Zq9-secret-never-told';
        const names = provider.clues.flatMap(({ at }) =>
          at.startsWith('header:') ? [at.slice('header:'.length)] : [],
        );
        const headers: HeaderList = [
          ...others,
          ...names.map((name, i): [string, string] => [name, values[i] ?? '0'.repeat(64)]),
        ];
        const verdict = diagnosed({ headers, body }, { provider: provider.id, secrets: [secret] });
        expect(JSON.stringify(verdict)).not.toContain(secret);
      },
    ),
    { numRuns: 60 },
  );
});
