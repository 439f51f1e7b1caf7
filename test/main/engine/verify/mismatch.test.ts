// What a verdict says at once of a signature that does not match. Why it does not is the doctor's.

import { describe, expect, it } from 'vitest';
import { signedRequest } from '../../../support/signed-requests.ts';
import { ARRIVAL, detailOf, NOON, verdictOf } from './judging.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const signed = (provider: string, body: string) =>
  signedRequest(provider, { secret, body, at: NOON });

describe('a mismatch', () => {
  it('says what to check, and tries nothing out: there are no findings yet', () => {
    const { headers } = signed('github', '{}');
    const verdict = verdictOf({ headers, body: '{}\n' }, { provider: 'github', secrets: [secret] });
    expect(verdict).toMatchObject({ reason: 'signature-mismatch', findings: [] });
    expect(verdict.hint).toContain('was not made with the secret "current"');
    expect(JSON.stringify(verdict)).not.toContain(secret);
  });

  it('survives JSON that can be parsed but not written', () => {
    const deep = '['.repeat(8_000) + ']'.repeat(8_000);
    const { headers } = signed('github', '{}');
    const setting = { provider: 'github', secrets: [secret], receivedAt: ARRIVAL };
    expect(verdictOf({ headers, body: deep }, setting).reason).toBe('signature-mismatch');
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
