// Every provider there is, by its own data: what we sign as it does is verified, and one changed bit of
// anything that is signed is not. Whether the data is right is for vectors.test.ts and oracles.test.ts.

import { describe, expect, it } from 'vitest';
import { PROVIDERS } from '../../../../src/main/engine/verify/providers.ts';
import { compileSource } from '../../../../src/main/engine/verify/source.ts';
import type { SignedRequest } from '../../../../src/main/engine/verify/view.ts';
import { NOON, requestFor, SIGNING, secretsFor, verdictOf } from './signing-cases.ts';
import { coversBody, tamperedValues } from './tampering.ts';

describe.each(SIGNING)('%s', (_, judge, rule, messageId) => {
  const secrets = secretsFor(rule);
  const request = requestFor(rule);
  const signed = judge.sign({
    ...{ request, secret: secrets.signing, at: NOON, messageId: 'msg_1' },
  });
  if ('problem' in signed) throw new Error(signed.problem);
  const verdictFor = (changed: SignedRequest) => verdictOf(judge, changed, secrets.own);

  it('verifies what is signed as it says', () => {
    expect(verdictFor(signed)).toMatchObject({ status: 'verified', hint: null });
  });

  it('refuses another secret, another signature, and another value of all that is signed', () => {
    expect(verdictOf(judge, signed, secrets.other).status).toBe('failed');
    for (const [source, changed] of tamperedValues(rule, signed, messageId)) {
      expect([source, changed && verdictFor(changed).status]).toEqual([source, 'failed']);
    }
  });

  it('refuses one changed bit of a body that is signed, and says so where it is not', () => {
    const { bytes } = signed.body as { bytes: Buffer };
    const body = Buffer.from(bytes);
    const at = /"(?:n|value)":1|a=1/.exec(body.toString('latin1'));
    const place = (at?.index ?? 0) + (at?.[0].length ?? 1) - 1;
    body[place] = (body[place] ?? 0) ^ 1;
    const verdict = verdictFor({ ...signed, body: { kind: 'memory', bytes: body } });
    if (coversBody(rule) !== 'none') expect(verdict.status).toBe('failed');
    else
      expect(verdict.warnings.join(' ')).toMatch(
        /body is not protected|neither the body|signs nothing/,
      );
  });
});

it('has sources that can be read, ids that are file names, and words that end', () => {
  for (const { id, messageId, eventType, notes, secretHint, retries, rules } of PROVIDERS) {
    expect(id).toMatch(/^[a-z0-9-]+$/);
    for (const source of [messageId, eventType]) if (source !== null) compileSource(source);
    for (const text of [...notes, secretHint, retries]) {
      if (text !== null) expect(text).toMatch(/^[^\s].*[.?)]$/s);
    }
    expect(rules.length).toBeGreaterThan(0);
  }
  expect(new Set(PROVIDERS.map(({ id }) => id)).size).toBe(PROVIDERS.length);
});
