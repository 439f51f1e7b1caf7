// The time that providers sign: moved, removed, too old, too early.

import { describe, expect, it } from 'vitest';
import { findProvider } from '../../../../src/main/engine/verify/providers.ts';
import { exampleSecret, PROVIDER_IDS, signedRequest } from '../../../support/signed-requests.ts';
import { ANATOMY, checkList } from './anatomy.ts';
import { ARRIVAL, changed, checksOf, NOON, verdictOf } from './judging.ts';

const TIMED = PROVIDER_IDS.filter((provider) => ANATOMY[provider]!.timestamp !== null);

describe.each(TIMED)('the time that %s signs', (provider) => {
  const { signatureHeader, timestamp } = ANATOMY[provider]!;
  const { header, pattern, tolerance } = timestamp!;
  const secret = exampleSecret(provider);
  const genuine = () => signedRequest(provider, { secret, at: NOON });
  const judged = (message: { headers: [string, string][]; body: Buffer }, receivedAt = ARRIVAL) =>
    verdictOf(message, { provider, secrets: [secret], receivedAt });
  const all = (...failing: string[]) => checkList(['timestamp'], failing);

  it('judges the time by its tolerance, both ways', () => {
    const edge = tolerance * 1000;
    expect(judged(genuine(), NOON + edge + 999).status).toBe('verified');
    expect(judged(genuine(), NOON - edge).status).toBe('verified');

    const stale = judged(genuine(), NOON + edge + 72_000);
    expect(stale).toMatchObject({ status: 'failed', reason: 'timestamp-stale' });
    expect(checksOf(stale)).toBe(all('timestamp'));
    expect(stale.hint).toContain(`${tolerance / 60 + 1} min 12 s before it arrived`);
    expect(stale.hint).toContain(`${findProvider(provider)!.name} allows ${tolerance} s`);
    expect(stale.hint).toContain('The signature itself is genuine.');
    expect(stale.secretLabel).toBe('current');

    const early = judged(genuine(), NOON - edge - 1000);
    expect(early).toMatchObject({ status: 'failed', reason: 'timestamp-future' });
    expect(early.hint).toContain('clock');
    expect(checksOf(early)).toBe(all('timestamp'));
  });

  it('refuses a time that was moved within the tolerance', () => {
    const { headers, body } = genuine();
    const moved = changed(headers, header, (value) =>
      value.replace(pattern, (seconds) => String(Number(seconds) + 1)),
    );
    const verdict = judged({ headers: moved, body });
    expect(verdict).toMatchObject({ status: 'failed', reason: 'signature-mismatch' });
    expect(checksOf(verdict)).toBe(all('signature'));
  });

  it('says both when the time is old and the signature wrong', () => {
    const verdict = verdictOf(genuine(), {
      provider,
      secrets: ['whsec_YW5vdGhlciBlbmRwb2ludCdzIHNlY3JldA=='],
      receivedAt: NOON + 3_600_000,
    });
    expect(verdict).toMatchObject({ reason: 'timestamp-stale', secretLabel: null });
    expect(verdict.hint).toContain('The signature does not match either.');
    expect(checksOf(verdict)).toBe(all('timestamp', 'signature'));
  });

  it('misses a time that was taken out', () => {
    const { headers, body } = genuine();
    const own = header !== signatureHeader;
    const change = own ? () => null : (value: string) => value.replace(/t=\d+,/, '');
    const verdict = judged({ headers: changed(headers, header, change), body });
    expect(verdict).toMatchObject({ status: 'failed', reason: 'timestamp-missing' });
    expect(checksOf(verdict)).toBe('header-present+ well-formed+ timestamp-');
  });

  it('does not take any text for a time', () => {
    const { headers, body } = genuine();
    for (const text of ['soon', '-1', '1e9', '0x5', '12.5', '9'.repeat(400), `${NOON}`]) {
      const change = (value: string) => value.replace(pattern, text);
      const verdict = judged({ headers: changed(headers, header, change), body });
      expect(verdict).toMatchObject({ status: 'failed', reason: 'timestamp-malformed' });
      expect(checksOf(verdict)).toBe(all('timestamp', 'signature'));
    }
  });

  it('lets the endpoint set another tolerance', () => {
    const late = (tolerance: number) =>
      verdictOf(genuine(), {
        provider,
        secrets: [secret],
        tolerance,
        receivedAt: NOON + 3_600_000,
      });
    expect(late(3_600).status).toBe('verified');
    expect(late(3_599).hint).toContain('the tolerance that is set is 3599 s');
    const exact = { provider, secrets: [secret], tolerance: 0 };
    expect(verdictOf(genuine(), { ...exact, receivedAt: NOON + 999 }).status).toBe('verified');
    expect(verdictOf(genuine(), exact).reason).toBe('timestamp-stale');
  });
});
