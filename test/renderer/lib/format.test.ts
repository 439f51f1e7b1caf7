import { describe, expect, it } from 'vitest';
import {
  ago,
  bytes,
  count,
  counted,
  dateAndTime,
  duration,
  timeOfDay,
} from '../../../src/renderer/lib/format.ts';

describe('times', () => {
  it('are shown in local time to the millisecond', () => {
    const local = new Date(2026, 10, 22, 14, 2, 31, 48);
    expect(timeOfDay(local.toISOString())).toBe('14:02:31.048');
    expect(dateAndTime(local.toISOString())).toBe('2026-11-22 14:02:31.048');
  });

  it('are empty when they are not times', () => {
    expect(timeOfDay('yesterday')).toBe('');
    expect(dateAndTime('')).toBe('');
  });

  it('are told as how long ago, coarse', () => {
    const now = Date.parse('2026-11-22T12:00:00Z');
    const past = (ms: number) => ago(new Date(now - ms).toISOString(), now);
    expect(past(400)).toBe('just now');
    expect(past(-3000)).toBe('just now');
    expect(past(4200)).toBe('4 s ago');
    expect(past(3 * 60_000)).toBe('3 min ago');
    expect(past(5 * 3_600_000)).toBe('5 h ago');
    expect(past(30 * 3_600_000)).toBe('yesterday');
    expect(past(50 * 3_600_000)).toBe('2 days ago');
    expect(ago('never', now)).toBe('');
  });
});

describe('durations', () => {
  it.each([
    [0, '0 ms'],
    [0.42, '0.4 ms'],
    [6.04, '6 ms'],
    [88.4, '88 ms'],
    [999.4, '999 ms'],
    [999.6, '1 s'],
    [1340, '1.3 s'],
    [31_000, '31 s'],
    [59_990, '1 min'],
    [125_000, '2 min 5 s'],
    [3_599_600, '1 h'],
    [12_000_000, '3 h 20 min'],
    [90_000_000, '1 d 1 h'],
  ])('%f ms are %s', (ms, words) => {
    expect(duration(ms)).toBe(words);
  });

  it('are a dash where there is none', () => {
    expect(duration(null)).toBe('–');
    expect(duration(Number.NaN)).toBe('–');
  });
});

describe('sizes', () => {
  it.each([
    [0, '0 B'],
    [612, '612 B'],
    [1023, '1023 B'],
    [1024, '1 KB'],
    [1434, '1.4 KB'],
    [39_845_888, '38 MB'],
    [1_073_700_000, '1 GB'],
    [2_147_483_648, '2 GB'],
  ])('%i bytes are %s', (size, words) => {
    expect(bytes(size)).toBe(words);
  });
});

describe('counts', () => {
  it('have their thousands parted and their noun in the right number', () => {
    expect(count(1_234_567)).toBe('1,234,567');
    expect(counted(1, 'delivery', 'deliveries')).toBe('1 delivery');
    expect(counted(0, 'delivery', 'deliveries')).toBe('0 deliveries');
    expect(counted(1204, 'delivery', 'deliveries')).toBe('1,204 deliveries');
  });
});
