// What holds for every rule that signs with a shared secret, whatever is sent, and when.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../../src/main/engine/verify/provider.ts';
import { createView, type SignedRequest } from '../../../../src/main/engine/verify/view.ts';
import type { HeaderList } from '../../../../src/shared/headers.ts';
import { bodyKindOf, requestFor, SIGNING, sharedSecret } from './signing-cases.ts';

const SHARED = SIGNING.filter(([, , rule]) =>
  rule.scheme === 'jwt'
    ? rule.algs[0].startsWith('HS')
    : ['hmac', 'digest', 'token', 'basic-auth'].includes(rule.scheme),
);

const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const text = fc.string({ unit: 'grapheme', maxLength: 40 });
/** Text that may be the value of a header: what the wire carries has no control characters. */
const headerText = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((value) => value.replace(/\p{C}/gu, '').trim() || 'secret');

/** Bodies of the kind that the rule reads; undefined is its usual one. */
function bodiesFor(rule: Rule): fc.Arbitrary<string | Buffer | undefined> {
  switch (bodyKindOf(rule)) {
    case 'any':
      return fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));
    case 'json':
      return fc.dictionary(name, fc.jsonValue({ maxDepth: 2 })).map((data) => JSON.stringify(data));
    case 'form':
      return fc
        .array(fc.tuple(name, text), { minLength: 1, maxLength: 6 })
        .map((fields) => new URLSearchParams(fields).toString());
    case 'own':
      return fc.constant(undefined);
  }
}

function secretsFor(rule: Rule): fc.Arbitrary<string> {
  const isSent = rule.scheme === 'token' || rule.scheme === 'basic-auth';
  const any = isSent ? headerText : fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
  return any.map((value) => sharedSecret(rule, value));
}

/** Times that every unit can write: from 2001 to 2100, in ms. */
const times = fc.integer({ min: 1_000_000_000_000, max: 4_102_444_800_000 });

describe.each(SHARED)('%s', (_, judge, rule) => {
  it('verifies what it signs: any body, secret and time', () => {
    fc.assert(
      fc.property(bodiesFor(rule), secretsFor(rule), times, (body, secret, at) => {
        const request = requestFor(rule, body);
        const signed = judge.sign({ request, secret, at, messageId: 'msg_1' });
        if ('problem' in signed) throw new Error(signed.problem);
        const verdict = judge.verify({
          view: createView(signed, true),
          secrets: [{ label: 'current', value: secret }],
          ...{ lockedSecrets: false, toleranceSeconds: null, receivedAt: at + 1_000 },
        });
        expect([verdict.status, verdict.hint]).toEqual(['verified', null]);
      }),
      { numRuns: 25 },
    );
  });
});

describe('any request', () => {
  const headers = fc.array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom(...SHARED.flatMap(([, judge]) => judge.header ?? [])),
        fc.constant('Content-Type'),
      ),
      fc.oneof(
        fc.constantFrom('application/x-www-form-urlencoded', 'application/json', 't=1,v1=,h=,'),
        text.map((value) => Buffer.from(value).toString('latin1')),
      ),
    ),
    { maxLength: 6 },
  ) as fc.Arbitrary<HeaderList>;
  const requests: fc.Arbitrary<SignedRequest> = fc.record({
    method: fc.constantFrom('GET', 'POST', 'x'),
    target: fc.oneof(
      text,
      fc.webPath(),
      fc.webQueryParameters().map((query) => `/?${query}`),
    ),
    publicOrigin: fc.constantFrom('https://example.com', null, ''),
    headers,
    body: fc
      .oneof(text, fc.json(), fc.constantFrom('[', '{"notificationItems":[[', '<Encrypt>', 'a=%zz'))
      .map((value) => ({ kind: 'memory' as const, bytes: Buffer.from(value) })),
  });

  it('gets a verdict by every rule, and never an exception', () => {
    fc.assert(
      fc.property(requests, text, (request, secret) => {
        for (const [, judge] of SIGNING) {
          const { status } = judge.verify({
            view: createView(request, true),
            secrets: [{ label: 'current', value: secret }],
            ...{ lockedSecrets: false, toleranceSeconds: null, receivedAt: 0 },
          });
          expect(['failed', 'unsigned']).toContain(status);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('can be signed, or there is a reason why not', () => {
    fc.assert(
      fc.property(requests, text, (request, secret) => {
        for (const [, judge] of SIGNING) {
          const signed = judge.sign({ request, secret, at: 0, messageId: 'msg_1' });
          if ('problem' in signed) expect(signed.problem).not.toBe('');
          else expect(signed.method).toBe(request.method);
        }
      }),
      { numRuns: 30 },
    );
  });
});
