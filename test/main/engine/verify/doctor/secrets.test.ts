// The secret as the cause.

import { describe, expect, it } from 'vitest';
import { exampleSecret } from '../../../../support/signed-requests.ts';
import { causesOf, findingsOf, hexHmac, SECONDS, sent } from './doctoring.ts';

const github = (key: string | Buffer, body = '{}') => ({
  headers: [['X-Hub-Signature-256', `sha256=${hexHmac('sha256', key, body)}`]] as [
    string,
    string,
  ][],
  body,
});
const key = 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

describe('white space and quotes', () => {
  it.each([
    ['white space around', ` ${key}\n`],
    ['a pair of quotes around', `"${key}"`],
    ['a pair of quotes around', `'${key}' `],
    ['a line break, written as \\n, at the end of', `${key}\\n`],
    ['white space around', `\u200b${key}\ufeff`],
    ['white space or a line break inside', `${key.slice(0, 9)}\r\n  ${key.slice(9)}`],
  ])('are found: %s', (what, pasted) => {
    const [finding, ...rest] = findingsOf(github(key), { provider: 'github', secrets: [pasted] });
    expect(finding).toMatchObject({ cause: 'secret-whitespace', side: 'here' });
    expect(finding?.message).toContain(`There is ${what} the secret "current"`);
    expect(rest).toEqual([]);
    expect(JSON.stringify(finding)).not.toContain(key);
  });

  it('are found at the sender, whose file ends in a line break', () => {
    expect(findingsOf(github(`${key}\n`), { provider: 'github', secrets: [key] })).toMatchObject([
      { cause: 'secret-whitespace', side: 'sender' },
    ]);
  });

  it('are found around a token', () => {
    const message = { headers: [['X-Gitlab-Token', key]] as [string, string][], body: '{}' };
    expect(causesOf(message, { provider: 'gitlab', secrets: [`${key} `] })).toEqual([
      'secret-whitespace',
    ]);
  });

  it('are not blamed for a secret that is another one without them, too', () => {
    expect(causesOf(github(key), { provider: 'github', secrets: [' another '] })).toEqual([
      'unknown',
    ]);
  });

  it('are not blamed when they belong to the secret', () => {
    const message = github(' spaced ');
    expect(findingsOf(message, { provider: 'github', secrets: [' spaced '] })).toEqual([]);
  });
});

describe('another secret that is known', () => {
  const neighbours = [{ endpoint: 'Shop', label: 'shop key', value: key }];

  it('of another endpoint is found by that endpoint and its name', () => {
    const [finding] = findingsOf(
      github(key),
      { provider: 'github', secrets: ['wrong'] },
      { neighbours },
    );
    expect(finding).toMatchObject({ cause: 'secret-of-another-endpoint', side: 'here' });
    expect(finding?.message).toContain('"shop key" of the endpoint "Shop"');
    expect(JSON.stringify(finding)).not.toContain(key);
  });

  it('of another endpoint is not blamed when it signed something else', () => {
    const message = { ...github(key), body: '{"other":1}' };
    const setting = { provider: 'github', secrets: ['wrong'] };
    expect(causesOf(message, setting, { neighbours })).toEqual(['unknown']);
  });

  it('of this endpoint in former times is found', () => {
    const former = [{ label: 'spring', value: key }];
    const setting = { provider: 'github', secrets: ['wrong'] };
    const [finding] = findingsOf(github(key), setting, { former });
    expect(finding).toMatchObject({ cause: 'secret-previous' });
    expect(finding?.message).toContain('"spring"');
    expect(causesOf(github('a third'), setting, { former })).toEqual(['unknown']);
  });
});

describe('another form of the secret', () => {
  it.each([
    ['decoded from base64', Buffer.from(key, 'base64'), key, 'secret-encoding'],
    ['decoded from hexadecimal', Buffer.from('00ff10', 'hex'), '00ff10', 'secret-encoding'],
    ['pasted as base64 of itself', 'a plain text', 'YSBwbGFpbiB0ZXh0', 'secret-encoding'],
    ['encoded in base64 by the sender', 'YSBwbGFpbiB0ZXh0', 'a plain text', 'secret-encoding'],
    ['encoded in hexadecimal by the sender', '6162', 'ab', 'secret-encoding'],
    ['decoded after its prefix', Buffer.from(key, 'base64'), `whsec_${key}`, 'secret-encoding'],
    ['with a prefix that the sender leaves out', key, `whsec_${key}`, 'secret-prefix'],
    ['with the name of its variable', key, `WEBHOOK_SECRET=${key}`, 'secret-prefix'],
    ['without the prefix that the sender uses', `whsec_${key}`, key, 'secret-prefix'],
  ])('is found: %s', (_, used, pasted, cause) => {
    const findings = findingsOf(github(used), { provider: 'github', secrets: [pasted] });
    expect(findings).toMatchObject([{ cause }]);
    expect(JSON.stringify(findings)).not.toContain(key);
  });

  it('is found where the provider decodes and the sender does not', () => {
    const secret = `whsec_${key}`;
    const signature = Buffer.from(hexHmac('sha256', secret, `m.${SECONDS}.{}`), 'hex').toString(
      'base64',
    );
    const headers: [string, string][] = [
      ['webhook-id', 'm'],
      ['webhook-timestamp', String(SECONDS)],
      ['webhook-signature', `v1,${signature}`],
    ];
    const [finding] = findingsOf(
      { headers, body: '{}' },
      { provider: 'standard-webhooks', secrets: [secret] },
    );
    expect(finding).toMatchObject({ cause: 'secret-encoding', side: 'sender' });
    expect(finding?.proof).toContain('used as plain text');
  });

  it('is not blamed for another secret of the same form', () => {
    for (const other of [`whsec_${key.toLowerCase()}`, 'YSBwbGFpbiB0ZXh0IQ==']) {
      expect(causesOf(github(key), { provider: 'github', secrets: [other] })).toEqual(['unknown']);
    }
  });
});

describe('the kind of the secret', () => {
  const { headers, body } = sent('stripe', '{"livemode":false}');

  it.each([
    ['stripe', 'sk_live_51Habcdefgh', 'a secret API key'],
    ['stripe', 'we_1Mabcdefghijkl', 'the id of a Stripe endpoint'],
    ['slack', 'xoxb-123-456-abc', 'a Slack token'],
    ['slack', 'Jhj5dZrVaK7ZwHHjRyZWjbDl', 'a verification token'],
    ['github', 'ghp_abcdefghijklmnop', 'a GitHub access token'],
    ['twilio', `AC${'0'.repeat(32)}`, 'a Twilio account SID'],
    ['github', '-----BEGIN PUBLIC KEY-----\nMC\n-----END PUBLIC KEY-----', 'a public key'],
  ])('is told by its form, without claiming a match: %s %s', (provider, secret, words) => {
    const request = provider === 'twilio' ? twilio : sent(provider, '{"a":1}', 'the real one');
    const findings = findingsOf({ ...request }, { provider, secrets: [secret] });
    const finding = findings.find(({ cause }) => cause === 'secret-kind');
    expect(finding?.message).toContain(words);
    expect(finding?.proof).toContain('from its form alone');
    expect(JSON.stringify(findings)).not.toContain(secret);
  });

  it('is not told of those who do sign with an API key, nor of a signing secret', () => {
    const paystack = { headers: [['x-paystack-signature', '0'.repeat(128)]], body: '{}' };
    const message = paystack as { headers: [string, string][]; body: string };
    expect(causesOf(message, { provider: 'paystack', secrets: ['sk_test_abcdef'] })).toEqual([
      'unknown',
    ]);
    expect(causesOf(sent('slack', '{}'), { provider: 'slack', secrets: ['0'.repeat(32)] })).toEqual(
      ['unknown'],
    );
  });

  it('is told by its mode, when the request says that it is of the other', () => {
    const live = { label: 'live', value: 'whsec_another' };
    expect(causesOf({ headers, body }, { provider: 'stripe', secrets: [live] })).toEqual([
      'secret-mode',
    ]);
    const test = { label: 'test', value: 'whsec_another' };
    const setting = { provider: 'stripe', secrets: [live, test] };
    expect(causesOf({ headers, body }, setting)).toEqual(['unknown']);
  });

  const twilio = {
    url: 'https://a.example/hook',
    headers: [
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['X-Twilio-Signature', `${'A'.repeat(27)}=`],
    ] as [string, string][],
    body: 'A=1',
  };
});

it('no secret of a provider is ever part of a finding', () => {
  for (const provider of ['stripe', 'github', 'slack', 'shopify', 'standard-webhooks', 'hmac']) {
    const secret = exampleSecret(provider);
    const { headers } = sent(provider, '{"a":1}');
    const message = { headers, body: '{ "a": 1 }' };
    const findings = findingsOf(message, { provider, secrets: [secret] });
    expect(findings).toHaveLength(1);
    expect(JSON.stringify(findings)).not.toContain(secret);
  }
});
