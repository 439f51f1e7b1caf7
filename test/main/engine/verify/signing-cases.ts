// Every rule that signs, of every provider, with what it takes to try it: secrets of its form, and a
// request with a body of the kind that it reads.

import { createHash } from 'node:crypto';
import { compileProvider } from '../../../../src/main/engine/verify/compile.ts';
import { generateKeyPair } from '../../../../src/main/engine/verify/key-pair.ts';
import type { Provider, Rule } from '../../../../src/main/engine/verify/provider.ts';
import { PROVIDERS } from '../../../../src/main/engine/verify/providers.ts';
import type { Judge } from '../../../../src/main/engine/verify/scheme.ts';
import { createView, type SignedRequest } from '../../../../src/main/engine/verify/view.ts';
import type { HeaderList } from '../../../../src/shared/headers.ts';
import type { Verdict } from '../../../../src/shared/model.ts';
import { withDefaults } from './tampering.ts';

export const NOON = Date.parse('2026-03-04T12:00:00Z');
const FORM = 'application/x-www-form-urlencoded';

interface Secrets {
  /** What the endpoint has. */
  own: string;
  /** What the provider signs with; the same unless it is a private key. */
  signing: string;
  other: string;
}

/** Secrets of the form that the rule wants. */
export function secretsFor(rule: Rule): Secrets {
  const pair = generateKeyPair(rule);
  if (pair !== null) {
    const other = generateKeyPair(rule)?.publicKey ?? '';
    return { own: pair.publicKey, signing: pair.privateKey, other };
  }
  const own = sharedSecret(rule, 'a secret');
  return { own, signing: own, other: sharedSecret(rule, 'no secret') };
}

/** A secret of the rule's form, made of the bytes. */
export function sharedSecret(rule: Rule, text: string): string {
  if (rule.scheme !== 'hmac') return rule.scheme === 'basic-auth' ? `user:${text}` : text;
  const bytes = createHash('sha256').update(text).digest();
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

/** What kind of body the rule reads; `any` when it takes its bytes as they are. */
export function bodyKindOf(rule: Rule): 'any' | 'json' | 'form' | 'own' {
  if ('signedContent' in rule && rule.signedContent in BODIES) return 'own';
  const text = JSON.stringify({ ...rule, when: null });
  if (/"in":"form|\{form|"form:|plivo\.url/.test(text)) return 'form';
  return /"in":"json|\{json|"json:/.test(text) ? 'json' : 'any';
}

/** A request with a body of the kind that the rule reads; signing adds the values that it covers. */
export function requestFor(rule: Rule, body?: string | Buffer): SignedRequest {
  const kind = bodyKindOf(rule);
  const contentType: HeaderList = [['Content-Type', kind === 'form' ? FORM : 'application/json']];
  const own = 'signedContent' in rule ? BODIES[rule.signedContent] : undefined;
  const usual = kind === 'form' ? 'a=1&b=2' : '{"id":"1","data":{"n":1}}';
  const text = body ?? own ?? usual;
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

export function verdictOf(judge: Judge, request: SignedRequest, secret: string): Verdict {
  return judge.verify({
    view: createView(request, true),
    secrets: [{ label: 'current', value: secret }],
    ...{ lockedSecrets: false, toleranceSeconds: null, receivedAt: NOON + 1000 },
  });
}

const SIGNED_HERE = ['hmac', 'digest', 'token', 'basic-auth', 'ed25519', 'rsa', 'ecdsa', 'jwt'];

export const SIGNING = PROVIDERS.flatMap((provider) =>
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
