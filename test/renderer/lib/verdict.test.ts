import { describe, expect, it } from 'vitest';
import { verdictWords } from '../../../src/renderer/lib/verdict.ts';
import type { ReasonCode, VerdictStatus } from '../../../src/shared/model.ts';

const words = (
  status: VerdictStatus,
  reason: ReasonCode | null = null,
  part: { handshake?: boolean; state?: 'complete' | 'aborted' | 'malformed' | 'oversized' } = {},
) => verdictWords({ handshake: false, state: 'complete', ...part, verdict: { status, reason } });

describe('a verdict in words', () => {
  it.each([
    ['verified', null, 'ok', 'Verified'],
    ['failed', 'signature-mismatch', 'bad', 'Failed'],
    ['failed', null, 'bad', 'Failed'],
    ['failed', 'timestamp-stale', 'bad', 'Stale'],
    ['failed', 'timestamp-future', 'bad', 'Too early'],
    ['failed', 'signature-malformed', 'bad', 'Malformed'],
    ['unsigned', 'signature-missing', 'mute', 'Unsigned'],
    ['unchecked', 'no-secret', 'warn', 'No secret'],
    ['unchecked', 'secret-locked', 'warn', 'Locked'],
    ['unchecked', 'no-provider', 'mute', 'Not checked'],
    ['unchecked', null, 'mute', 'Not checked'],
  ] as const)('%s for %s is %s: %s', (status, reason, tone, word) => {
    expect(words(status, reason)).toMatchObject({ tone, word });
  });

  it('has a sign that tells the tones apart without colour', () => {
    const signs = [words('verified'), words('failed'), words('unsigned')].map(({ sign }) => sign);
    expect(new Set(signs).size).toBe(3);
  });

  it('calls a handshake one, unless its signature failed', () => {
    expect(words('verified', null, { handshake: true }).word).toBe('Handshake');
    expect(words('unsigned', 'signature-missing', { handshake: true }).tone).toBe('special');
    expect(words('failed', 'signature-mismatch', { handshake: true }).word).toBe('Failed');
  });

  it('says first when a request did not arrive whole', () => {
    expect(words('unchecked', 'body-incomplete', { state: 'aborted' }).word).toBe('Cut off');
    expect(words('unchecked', 'body-incomplete', { state: 'oversized' }).word).toBe('Too large');
    expect(words('unchecked', 'no-provider', { state: 'malformed' }).word).toBe('Not HTTP');
  });
});
