// Explanations of a signature that does not match.

import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signedRequest } from '../../../support/signed-requests.ts';
import { ARRIVAL, detailOf, NOON, verdictOf } from './judging.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const signed = (provider: string, body: string) =>
  signedRequest(provider, { secret, body, at: NOON });

function hintFor(provider: string, sent: string, arrived: string, key = secret): string {
  const { headers } = signed(provider, sent);
  const verdict = verdictOf({ headers, body: arrived }, { provider, secrets: [key] });
  expect(verdict.reason).toBe('signature-mismatch');
  return verdict.hint ?? '';
}

describe('a mismatch is explained by', () => {
  it('white space around the secret', () => {
    const hint = hintFor('github', '{}', '{}', ` ${secret}\n`);
    expect(hint).toContain('the white space around the secret is removed');
  });

  it('a secret that the sender decodes, or does not', () => {
    const key = Buffer.from(secret.slice(6), 'base64');
    const stripe = createHmac('sha256', key)
      .update(`${NOON / 1000}.{}`)
      .digest('hex');
    const decoded = verdictOf(
      { headers: [['Stripe-Signature', `t=${NOON / 1000},v1=${stripe}`]], body: '{}' },
      { provider: 'stripe', secrets: [secret] },
    );
    expect(decoded.hint).toContain('the secret is decoded from base64');

    const standard = createHmac('sha256', secret)
      .update(`m.${NOON / 1000}.{}`)
      .digest('base64');
    const plain = verdictOf(
      {
        headers: [
          ['webhook-id', 'm'],
          ['webhook-timestamp', String(NOON / 1000)],
          ['webhook-signature', `v1,${standard}`],
        ],
        body: '{}',
      },
      { provider: 'standard-webhooks', secrets: [secret] },
    );
    expect(plain.hint).toContain('the secret is used as plain text');
  });

  it.each([
    ['{"a":1}', '{"a":1}\n', 'the line break at the end of the body is removed'],
    ['{"a":1}\n', '{"a":1}', 'a line break is added at the end of the body'],
    ['{"a":1}', '{ "a": 1 }', 'written without white space'],
    ['{\n  "a": 1\n}', '{"a":1}', 'indented by two spaces'],
  ])('a body rewritten from %j to %j', (sent, arrived, words) => {
    for (const provider of ['stripe', 'shopify', 'slack', 'standard-webhooks']) {
      const hint = hintFor(provider, sent, arrived);
      expect(hint).toContain(words);
      expect(hint).toContain('rewrites the body');
    }
  });

  it.each([
    ['{"a":1}', '{"a":1}\n', 'body-trailing-newline', 'The body gained a line break at its end'],
    ['{"a":1}\n', '{"a":1}', 'body-trailing-newline', 'The body lost the line break at its end'],
    ['{"a":1}', '{ "a": 1 }', 'body-reserialised', 'The JSON of the body was written anew'],
  ] as const)('a finding with its proof: from %j to %j', (sent, arrived, cause, message) => {
    const { headers } = signed('stripe', sent);
    const verdict = verdictOf(
      { headers, body: arrived },
      { provider: 'stripe', secrets: [secret] },
    );
    expect(verdict.findings).toEqual([
      {
        cause,
        message: `${message} after it was signed.`,
        proof: expect.stringMatching(/^The signature matches when .*\.$/),
        fix: expect.stringContaining('between Stripe and here'),
        side: 'between',
      },
    ]);
  });

  it('a finding on the secret, which never holds the secret itself', () => {
    const { headers, body } = signed('github', '{}');
    const { findings } = verdictOf(
      { headers, body },
      { provider: 'github', secrets: [{ label: 'new', value: `${secret} ` }] },
    );
    expect(findings).toMatchObject([{ cause: 'secret-whitespace', side: 'here' }]);
    expect(findings[0]?.message).toContain('"new"');
    expect(JSON.stringify(findings)).not.toContain(secret);

    const key = Buffer.from(secret.slice(6), 'base64');
    const digest = createHmac('sha256', key).update('{}').digest('hex');
    const decoded = verdictOf(
      { headers: [['X-Hub-Signature-256', `sha256=${digest}`]], body: '{}' },
      { provider: 'github', secrets: [secret] },
    );
    expect(decoded.findings).toMatchObject([{ cause: 'secret-encoding', side: 'sender' }]);
  });

  it('a finding also where the time is what fails first', () => {
    const { headers } = signed('stripe', '{}');
    const late = { provider: 'stripe', secrets: [secret], receivedAt: NOON + 3_600_000 };
    expect(verdictOf({ headers, body: '{}\n' }, late)).toMatchObject({
      reason: 'timestamp-stale',
      findings: [{ cause: 'body-trailing-newline' }],
    });
  });

  it('no finding where nothing is proved, and none where nothing is wrong', () => {
    const { headers, body } = signed('github', '{}');
    for (const secrets of [['another'], [secret], []]) {
      expect(verdictOf({ headers, body }, { provider: 'github', secrets }).findings).toEqual([]);
    }
  });

  it('nothing of this in a large body, which is not tried out', () => {
    const large = `"${'x'.repeat(20_000)}"`;
    expect(hintFor('github', large, `${large}\n`)).toContain('was not made with the secret');
  });
});

describe('a mismatch with several secrets', () => {
  const { headers, body } = signed('standard-webhooks', '{}');
  const judged = (secrets: { label: string; value: string }[], locked = false) =>
    verdictOf({ headers, body }, { provider: 'standard-webhooks', secrets, locked });

  it('names all that were tried', () => {
    const verdict = judged([
      { label: 'current', value: 'whsec_AAAA' },
      { label: 'previous', value: 'whsec_BBBB' },
    ]);
    expect(verdict.hint).toContain('any of the 2 secrets ("current" and "previous")');
    expect(detailOf(verdict, 'signature')).toBe(
      'matches none of the secrets "current" and "previous"',
    );
  });

  it('says which cannot be a secret of this provider', () => {
    const verdict = judged([
      { label: 'current', value: 'whsec_AAAA' },
      { label: 'typo', value: 'whsec_what?' },
    ]);
    expect(verdict.hint).toContain('the secret "current"');
    expect(verdict.hint).toContain('The secret "typo" cannot be a key');
    const none = judged([{ label: 'typo', value: 'whsec_what?' }]);
    expect(none).toMatchObject({ status: 'failed', reason: 'signature-mismatch' });
    expect(none.hint).toContain('base64 after whsec_ is expected');
    expect(JSON.stringify(none)).not.toContain('what?');
  });

  it('says that locked ones were not tried', () => {
    const verdict = judged([{ label: 'current', value: 'whsec_AAAA' }], true);
    expect(verdict.hint).toContain('locked and were not tried');
  });
});

it('survives JSON that can be parsed but not written', () => {
  const deep = '['.repeat(8_000) + ']'.repeat(8_000);
  const { headers } = signed('github', '{}');
  const setting = { provider: 'github', secrets: [secret], receivedAt: ARRIVAL };
  expect(verdictOf({ headers, body: deep }, setting).reason).toBe('signature-mismatch');
});
