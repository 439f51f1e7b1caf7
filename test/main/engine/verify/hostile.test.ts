// Hostile input: whatever comes, there is a well-formed verdict and no exception.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  guessProviders,
  interpret,
  signSample,
  type VerifyConfig,
} from '../../../../src/main/engine/verify/index.ts';
import { PROVIDERS } from '../../../../src/main/engine/verify/providers.ts';
import { headersOf } from '../../../../src/main/engine/verify/source.ts';
import type { SignedRequest } from '../../../../src/main/engine/verify/view.ts';
import type { HeaderList } from '../../../../src/shared/headers.ts';
import type { Verdict } from '../../../../src/shared/model.ts';
import { exampleSecret, PROVIDER_IDS, signedRequest } from '../../../support/signed-requests.ts';
import { ARRIVAL, NOON } from './judging.ts';

const NAMES = [
  ...['X-Token', 'X-Webhook-Signature', 'X-Webhook-Timestamp', 'Bloock-Signature', 'X-Signature'],
  ...['Stripe-Signature', 'X-Hub-Signature-256', 'X-Hub-Signature', 'X-GitHub-Event'],
  ...['X-Slack-Signature', 'X-Slack-Request-Timestamp', 'X-Shopify-Hmac-Sha256'],
  ...['webhook-id', 'webhook-timestamp', 'webhook-signature', 'Content-Type', '__proto__', ''],
  ...PROVIDERS.flatMap(({ clues }) => clues.flatMap(({ at }) => headersOf(at))),
];
const SCRAPS = [
  ...['t=1772625600', 'v1=', 'v1,', 'v1a,', 'sha256=', 'sha1=', 'v0=', ',', ', ', ' ', '=', '\0'],
  ...['a'.repeat(64), 'A'.repeat(43), '=', '1772625600', '9'.repeat(15), '-1', 'NaN', 'é', '\xff'],
  ...['application/json', 'application/x-www-form-urlencoded', '{timestamp}', '$&', '1e309'],
];
const latin1 = fc
  .uint8Array({ maxLength: 60 })
  .map((bytes) => Buffer.from(bytes).toString('latin1'));
const value = fc.oneof(
  latin1,
  fc.array(fc.constantFrom(...SCRAPS), { maxLength: 12 }).map((scraps) => scraps.join('')),
);
const headers = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...NAMES), latin1), value), {
  maxLength: 12,
}) as fc.Arbitrary<HeaderList>;
const body = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc.json().map((text) => Buffer.from(text)),
  fc
    .record({ type: fc.anything(), event: fc.anything(), secret: fc.anything(), id: fc.anything() })
    .map((data) => Buffer.from(safeJson(data))),
  fc.constantFrom('[', '{"a":', '"').map((text) => Buffer.from(text.repeat(3_000))),
  fc.constant(Buffer.from('{"__proto__":{"type":"x","id":"y"},"constructor":1}')),
);
const optionText = fc.oneof(value, fc.constantFrom('sha256', 'base64', '{body}', '{', '{}', '}{'));
const options = fc.oneof(
  fc.dictionary(fc.string(), optionText),
  fc.record(
    Object.fromEntries(
      ['header', 'hash', 'encoding', 'prefix', 'signedContent', 'timestampHeader'].map((key) => [
        key,
        optionText,
      ]),
    ),
    { requiredKeys: [] },
  ),
) as fc.Arbitrary<Record<string, string>>;
const secrets = fc.array(fc.record({ label: fc.string(), value: fc.oneof(fc.string(), value) }), {
  maxLength: 4,
});
const provider = fc.oneof(
  fc.constantFrom(...PROVIDER_IDS),
  fc.constantFrom(...PROVIDERS.map(({ id }) => id)),
  fc.constantFrom('', '__proto__', 'nobody', null),
);

function safeJson(data: unknown): string {
  try {
    return JSON.stringify(data) ?? '';
  } catch {
    return '{';
  }
}

const REASONS: Record<Verdict['status'], (string | null)[]> = {
  verified: [null],
  unsigned: ['signature-missing'],
  unchecked: ['no-provider', 'no-secret', 'secret-locked', 'body-incomplete', 'no-signature'],
  failed: [
    ...['signature-malformed', 'signature-mismatch', 'timestamp-missing'],
    ...['timestamp-malformed', 'timestamp-stale', 'timestamp-future'],
  ],
};
const ORDER = ['header-present', 'well-formed', 'timestamp', 'signature'];

function expectWellFormed(verdict: Verdict): void {
  expect(REASONS[verdict.status]).toContain(verdict.reason);
  expect(verdict.hint === null).toBe(verdict.status === 'verified');
  const places = verdict.checks.map(({ name }) => ORDER.indexOf(name));
  expect(places).toEqual([...new Set(places)].sort());
  for (const { detail } of verdict.checks) expect(detail.length).toBeGreaterThan(0);
  if (verdict.status === 'verified') {
    expect(verdict.checks.every(({ ok }) => ok)).toBe(true);
    expect(verdict.secretLabel).not.toBeNull();
  }
  if (verdict.status === 'failed') expect(verdict.checks.some(({ ok }) => !ok)).toBe(true);
  expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict);
}

function judge(request: SignedRequest, config: VerifyConfig, complete = true, at = ARRIVAL) {
  const result = interpret({ ...request, complete }, config, at);
  expectWellFormed(result.verdict);
  for (const text of [result.eventType, result.messageId]) {
    expect(text === null || (text.length > 0 && text.length <= 200)).toBe(true);
  }
  return result;
}

describe('whatever a request holds', () => {
  it('is judged, never thrown at, for random headers, bodies, options and secrets', () => {
    fc.assert(
      fc.property(
        headers,
        body,
        options,
        secrets,
        provider,
        fc.record({
          tolerance: fc.option(fc.double({ min: 0, max: 1e9, noNaN: true })),
          locked: fc.boolean(),
          complete: fc.boolean(),
          at: fc.integer({ min: 0, max: 4e12 }),
        }),
        (list, bytes, providerOptions, keys, id, { tolerance, locked, complete, at }) => {
          const config = {
            provider: id,
            providerOptions,
            toleranceSeconds: tolerance,
            secrets: keys,
            lockedSecrets: locked,
          };
          const request = {
            method: 'POST',
            target: '/',
            headers: list,
            body: { kind: 'memory' as const, bytes },
          };
          judge(request, config, complete, at);
          guessProviders(request);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('is judged when a genuine request was bent in one place', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PROVIDER_IDS),
        fc.nat(),
        fc.nat(),
        value,
        fc.boolean(),
        (id, which, where, scrap, insert) => {
          const secret = exampleSecret(id);
          const { headers: genuine, body: bytes } = signedRequest(id, { secret, at: NOON });
          const index = which % genuine.length;
          const bent = genuine.map(([name, text], i): [string, string] => {
            if (i !== index) return [name, text];
            const at = where % (text.length + 1);
            return [name, text.slice(0, at) + scrap + text.slice(insert ? at : at + scrap.length)];
          });
          const config = {
            provider: id,
            providerOptions: {},
            toleranceSeconds: null,
            secrets: [{ label: 'current', value: secret }],
          };
          const request = { method: 'POST', target: '/', headers: bent };
          judge({ ...request, body: { kind: 'memory', bytes } }, config);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('is never verified without the secret', () => {
    fc.assert(
      fc.property(headers, body, fc.constantFrom(...PROVIDER_IDS), (list, bytes, id) => {
        const config = {
          provider: id,
          providerOptions: {},
          toleranceSeconds: 1e9,
          secrets: [{ label: 'current', value: 'bm90IHdoYXQgaXQgd2FzIHNpZ25lZCB3aXRo' }],
        };
        const memory = { kind: 'memory' as const, bytes };
        const request = { method: 'POST', target: '/', headers: list, body: memory };
        expect(judge(request, config).verdict.status).not.toBe('verified');
      }),
      { numRuns: 500 },
    );
  });

  it('costs a bounded number of computations, however many signatures it repeats', () => {
    const pair = `t=1772625600,v1=${'a'.repeat(64)},`;
    const config = {
      provider: 'stripe',
      providerOptions: {},
      toleranceSeconds: null,
      secrets: [{ label: 'current', value: 'whsec_x' }],
    };
    const list: HeaderList = Array.from({ length: 2_000 }, () => ['Stripe-Signature', pair]);
    const bytes = Buffer.alloc(1024 * 1024);
    const request = {
      method: 'POST',
      target: '/',
      headers: list,
      body: { kind: 'memory' as const, bytes },
    };
    const { verdict } = judge(request, config);
    expect(verdict.reason).toBe('signature-mismatch');
    expect(JSON.stringify(verdict).length).toBeLessThan(2_000);
  });
});

describe('whatever a user sets', () => {
  it('gives a sample or a problem in words', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PROVIDER_IDS, 'nobody', '__proto__'),
        options,
        fc.option(fc.string()),
        fc.option(fc.string()),
        (id, providerOptions, secret, eventType) => {
          const newId = () => 'id';
          const request = { provider: id, options: providerOptions, secret, eventType };
          const sample = signSample({ ...request, at: NOON, newId });
          if ('problem' in sample) expect(sample.problem).toMatch(/\.$/);
          else expect(sample.body.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    );
  });
});
