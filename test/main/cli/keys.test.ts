// hookglass keys: pairs with which test events of providers with private keys are sent and verified.

import { expect, it } from 'vitest';
import { keys } from '../../../src/main/cli/keys.ts';
import { sign } from '../../../src/main/cli/sign.ts';
import { verify } from '../../../src/main/cli/verify.ts';
import { run } from './running.ts';

it.each(['discord', 'sendgrid', 'telnyx', 'wise'])(
  'makes a pair by which an event of %s is signed and verified',
  async (provider) => {
    const made = await run(keys, ['--provider', provider, '--json']);
    const { publicKey, privateKey } = JSON.parse(made.out);
    const stdin = 'POST /hooks HTTP/1.1\r\nContent-Type: application/json\r\n\r\n{"type":1}';
    const whose = ['--provider', provider];
    const signed = await run(sign, [...whose, '--secret', privateKey], { stdin });
    const given = { stdin: signed.out };
    expect((await run(verify, [...whose, '--secret', publicKey], given)).code).toBe(0);
    const other = JSON.parse((await run(keys, [...whose, '--json'])).out);
    expect((await run(verify, [...whose, '--secret', other.publicKey], given)).code).toBe(1);
  },
);

it('prints both keys for people', async () => {
  const { code, out } = await run(keys, ['--provider', 'discord']);
  expect(code).toBe(0);
  expect(out).toMatch(
    /^Public key, for the endpoint:\n[0-9a-f]{64}\n\nPrivate key, for --secret:\n-----BEGIN/,
  );
});

it('has none for providers that share a secret, or publish their keys', async () => {
  for (const provider of ['stripe', 'paypal']) {
    const { code, mistake } = await run(keys, ['--provider', provider]);
    expect([code, mistake]).toEqual([2, expect.stringContaining('no pair of keys')]);
  }
  expect((await run(keys, ['--help'])).out).toMatch(/^Usage: hookglass keys/);
});
