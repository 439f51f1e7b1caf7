// Every provider there is, by its own data: what we sign as it does is verified, and one changed bit of
// anything that is signed is not. Whether the data is right is for vectors.test.ts and oracles.test.ts.

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { compileProvider } from '../../../../src/main/engine/verify/compile.ts';
import { generateKeyPair } from '../../../../src/main/engine/verify/key-pair.ts';
import type { Provider, Rule } from '../../../../src/main/engine/verify/provider.ts';
import { PROVIDERS } from '../../../../src/main/engine/verify/providers.ts';
import type { Judge } from '../../../../src/main/engine/verify/scheme.ts';
import { compileSource } from '../../../../src/main/engine/verify/source.ts';
import { createView, type SignedRequest } from '../../../../src/main/engine/verify/view.ts';
import type { HeaderList } from '../../../../src/shared/headers.ts';
import type { Verdict } from '../../../../src/shared/model.ts';
import { coversBody, tamperedValues, withDefaults } from './tampering.ts';

const NOON = Date.parse('2026-03-04T12:00:00Z');
const FORM = 'application/x-www-form-urlencoded';

interface Secrets {
  /** What the endpoint has. */
  own: string;
  /** What the provider signs with; the same unless it is a private key. */
  signing: string;
  other: string;
}

/** Secrets of the form that the rule wants. */
function secretsFor(rule: Rule): Secrets {
  const pair = generateKeyPair(rule);
  if (pair !== null) {
    const other = generateKeyPair(rule)?.publicKey ?? '';
    return { own: pair.publicKey, signing: pair.privateKey, other };
  }
  const own = sharedSecret(rule, 'a secret');
  return { own, signing: own, other: sharedSecret(rule, 'no secret') };
}

function sharedSecret(rule: Rule, text: string): string {
  const bytes = createHash('sha256').update(text).digest();
  if (rule.scheme !== 'hmac') return rule.scheme === 'basic-auth' ? `user:${text}` : text;
  const prefix = /^base64-after-prefix:(.*)$/.exec(rule.key)?.[1];
  if (prefix !== undefined) return prefix + bytes.toString('base64');
  if (rule.key === 'hex') return bytes.toString('hex');
  return rule.key === 'base64' ? bytes.toString('base64') : text;
}

/** Bodies of providers that sign values which no one else has. */
const BODIES: Readonly<Record<string, string>> = {
  '{adyen.item}':
    '{"notificationItems":[{"NotificationRequestItem":{"amount":{"value":1},"success":"true"}}]}',
  '{sns.message}': '{"Message":"a=1"}',
  '{wecom.sorted}': '<xml><Encrypt><![CDATA[a=1]]></Encrypt></xml>',
};

/** A request with a body of the kind that the rule reads; signing adds the values that it covers. */
function requestFor(rule: Rule): SignedRequest {
  const isForm = /"in":"form|\{form|"form:|plivo.url/.test(JSON.stringify({ ...rule, when: null }));
  const contentType: HeaderList = [['Content-Type', isForm ? FORM : 'application/json']];
  const own = 'signedContent' in rule ? BODIES[rule.signedContent] : undefined;
  const text = own ?? (isForm ? 'a=1&b=2' : JSON.stringify({ id: '1', data: { n: 1 } }));
  return {
    ...{ method: 'POST', target: '/hook?a=1', publicOrigin: 'https://x.example' },
    headers: [...headersWanted(rule), ...contentType],
    body: { kind: 'memory', bytes: Buffer.from(text) },
  };
}

/** What the rule's conditions ask for. */
function headersWanted(rule: Rule): HeaderList {
  if (!('when' in rule) || rule.when === undefined) return [];
  return Object.entries(rule.when).flatMap(
    ([source, wanted]): HeaderList =>
      source.startsWith('header:') && wanted !== null
        ? [[source.slice('header:'.length), wanted === true ? 'x' : wanted]]
        : [],
  );
}

function judgesOf(provider: Provider): readonly Judge[] {
  const options = Object.fromEntries(
    provider.options.map(({ key, default: value }) => [key, value]),
  );
  const { judges } = compileProvider(provider, options);
  if ('problem' in judges) throw new Error(`${provider.id}: ${judges.problem}`);
  return judges;
}

function verdictOf(judge: Judge, request: SignedRequest, secret: string): Verdict {
  return judge.verify({
    view: createView(request, true),
    secrets: [{ label: 'current', value: secret }],
    ...{ lockedSecrets: false, toleranceSeconds: null, receivedAt: NOON + 1000 },
  });
}

const SIGNED_HERE = ['hmac', 'digest', 'token', 'basic-auth', 'ed25519', 'rsa', 'ecdsa'];

const SIGNING = PROVIDERS.flatMap((provider) =>
  judgesOf(provider).map((judge, index): [string, Judge, Rule, string | null] => [
    `${provider.id} by ${judge.scheme}`,
    judge,
    withDefaults(provider, provider.rules[index] as Rule),
    provider.messageId,
  ]),
).filter(([, , rule]) => SIGNED_HERE.includes(rule.scheme) && !needsBoth(rule));

/** Signed with a key that is published over a secret of the endpoint's: one secret is not both. */
function needsBoth(rule: Rule): boolean {
  return 'keysAt' in rule && 'signedContent' in rule && rule.signedContent.includes('{secret}');
}

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
