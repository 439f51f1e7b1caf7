// What a verdict means, in words, and what to do next.

import { describe, expect, it } from 'vitest';
import {
  type Conclusion,
  signatureConclusion,
} from '../../../../src/renderer/screens/delivery/signature-words.ts';
import type { Finding, Verdict } from '../../../../src/shared/model.ts';
import { delivery, provider } from './fixtures.ts';

function conclude(verdict: Partial<Verdict>, handshake = false): Conclusion {
  const { verdict: base } = delivery();
  return signatureConclusion(delivery({ handshake, verdict: { ...base, ...verdict } }), provider);
}

describe('signatureConclusion', () => {
  it('says who signed with which secret', () => {
    expect(conclude({})).toEqual({
      tone: 'ok',
      title: 'Genuine: Pocketbook signed it with the secret “current”',
      text: 'The signature is HMAC-SHA256 of {timestamp}.{body}.',
      next: null,
    });
  });

  it('tells a test event from what the provider itself signed', () => {
    const signature = (detail: string) => [{ name: 'signature' as const, ok: true, detail }];
    const secretLabel = 'test key';
    expect(
      conclude({ secretLabel, checks: signature('matches the test key of this endpoint') }).title,
    ).toBe('A test event: signed with this endpoint’s test key, and not by Pocketbook');
    expect(
      conclude({ secretLabel, checks: signature('matches the secret "test key"') }).title,
    ).toBe('Genuine: Pocketbook signed it with the secret “test key”');
  });

  it('names what failed, gives the hint and offers to check the secrets', () => {
    const hint = 'Check the secret.';
    expect(conclude({ status: 'failed', reason: 'signature-mismatch', hint })).toEqual({
      tone: 'bad',
      title: 'The signature does not match',
      text: hint,
      next: 'check-secret',
    });
  });

  it('leads with what was found, its proof and what to do', () => {
    const failed = { status: 'failed', reason: 'signature-mismatch', hint: 'h' } as const;
    const finding: Finding = {
      cause: 'body-trailing-newline',
      message: 'The body gained a line break at its end.',
      proof: 'The signature matches without it.',
      fix: 'Pass the bytes on as they are.',
      side: 'between',
    };
    expect(conclude({ ...failed, findings: [finding] })).toEqual({
      tone: 'bad',
      title: 'The body gained a line break at its end',
      text: 'The signature matches without it. Pass the bytes on as they are.',
      next: null,
    });
    const secret: Finding = { ...finding, cause: 'secret-whitespace', side: 'here' };
    expect(conclude({ ...failed, findings: [secret] }).next).toBe('check-secret');
    const mend = { kind: 'mend-secret', label: 'current' } as const;
    const both = { ...failed, findings: [{ ...secret, suggestion: mend }, finding] };
    expect(conclude(both)).toMatchObject({
      text: 'The signature matches without it. Pass the bytes on as they are. Pass the bytes on as they are.',
      next: 'fix',
    });
  });

  it('tells what to compare where nothing was found', () => {
    const failed = { status: 'failed', reason: 'signature-mismatch', hint: 'h' } as const;
    const words = { message: 'Nothing fits.', proof: 'Ruled out: a; b.', fix: 'Compare it.' };
    const unknown: Finding = { cause: 'unknown', ...words, side: 'here' };
    expect(conclude({ ...failed, findings: [unknown] })).toEqual({
      tone: 'bad',
      title: 'The signature does not match',
      text: 'Nothing fits. Compare it.',
      next: 'check-secret',
    });
  });

  it('tells a stale but genuine request from a forged one', () => {
    const stale = { status: 'failed', reason: 'timestamp-stale', hint: null } as const;
    const signature = { name: 'signature', detail: '' } as const;
    expect(conclude({ ...stale, checks: [{ ...signature, ok: true }] }).title).toBe(
      'Signed by the right secret, but: the timestamp is too old',
    );
    expect(conclude({ ...stale, checks: [{ ...signature, ok: false }] }).title).toBe(
      'The timestamp is too old',
    );
  });

  it('asks for a provider, or for a secret, where that is what is missing', () => {
    const unchecked = { status: 'unchecked', hint: null, secretLabel: null } as const;
    expect(conclude({ ...unchecked, reason: 'no-provider' }).next).toBe('set-provider');
    expect(conclude({ ...unchecked, reason: 'no-secret' })).toMatchObject({
      tone: 'warn',
      next: 'add-secret',
    });
    expect(conclude({ ...unchecked, reason: 'secret-locked' }).next).toBe('check-secret');
    expect(conclude({ ...unchecked, reason: 'body-incomplete' }).next).toBeNull();
  });

  it('asks for no signature of a handshake that is never signed', () => {
    const handshakeDetail = {
      ...{ status: 200, headers: [], body: '', signed: false },
      ...{ note: null, secret: null, callBack: null },
    };
    const verdict = { ...delivery().verdict, status: 'unsigned' as const, hint: 'From elsewhere.' };
    const shaken = delivery({ handshake: true, handshakeDetail, verdict });
    expect(signatureConclusion(shaken, provider)).toEqual({
      tone: 'special',
      title: 'Handshake: Pocketbook asked whether this URL is yours',
      text: 'Pocketbook does not sign its handshakes.',
      next: null,
    });
  });

  it('shows a handshake as one, unless its signature failed', () => {
    expect(conclude({}, true)).toMatchObject({
      tone: 'special',
      text: 'The request is signed with the secret “current”.',
    });
    expect(conclude({ status: 'failed', reason: 'signature-mismatch' }, true).tone).toBe('bad');
  });

  it('says that an unsigned request is not signed', () => {
    expect(conclude({ status: 'unsigned', reason: 'signature-missing', hint: 'h' })).toMatchObject({
      tone: 'mute',
      title: 'This request is not signed',
      text: 'h',
    });
  });
});
