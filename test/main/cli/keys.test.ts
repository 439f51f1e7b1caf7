// hookglass keys: pairs with which test events of providers with private keys are sent and verified.

import { expect, it } from 'vitest';
import { keys } from '../../../src/main/cli/keys.ts';
import { sign } from '../../../src/main/cli/sign.ts';
import { verify } from '../../../src/main/cli/verify.ts';
import { run } from './running.ts';

const SNS = {
  ...{ Type: 'Notification', MessageId: '1', TopicArn: 'arn:aws:sns:us-east-1:1:orders' },
  ...{ Message: '{}', Timestamp: '2026-03-04T12:00:00.000Z', SignatureVersion: '2' },
};

it.each([
  ...['discord', 'sendgrid', 'telnyx', 'wise'].map((id) => [id, '{"type":1}']),
  // Their keys are published, where nothing is asked for them.
  ...['paypal', 'google-pubsub', 'fal', 'standard-webhooks'].map((id) => [id, '{"type":1}']),
  ...[
    ['aws-sns', JSON.stringify(SNS)],
    ['travis', 'payload=%7B%7D'],
  ],
])('makes a pair by which an event of %s is signed and verified', async (provider, body) => {
  const made = await run(keys, ['--provider', provider, '--json']);
  const { publicKey, privateKey } = JSON.parse(made.out);
  const type = body.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded';
  const stdin = `POST /hooks HTTP/1.1\r\nHost: x.example\r\nContent-Type: ${type}\r\n\r\n${body}`;
  const whose = ['--provider', provider];
  const signed = await run(sign, [...whose, '--secret', privateKey], { stdin });
  const given = { stdin: signed.out };
  expect((await run(verify, [...whose, '--secret', publicKey], given)).code).toBe(0);
  const other = JSON.parse((await run(keys, [...whose, '--json'])).out);
  expect((await run(verify, [...whose, '--secret', other.publicKey], given)).code).toBe(1);
});

it('prints both keys for people', async () => {
  const { code, out } = await run(keys, ['--provider', 'discord']);
  expect(code).toBe(0);
  expect(out).toMatch(
    /^Public key, for the endpoint:\n[0-9a-f]{64}\n\nPrivate key, for --secret:\n-----BEGIN/,
  );
});

it('signs a webhook ID of PayPal as well, where one is given', async () => {
  const { publicKey, privateKey } = JSON.parse(
    (await run(keys, ['--provider', 'paypal', '--json'])).out,
  );
  const whose = ['--provider', 'paypal', '--secret', '8PT597110X687430LKGECATA'];
  const stdin = 'POST /hooks HTTP/1.1\r\n\r\n{}';
  const signed = await run(sign, [...whose, '--secret', privateKey], { stdin });
  const given = { stdin: signed.out };
  expect((await run(verify, [...whose, '--secret', publicKey], given)).code).toBe(0);
  const other = ['--provider', 'paypal', '--secret', '1JE4291016473214C', '--secret', publicKey];
  expect((await run(verify, other, given)).code).toBe(1);
  const two = await run(sign, [...whose, '--secret', privateKey, '--secret', 'x'], { stdin });
  expect(two.mistake).toContain('Only one --secret');
});

it('has none for providers that share a secret', async () => {
  const { code, mistake } = await run(keys, ['--provider', 'stripe']);
  expect([code, mistake]).toEqual([2, expect.stringContaining('no pair of keys')]);
  expect((await run(keys, ['--help'])).out).toMatch(/^Usage: hookglass keys/);
});
