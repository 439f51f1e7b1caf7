// Settings as text: what is understood, what is refused in words, and that nothing is lost on the way.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatSize,
  grouped,
  parseCount,
  parseDays,
  parseHost,
  parseSize,
  parseSubdomain,
} from '../../../../src/renderer/screens/settings/setting-text.ts';
import { calls } from '../../../../src/shared/calls.ts';

const MB = 1_048_576;

describe('a count', () => {
  it.each([
    ['50000', 50_000],
    ['50,000', 50_000],
    ["1'000'000", 1_000_000],
    [' 7 ', 7],
  ])('is read from %j', (text, value) => {
    expect(parseCount(text, 1, 10_000_000)).toEqual({ ok: true, value });
  });

  it.each([[''], ['0'], ['1.5'], ['-3'], ['5,00'], ['many'], ['10000001']])(
    'is refused from %j with the range',
    (text) => {
      expect(parseCount(text, 1, 10_000_000)).toEqual({
        ok: false,
        problem: expect.stringContaining('from 1 to 10,000,000'),
      });
    },
  );

  it('reads back as it is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (value) => {
        expect(parseCount(grouped(value), 1, 10_000_000)).toEqual({ ok: true, value });
      }),
    );
  });
});

describe('a size', () => {
  it.each([
    ['25 MB', 25 * MB],
    ['25mb', 25 * MB],
    ['25', 25 * MB],
    ['1.5 MiB', 1.5 * MB],
    ['512 k', 512 * 1024],
    ['2048 b', 2048],
  ])('is read from %j', (text, value) => {
    expect(parseSize(text, 1024, 100 * MB, 'MB')).toEqual({ ok: true, value });
  });

  it.each([[''], ['1 B'], ['101 MB'], ['big'], ['-1 MB'], ['1 XB']])(
    'is refused from %j with the range',
    (text) => {
      expect(parseSize(text, 1024, 100 * MB, 'MB')).toEqual({
        ok: false,
        problem: expect.stringContaining('from 1 KB to 100 MB, such as 25 MB'),
      });
    },
  );

  it.each([['1.1 GB'], ['2 GB'], ['25 MB'], ['1.25 TB'], ['700 KB']])(
    'of %s is shown as that',
    (text) => {
      const parsed = parseSize(text, 0, 2 ** 41, 'MB');
      expect(parsed.ok && formatSize(parsed.value)).toBe(text);
    },
  );

  it('reads back as it is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1024, max: 2 ** 40 }), (value) => {
        expect(parseSize(formatSize(value), 0, 2 ** 41, 'MB')).toEqual({ ok: true, value });
      }),
    );
  });
});

describe('days', () => {
  it('may be fractions and carry their word', () => {
    expect(parseDays('0.5', 0.01, 3650)).toEqual({ ok: true, value: 0.5 });
    expect(parseDays('1 day', 0.01, 3650)).toEqual({ ok: true, value: 1 });
    expect(parseDays('30 days', 0.01, 3650)).toEqual({ ok: true, value: 30 });
  });

  it.each([[''], ['0'], ['4000'], ['soon']])('are refused from %j', (text) => {
    expect(parseDays(text, 0.01, 3650).ok).toBe(false);
  });
});

describe('the tunnel\u2019s settings', () => {
  it.each([['https://localtunnel.me'], [' http://10.0.0.1:8080 ']])('take the host %j', (text) => {
    const parsed = parseHost(text);
    expect(parsed.ok).toBe(true);
    const host = parsed.ok ? parsed.value : '';
    expect(calls['settings.update'].safeParse({ tunnel: { host } }).success).toBe(true);
  });

  it.each([[''], ['localtunnel.me'], ['ftp://x']])('refuse the host %j', (text) => {
    expect(parseHost(text).ok).toBe(false);
  });

  it('take a name that the tunnel takes, and nothing for any name', () => {
    expect(parseSubdomain(' Calm-Otter ')).toEqual({ ok: true, value: 'calm-otter' });
    expect(calls['tunnel.start'].safeParse({ subdomain: 'calm-otter' }).success).toBe(true);
    expect(parseSubdomain('')).toEqual({ ok: true, value: null });
  });

  it.each([['abc'], ['-calm'], ['calm-'], ['calm.otter'], ['a'.repeat(64)]])(
    'refuse the name %j',
    (text) => {
      expect(parseSubdomain(text).ok).toBe(false);
      expect(calls['tunnel.start'].safeParse({ subdomain: text }).success).toBe(false);
    },
  );
});
