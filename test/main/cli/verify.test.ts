// hookglass verify and sign: raw requests in, verdicts and signed requests out.

import { createHash, generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sign } from '../../../src/main/cli/sign.ts';
import { verify } from '../../../src/main/cli/verify.ts';
import type { Verdict } from '../../../src/shared/model.ts';
import { signedRequest } from '../../support/signed-requests.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { NOON, run } from './running.ts';

const SECRET = 'whsec_command';
const SIGNER = ['--provider', 'stripe', '--secret', SECRET];

function stripe(end = '\r\n'): Buffer {
  const { headers, body } = signedRequest('stripe', { secret: SECRET, at: NOON });
  const head = headers.map(([name, value]) => `${name}: ${value}${end}`).join('');
  return Buffer.concat([Buffer.from(`POST /hooks HTTP/1.1${end}${head}${end}`), body]);
}

describe('hookglass verify', () => {
  it.each(['\r\n', '\n'])('says that a request is genuine, its lines ended by %j', async (end) => {
    const { code, out } = await run(verify, SIGNER, { stdin: stripe(end) });
    expect(code).toBe(0);
    expect(out).toMatch(/^verified: Stripe, HMAC-SHA256 of \{timestamp\}\.\{body\}\n/);
  });

  it('prints the verdict as an object with --json, and ends with 1 when it does not hold', async () => {
    const stdin = Buffer.concat([stripe(), Buffer.from('\n')]);
    const { code, out } = await run(verify, [...SIGNER, '--json'], { stdin });
    const verdict: Verdict = JSON.parse(out);
    expect(code).toBe(1);
    expect(verdict).toMatchObject({ status: 'failed', reason: 'signature-mismatch' });
    expect(verdict.findings[0]).toMatchObject({ cause: 'body-trailing-newline', side: 'between' });
  });

  it('tells people the cause once, with its proof and what to do where', async () => {
    const stdin = stripe();
    const { out } = await run(verify, ['--provider', 'stripe', '--secret', `${SECRET} `], {
      stdin,
    });
    expect(out).toMatch(/^failed \(signature-mismatch\): Stripe/);
    expect(out).toMatch(
      /\nsecret-whitespace: [^\n]+\n {2}Proof {2}[^\n]+\n {2}Fix {4}here: [^\n]+\n/,
    );
    expect(out.match(/white space around/g)).toHaveLength(1);
    expect(out).not.toContain(SECRET);
  });

  it('shows the bytes that differ, and the option that would help', async () => {
    const changed = Buffer.concat([stripe(), Buffer.from('\n')]);
    const { out } = await run(verify, SIGNER, { stdin: changed });
    expect(out).toMatch(/\n {2}Bytes {2}at \d+, behind ".*\}": 0a came and was not signed\n/);
    const late = await run(verify, SIGNER, { stdin: stripe(), now: NOON + 3_000_000 });
    expect(late.out).toContain('\n  Try    --tolerance 3000\n');
    const other = await run(verify, ['--provider', 'github', '--secret', SECRET], {
      stdin: stripe(),
    });
    expect(other.out).toContain('\n  Try    --provider stripe\n');
    const args = ['--provider', 'square', '--secret', 'k', '--url'];
    const signed = await run(sign, [...args, 'https://a.example/in'], {
      stdin: 'POST /in HTTP/1.1\r\n\r\n{}',
    });
    const elsewhere = await run(verify, [...args, 'http://a.example/in'], { stdin: signed.out });
    expect(elsewhere.out).toContain('\n  Try    --url https://a.example/in\n');
  });

  it('says once what to do, and only what fits the cause', async () => {
    const given = (secret: string) => ['--provider', 'stripe', '--secret', secret];
    const { out: cut } = await run(verify, given('command'), { stdin: stripe() });
    expect(cut).toMatch(/^secret-prefix: /m);
    expect(cut).not.toMatch(/ {2}Try|nothing but the secret/);
    const { out: other } = await run(verify, given('another'), { stdin: stripe() });
    expect(other).toMatch(/^unknown: /m);
    expect(other.match(/was not made with the secret/g)).toHaveLength(1);
    const { out: alien } = await run(verify, ['--provider', 'github', '--secret', 'another'], {
      stdin: stripe(),
    });
    expect(alien.match(/It looks like Stripe: /g)).toHaveLength(1);
  });

  it('says nothing that only fits the app', async () => {
    const plain = Buffer.from('POST / HTTP/1.1\r\nX-Signature: 00\r\n\r\n{}');
    const cases: [string[], Buffer][] = [
      [SIGNER, Buffer.concat([stripe(), Buffer.from('\n')])],
      [['--provider', 'stripe', '--secret', `${SECRET} `], stripe()],
      [['--provider', 'stripe', '--secret', 'another'], stripe()],
      [['--provider', 'stripe'], stripe()],
      [['--provider', 'github', '--secret', SECRET], stripe()],
      [['--provider', 'hmac', '--secret', 'k'], plain],
      [['--provider', 'aws-sns'], plain],
      [[...SIGNER, '--at', '2030-01-01T00:00:00Z', '--tolerance', '1'], stripe()],
      [[...SIGNER, '--at', '2020-01-01T00:00:00Z'], stripe()],
    ];
    for (const [args, stdin] of cases) {
      const { out, code } = await run(verify, args, { stdin });
      expect(code).toBe(1);
      expect(out).not.toMatch(/this endpoint|deliver(?:y|ies)|\bopen\b|click|button/i);
    }
  });

  it('fetches the keys that the provider publishes, and says so when it cannot', async () => {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const server = createServer((request, response) => {
      if (request.url !== '/jwks') response.writeHead(404);
      response.end(JSON.stringify({ keys: [pair.publicKey.export({ format: 'jwk' })] }));
    });
    onTestFinished(() => void server.close());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const body = '{"event":{}}';
    const hash = createHash('sha256').update(body).digest('base64');
    const token = await new SignJWT({ request_body_sha256: hash })
      .setProtectedHeader({ alg: 'ES256' })
      .sign(pair.privateKey);
    const head = `POST / HTTP/1.1\r\nX-FusionAuth-Signature-JWT: ${token}\r\n\r\n`;
    const judged = (path: string) =>
      run(
        verify,
        ['--provider', 'fusionauth', '--option', `jwksUrl=http://127.0.0.1:${port}${path}`],
        { stdin: Buffer.from(head + body) },
      );
    const there = await judged('/jwks');
    expect([there.code, there.out]).toEqual([0, expect.stringMatching(/^verified: FusionAuth/)]);
    const gone = await judged('/gone');
    expect(gone.code).toBe(1);
    expect(gone.out).toContain('could not be fetched from 127.0.0.1: the answer was 404');
    expect(gone.out).not.toMatch(/delivery/);
  });

  it('takes several secrets, or the one of the environment', async () => {
    const stdin = stripe();
    const args = ['--provider', 'stripe'];
    const several = [...args, '--secret', 'other', '--secret', SECRET, '--json'];
    expect(JSON.parse((await run(verify, several, { stdin })).out)).toMatchObject({
      secretLabel: 'given 2',
    });
    const environment = { HOOKGLASS_SECRET: SECRET };
    expect((await run(verify, args, { stdin, environment })).code).toBe(0);
    expect((await run(verify, args, { stdin })).code).toBe(1);
  });

  it('takes a secret that begins with a dash', async () => {
    const dashed = ['--provider', 'github', '--secret', '-k'];
    const signed = await run(sign, dashed, { stdin: 'POST / HTTP/1.1\r\n\r\n{}' });
    expect((await run(verify, dashed, { stdin: signed.out })).code).toBe(0);
    const without = await run(verify, ['--provider', 'github', '--secret', '--json']);
    expect(without.mistake).toContain('--secret');
  });

  it('judges the age as of now, as of another time, by another tolerance, or not at all', async () => {
    const stdin = stripe();
    const code = async (...more: string[]) =>
      (await run(verify, [...SIGNER, ...more], { stdin, now: NOON + 86_400_000 })).code;
    expect(await code()).toBe(1);
    expect(await code('--at', '2026-03-04T12:00:10Z')).toBe(0);
    expect(await code('--at', '2026-03-04T12:00:10')).toBe(0);
    expect(await code('--at', '2026-03-04T13:00:10+01:00')).toBe(0);
    expect(await code('--tolerance', '86400')).toBe(0);
    expect(await code('--tolerance', 'off')).toBe(0);
  });

  it('reads a file, and the options of a provider', async () => {
    const file = join(tempDir(), 'request.http');
    const raw = 'POST / HTTP/1.1\r\nContent-Type: text/plain\r\n\r\nhello';
    const acme = [
      ...['--provider', 'hmac', '--secret', 'k', '--option', 'header=X-Acme'],
      ...['--option', 'hash=sha512'],
    ];
    const signed = await run(sign, acme, { stdin: raw });
    expect(signed.out).toMatch(/\r\nX-Acme: [0-9a-f]{128}\r\n\r\nhello$/);
    writeFileSync(file, signed.out, 'latin1');
    expect((await run(verify, [...acme, file])).code).toBe(0);
  });

  it('tells what it was given without what could steer the terminal', async () => {
    const stdin = 'POST / HTTP/1.1\r\nStripe-Signature: \x1b[31mred\r\n\r\n';
    const { out } = await run(verify, SIGNER, { stdin });
    expect(out).toContain('?[31mred');
    expect(out).not.toContain('\x1b');
  });
});

describe('hookglass sign', () => {
  it.each(['stripe', 'github', 'slack', 'shopify', 'pocketbook', 'licensechain'])(
    'prints what %s would have sent, byte for byte of the body',
    async (provider) => {
      const body = Buffer.from([0x7b, 0x7d, 0x0d, 0x0a, 0xff]);
      const stdin = Buffer.concat([Buffer.from('POST /a?b HTTP/1.1\nhOst: x\n\n'), body]);
      const args = ['--provider', provider, '--secret', SECRET];
      const signed = await run(sign, args, { stdin });
      expect(signed.out).toMatch(/^POST \/a\?b HTTP\/1\.1\r\nhOst: x\r\n/);
      expect(signed.out.endsWith(`\r\n\r\n${body.toString('latin1')}`)).toBe(true);
      const again = { stdin: Buffer.from(signed.out, 'latin1') };
      expect((await run(verify, args, again)).code).toBe(0);
    },
  );

  it('signs the URL that the provider knows', async () => {
    const args = ['--provider', 'square', '--secret', 'k', '--url', 'https://shop.example/hooks'];
    const signed = await run(sign, args, { stdin: 'POST /hooks HTTP/1.1\r\n\r\n{}' });
    const stdin = signed.out;
    expect((await run(verify, args, { stdin })).code).toBe(0);
    const origin = [...args.slice(0, -1), 'https://shop.example'];
    expect((await run(verify, origin, { stdin })).code).toBe(0);
    expect((await run(verify, args.slice(0, -2), { stdin })).code).toBe(1);
  });
});

describe('one line says what cannot be used', () => {
  const given = 'POST / HTTP/1.1\r\n\r\n';
  it.each([
    [['--secret', 'x'], '--provider is needed'],
    [['--provider', 'nobody'], '“nobody”'],
    [[...SIGNER, '--bogus'], '--bogus'],
    [[...SIGNER, '--at', 'yesterday'], '--at takes a time'],
    [[...SIGNER, '--tolerance', 'much'], '--tolerance takes'],
    [[...SIGNER, '--url', 'localhost'], '--url takes'],
    [[...SIGNER, '--option', 'x'], '--option takes NAME=VALUE'],
    [[...SIGNER, '--option', 'x=y'], 'no option "x"'],
    [[...SIGNER, '--secret', ''], '--secret needs a value'],
    [[...SIGNER, 'a', 'b'], 'One FILE'],
    [[...SIGNER, '/nowhere/at/all'], 'there is no such file'],
  ])('of verify %j', async (args, words) => {
    const { code, out, mistake } = await run(verify, args, { stdin: given });
    expect([code, out]).toEqual([2, '']);
    expect(mistake).toContain(words);
    expect(mistake).not.toContain('\n');
  });

  it.each([
    ['', 'empty'],
    ['hello', 'blank line'],
    ['{}\n\n', 'request line'],
  ])('of the input %j', async (stdin, words) => {
    expect(await run(verify, SIGNER, { stdin })).toMatchObject({
      code: 2,
      mistake: expect.stringContaining(words),
    });
  });

  it('of what cannot be signed', async () => {
    const without = await run(sign, ['--provider', 'stripe'], { stdin: given });
    expect(without.mistake).toContain('A secret is needed');
    const twice = await run(sign, [...SIGNER, '--secret', 'b'], { stdin: given });
    expect(twice.mistake).toContain('Only one --secret');
    const bad = ['--provider', 'standard-webhooks', '--secret', '?'];
    expect((await run(sign, bad, { stdin: given })).mistake).toContain('base64');
  });
});

it('explains itself', async () => {
  expect((await run(verify, ['--help'])).out).toMatch(/^Usage: hookglass verify/);
  expect((await run(sign, ['-h'])).out).toMatch(/^Usage: hookglass sign/);
});
