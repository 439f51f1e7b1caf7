// hookglass keys: what its private key signs, its public key verifies, by the other commands.

import { describe, expect, it } from 'vitest';
import { keys } from '../../../src/main/cli/keys.ts';
import { sign } from '../../../src/main/cli/sign.ts';
import { verify } from '../../../src/main/cli/verify.ts';
import { run } from './running.ts';

const REQUEST = 'POST /hook HTTP/1.1\r\nContent-Type: application/json\r\n\r\n{"id":"1"}';

describe('hookglass keys', () => {
  it.each(['discord', 'sendgrid', 'wise', 'telnyx'])('makes a pair for %s', async (provider) => {
    const made = await run(keys, ['--provider', provider, '--json']);
    const { publicKey, privateKey } = JSON.parse(made.out) as Record<string, string>;
    const of = (secret = '') => ['--provider', provider, `--secret=${secret}`];
    const { out: signed } = await run(sign, of(privateKey), { stdin: REQUEST });
    const stdin = Buffer.from(signed, 'latin1');
    expect(await run(verify, of(publicKey), { stdin })).toMatchObject({ code: 0, mistake: null });
    // The private key holds the public one: an endpoint that has it can send itself test events.
    expect(await run(verify, of(privateKey), { stdin })).toMatchObject({ code: 0 });
    const other = JSON.parse((await run(keys, ['--provider', provider, '--json'])).out);
    expect(await run(verify, of(other.publicKey), { stdin })).toMatchObject({ code: 1 });
  });

  it('prints them for people', async () => {
    const { out } = await run(keys, ['--provider', 'discord']);
    expect(out).toMatch(/^[0-9a-f]{64}\n\n-----BEGIN PRIVATE KEY-----\n/);
  });

  it('has none for a provider that shares a secret', async () => {
    expect(await run(keys, ['--provider', 'github'])).toMatchObject({
      ...{ code: 2, mistake: 'GitHub signs with a secret that both sides know, not with keys.' },
    });
  });
});
