// The time of signing as the cause.

import { describe, expect, it } from 'vitest';
import type { HeaderList } from '../../../../../src/shared/headers.ts';
import { exampleSecret } from '../../../../support/signed-requests.ts';
import { ARRIVAL, changed, NOON } from '../judging.ts';
import { causesOf, findingsOf, hexHmac, SECONDS, sent } from './doctoring.ts';

const body = '{"a":1}';
const hour = 3_600_000;
const settingOf = (provider: string, receivedAt = ARRIVAL, tolerance: number | null = null) => ({
  ...{ provider, secrets: [exampleSecret(provider)], receivedAt, tolerance },
});

describe('the age', () => {
  it.each(['stripe', 'slack', 'pocketbook', 'bloock'])('is found for %s', (provider) => {
    const message = sent(provider, body);
    expect(findingsOf(message, settingOf(provider, NOON + hour))).toMatchObject([
      {
        cause: 'timestamp-stale',
        proof: expect.stringContaining('The signature is genuine, and its time is '),
      },
    ]);
    expect(findingsOf(message, settingOf(provider, NOON - hour))).toMatchObject([
      { cause: 'timestamp-future', side: 'here', proof: expect.stringContaining('1 h') },
    ]);
    expect(causesOf(message, settingOf(provider))).toEqual([]);
  });

  it('is judged by the tolerance that the endpoint has, as BLOOCK leaves it open', () => {
    const message = sent('bloock', body);
    expect(causesOf(message, settingOf('bloock', NOON + hour, 7200))).toEqual([]);
    expect(causesOf(message, settingOf('bloock', NOON + 20_000, 10))).toEqual(['timestamp-stale']);
    const licensechain = sent('licensechain', body);
    expect(causesOf(licensechain, settingOf('licensechain', NOON + hour))).toEqual([]);
    expect(causesOf(licensechain, settingOf('licensechain', NOON + hour, 60))).toEqual([
      'timestamp-stale',
    ]);
  });

  it('is no more than the second finding where the signature is wrong as well', () => {
    const { headers } = sent('slack', body);
    const setting = { ...settingOf('slack', NOON + hour), secrets: ['another'] };
    const [first, second] = findingsOf({ headers, body }, setting);
    expect([first?.cause, second?.cause]).toEqual(['timestamp-stale', undefined]);
    expect(first?.proof).not.toContain('genuine');
  });
});

describe('the unit', () => {
  const secret = exampleSecret('slack');
  const slack = (signed: string | number, written: string | number): HeaderList => [
    ['X-Slack-Request-Timestamp', String(written)],
    ['X-Slack-Signature', `v0=${hexHmac('sha256', secret, `v0:${signed}:${body}`)}`],
  ];

  it('is found where milliseconds come for seconds, signed as they are', () => {
    const findings = findingsOf({ headers: slack(NOON, NOON), body }, settingOf('slack'));
    expect(findings).toMatchObject([{ cause: 'timestamp-unit', side: 'sender' }]);
    expect(findings[0]?.message).toContain('in milliseconds');
  });

  it.each([
    [SECONDS, NOON],
    [NOON, SECONDS],
    [new Date(NOON).toISOString(), SECONDS],
    [SECONDS, new Date(NOON).toISOString()],
  ])('is found where %s is signed and %s is sent', (signed, written) => {
    const findings = findingsOf({ headers: slack(signed, written), body }, settingOf('slack'));
    expect(findings).toMatchObject([{ cause: 'timestamp-unit', side: 'sender' }]);
    expect(findings[0]?.proof).toContain('The signature matches with the time in');
  });

  it('is found in the signature’s own header', () => {
    const key = exampleSecret('stripe');
    const value = `t=${NOON},v1=${hexHmac('sha256', key, `${SECONDS}.${body}`)}`;
    const message = { headers: [['Stripe-Signature', value]] as HeaderList, body };
    expect(causesOf(message, settingOf('stripe'))[0]).toBe('timestamp-unit');
  });

  it('is not blamed for a time that is merely old, or another one that was signed', () => {
    expect(causesOf(sent('slack', body), settingOf('slack', NOON + 40 * 24 * hour))).toEqual([
      'timestamp-stale',
    ]);
    expect(causesOf({ headers: slack(SECONDS - 1, SECONDS), body }, settingOf('slack'))).toEqual([
      'unknown',
    ]);
  });
});

describe('a time that did not come', () => {
  it('is found', () => {
    const { headers } = sent('slack', body);
    const message = { headers: changed(headers, 'X-Slack-Request-Timestamp', () => null), body };
    expect(causesOf(message, settingOf('slack'))).toContain('timestamp-missing');
  });

  it('is not blamed where the provider sends none', () => {
    const setting = { ...settingOf('github'), secrets: ['another'] };
    expect(causesOf(sent('github', body), setting)).toEqual(['unknown']);
  });
});
