// What the doctor may say: never a secret, never the signature that was expected, whatever the request
// repeats of them; and never more work than it was given.

import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examination } from '../../../../../src/main/engine/verify/doctor/diagnose.ts';
import { interpret } from '../../../../../src/main/engine/verify/interpret.ts';
import { PROVIDERS } from '../../../../../src/main/engine/verify/providers.ts';
import type { HeaderList } from '../../../../../src/shared/headers.ts';
import { ARRIVAL } from '../judging.ts';
import { findingsOf, hexHmac, sent } from './doctoring.ts';

const secret = 'Zq9-secret-never-told';

describe('a request that repeats the secret', () => {
  it('in its body is told without the excerpt', () => {
    const body = `{"secret":"${secret}"}`;
    const { headers } = sent('github', body, secret);
    const setting = { provider: 'github', secrets: [secret] };
    const [finding] = findingsOf({ headers, body: `${body}\n` }, setting);
    expect(finding?.cause).toBe('body-trailing-newline');
    expect(JSON.stringify(finding)).not.toContain(secret);
    const harmless = sent('github', '{"a":1}', secret).headers;
    const [shown] = findingsOf({ headers: harmless, body: '{"a":1}\n' }, setting);
    expect(shown?.excerpt).toMatchObject({ before: '{"a":1}', added: '0a' });
  });

  it('in its URL is told without it', () => {
    const url = `https://a.example/hook?token=${secret}`;
    const signature = createHmac('sha256', secret).update(`${url.replace('https', 'http')}{}`);
    const headers: HeaderList = [['x-square-hmacsha256-signature', signature.digest('base64')]];
    const setting = { provider: 'square', secrets: [secret] };
    const [finding] = findingsOf({ headers, body: '{}', url }, setting);
    expect(finding?.cause).toBe('url-variant');
    expect(finding?.proof).toContain('token=…');
    expect(JSON.stringify(finding)).not.toContain(secret);
  });
});

it('says no more than a few lines, however long the names in a request are', () => {
  const headers: HeaderList = [[`X-${'y'.repeat(9000)}`, hexHmac('sha256', secret, '{}')]];
  const [finding] = findingsOf({ headers, body: '{}' }, { provider: 'hmac', secrets: [secret] });
  expect(finding?.cause).toBe('header-renamed');
  expect(JSON.stringify(finding).length).toBeLessThan(7000);
  expect(finding?.suggestion).toBeUndefined();
});

/** A request with something done to it, signed with a secret that has something around it or not. */
const faulty = fc.record({
  provider: fc.constantFrom('github', 'hmac', 'shopify'),
  body: fc.oneof(
    fc.string(),
    fc.json(),
    fc.constant(`{"s":"${secret}"}`),
    fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('latin1')),
  ),
  change: fc.constantFrom<(body: string) => string>(
    (body) => `${body}\n`,
    (body) => body.trim(),
    (body) => body.replaceAll('\n', '\r\n'),
    (body) => `\ufeff${body}`,
    (body) => body.replaceAll(':', ': '),
    (body) => `${body}x`,
  ),
  before: fc.constantFrom('', ' ', '"', 'KEY='),
  after: fc.constantFrom('', '\n', '"', '\\n'),
});

it('never tells a secret or the expected signature, whatever is wrong', () => {
  fc.assert(
    fc.property(faulty, ({ provider, body, change, before, after }) => {
      const { headers } = sent(provider, body, secret);
      const pasted = before + secret + after;
      const came = change(body);
      const findings = findingsOf({ headers, body: came }, { provider, secrets: [pasted] });
      const said = JSON.stringify(findings);
      expect(said).not.toContain(secret);
      const expected = [hexHmac('sha256', secret, came), hexHmac('sha256', pasted, came)];
      for (const hex of expected) {
        expect(said).not.toContain(hex);
        expect(said).not.toContain(Buffer.from(hex, 'hex').toString('base64'));
      }
    }),
    { numRuns: 150 },
  );
});

const texts = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.constantFrom('a=b, c=d', `${'['.repeat(3000)}`, 'v1,x', 't=1,v1=00', '{"__proto__":1}'),
  fc.json(),
);
const anyRequest = fc.record({
  provider: fc.constantFrom(...PROVIDERS),
  names: fc.array(fc.constantFrom('X-Id', 'Content-Type', 'X-Time', 'Cookie'), { maxLength: 4 }),
  values: fc.array(texts, { minLength: 1, maxLength: 6 }),
  target: fc.webPath(),
  body: fc.oneof(texts, fc.constant('a=1&b=%zz')),
});

type Request = typeof anyRequest extends fc.Arbitrary<infer T> ? T : never;

/** Every step of the doctor's on a request, with a body that is looked at `enough` times at most. */
function stepsOn({ provider, names, values, target, body }: Request, enough: number): number {
  const own = provider.clues.flatMap(({ at }) =>
    at.startsWith('header:') ? [at.slice('header:'.length)] : [],
  );
  const headers = [...names, ...own].map((name, i): [string, string] => [
    name,
    values[i % values.length] ?? '',
  ]);
  const request = {
    ...{ method: 'POST', target, publicOrigin: 'https://a.example', headers },
    body: { kind: 'memory' as const, bytes: Buffer.from(body) },
  };
  const config = {
    ...{ provider: provider.id, providerOptions: {}, toleranceSeconds: null },
    secrets: [{ label: 'own', value: `  ${secret}` }],
  };
  const { verdict } = interpret({ ...request, complete: true }, config, ARRIVAL);
  const knowledge = {
    neighbours: [{ endpoint: 'Shop', label: 'its', value: 'another secret' }],
    former: [{ label: 'old', value: 'an earlier secret' }],
    origins: ['https://old.example'],
  };
  let asked = 0;
  const steps = examination(
    { request, config, receivedAt: ARRIVAL, verdict, knowledge },
    () => ++asked >= enough,
  );
  let count = 0;
  for (let step = steps.next(); !step.done; step = steps.next()) count++;
  return count;
}

it('never throws, and stops as soon as its time is over, whatever comes', () => {
  fc.assert(
    fc.property(anyRequest, fc.integer({ min: 1, max: 40 }), (request, enough) => {
      expect(stepsOn(request, enough)).toBeLessThanOrEqual(enough);
    }),
    { numRuns: 150 },
  );
});

it('has a bounded number of things to try, whatever comes', () => {
  fc.assert(
    fc.property(anyRequest, (request) => {
      expect(stepsOn(request, Number.POSITIVE_INFINITY)).toBeLessThan(3000);
    }),
    { numRuns: 60 },
  );
});
