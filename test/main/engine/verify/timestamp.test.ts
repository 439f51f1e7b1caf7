// Timestamps in their units, and their age.

import { describe, expect, it } from 'vitest';
import {
  judgeTime,
  readTime,
  type TimeQuestion,
  writeTime,
} from '../../../../src/main/engine/verify/timestamp.ts';
import { NOON } from './judging.ts';

const seconds = String(NOON / 1000);
const question: TimeQuestion = {
  providerName: 'Pocketbook',
  where: 'X-Time header',
  text: seconds,
  unit: 's',
  toleranceSeconds: 300,
  ownTolerance: false,
  signed: true,
  receivedAt: NOON + 3_000,
};

describe('reading', () => {
  it.each([
    ['s', '1772625600', NOON],
    ['s', '', null],
    ['s', ' 1772625600', null],
    ['s', '1772625600000', null],
    ['ms', '1772625600000', NOON],
    ['ms', '99999999999999', 99_999_999_999_999],
    ['ms', '999999999999999', null],
    ['iso', '2026-03-04T12:00:00Z', NOON],
    ['iso', '2026-03-04T13:00:00.000+01:00', NOON],
    ['iso', '2026-03-04T12:00:00.000', NOON],
    ['iso', '2026-03-04', null],
    ['iso', '2026-13-44T12:00:00Z', null],
    ['auto', '1772625600', NOON],
    ['auto', '1772625600000', NOON],
    ['auto', '2026-03-04T12:00:00Z', NOON],
    ['auto', 'yesterday', null],
    ['raw', '1772625600', null],
  ] as const)('takes %s %j for %s', (unit, text, time) => {
    expect(readTime(text, unit)).toBe(time);
  });

  it('writes what it reads', () => {
    for (const unit of ['s', 'ms', 'iso', 'auto'] as const) {
      expect(readTime(writeTime(NOON + 600, unit), unit)).toBeGreaterThanOrEqual(NOON);
    }
  });
});

describe('judging', () => {
  it('shows the wire text, the date and the age', () => {
    expect(judgeTime(question)?.check).toEqual({
      name: 'timestamp',
      ok: true,
      detail: `${seconds} (2026-03-04 12:00:00 UTC), 3 s before it arrived; Pocketbook allows 300 s`,
    });
  });

  it('judges no age without a tolerance', () => {
    const finding = judgeTime({ ...question, toleranceSeconds: null, receivedAt: NOON + 1e12 });
    expect(finding).toMatchObject({ reason: null, check: { ok: true } });
    expect(finding?.check.detail).toContain('its age is not judged');
    const unreadable = judgeTime({ ...question, toleranceSeconds: null, text: 'soon' });
    expect(unreadable).toMatchObject({ reason: null, check: { ok: true } });
  });

  it('misses a time only where something depends on it', () => {
    const none = { ...question, text: null };
    expect(judgeTime(none)?.reason).toBe('timestamp-missing');
    expect(judgeTime({ ...none, signed: false })?.reason).toBe('timestamp-missing');
    expect(judgeTime({ ...none, signed: false, toleranceSeconds: null })).toBeNull();
    expect(judgeTime({ ...none, text: '', toleranceSeconds: null })?.reason).toBe(
      'timestamp-missing',
    );
  });

  it('recognises milliseconds where seconds belong', () => {
    const finding = judgeTime({ ...question, text: String(NOON) });
    expect(finding?.reason).toBe('timestamp-malformed');
    expect(finding?.hint).toContain('It looks like milliseconds.');
  });

  it('compares milliseconds to the millisecond', () => {
    const exact = { ...question, unit: 'ms' as const, text: String(NOON) };
    expect(judgeTime({ ...exact, receivedAt: NOON + 300_000 })?.reason).toBeNull();
    expect(judgeTime({ ...exact, receivedAt: NOON + 300_001 })?.reason).toBe('timestamp-stale');
    expect(judgeTime({ ...exact, receivedAt: NOON - 300_001 })?.reason).toBe('timestamp-future');
  });

  it('takes opaque text as it is', () => {
    expect(judgeTime({ ...question, unit: 'raw', text: 'abc' })?.check.ok).toBe(true);
  });
});
