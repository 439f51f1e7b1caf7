// The waits between tries, at both ends of chance.

import { describe, expect, it } from 'vitest';
import { backoffMs, createBackoff } from '../../../../src/main/engine/tunnel/backoff.ts';

const almostOne = 1 - Number.EPSILON;

describe('backoffMs', () => {
  it('doubles its bound from the base up to the maximum', () => {
    const options = { baseMs: 1000, maxMs: 60_000, random: () => almostOne };
    const bounds = [0, 1, 2, 3, 4, 5, 6, 7, 100, 1e9].map((n) => backoffMs(n, options));
    const expected = [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000, 60_000];
    expect(bounds).toEqual(expected.map((bound) => bound - 1));
  });

  it('waits anything between nothing and the bound', () => {
    const at = (random: number) =>
      backoffMs(3, { baseMs: 1000, maxMs: 60_000, random: () => random });
    expect([at(0), at(0.25), at(0.5)]).toEqual([0, 2000, 4000]);
  });
});

describe('a backoff', () => {
  const backoff = () => createBackoff({ baseMs: 2, maxMs: 60_000, random: () => 0.5 });

  it('begins anew when the server answers after an outage, and grows while it answers alike', () => {
    const { next } = backoff();
    const answers = [false, false, false, true, true, true, false, false, true];
    expect(answers.map(next)).toEqual([1, 2, 4, 1, 2, 4, 8, 16, 1]);
  });

  it('begins anew when told to', () => {
    const { next, reset } = backoff();
    expect([next(false), next(false)]).toEqual([1, 2]);
    reset();
    expect([next(false), next(false)]).toEqual([1, 2]);
  });
});
