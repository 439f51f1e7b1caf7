// Rules put together from a user's options: what they sign and what they warn of.

import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { NOON, verdictOf } from './judging.ts';

const hmacOf = (key: string, text: string, hash = 'sha256') =>
  createHmac(hash, key).update(text).digest('hex');

describe('the generic HMAC', () => {
  const judged = (
    options: Record<string, string>,
    headers: [string, string][],
    body = 'hello',
    secret = 'key',
  ) => verdictOf({ headers, body }, { provider: 'hmac', secrets: [secret], options });

  it('has sensible defaults, also for options left empty', () => {
    const headers: [string, string][] = [['X-Signature', hmacOf('key', 'hello')]];
    expect(judged({}, headers).status).toBe('verified');
    expect(judged({ header: '', hash: '', signedContent: '' }, headers).status).toBe('verified');
  });

  it('signs what its template says', () => {
    const seconds = String(NOON / 1000);
    const options = {
      header: 'X-Acme',
      prefix: 'sha1=',
      hash: 'sha1',
      signedContent: '{timestamp}:{header:X-Id}:{body}',
      timestampHeader: 'X-Time',
    };
    const headers: [string, string][] = [
      ['X-Acme', `sha1=${hmacOf('key', `${seconds}:7:hello`, 'sha1')}`],
      ['X-Time', seconds],
      ['X-Id', '7'],
    ];
    const verdict = judged(options, headers);
    expect(verdict).toMatchObject({ status: 'verified', warnings: [] });
    expect(judged(options, headers.slice(0, 2)).reason).toBe('signature-malformed');
    expect(judged({ ...options, timestampHeader: 'X-Other' }, headers).reason).toBe(
      'timestamp-missing',
    );
  });

  it('reads times in milliseconds and ISO 8601 too', () => {
    for (const time of [String(NOON), '2026-03-04T12:00:00Z']) {
      const options = { signedContent: '{timestamp}.{body}', timestampHeader: 'X-Time' };
      const signature = hmacOf('key', `${time}.hello`);
      const headers: [string, string][] = [
        ['X-Signature', signature],
        ['X-Time', time],
      ];
      expect(judged(options, headers).status).toBe('verified');
    }
  });

  it('warns of what the content leaves out', () => {
    const headers: [string, string][] = [
      ['X-Signature', hmacOf('key', 'POST')],
      ['X-Time', String(NOON / 1000)],
    ];
    const { warnings } = judged({ signedContent: '{method}' }, headers);
    expect(warnings).toEqual([expect.stringContaining('no byte of the body and no time')]);
    const unsigned = judged({ timestampHeader: 'X-Time' }, [
      ['X-Signature', hmacOf('key', 'hello')],
      ['X-Time', String(NOON / 1000)],
    ]);
    expect(unsigned.warnings).toEqual([expect.stringContaining('X-Time is sent but not signed')]);
  });
});
