// Every provider there is, by its own data: what we sign as it does is verified, and one changed byte of
// anything that is signed is not. Whether the data is right is for vectors.test.ts and oracles.test.ts.

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { compileProvider } from '../../../../src/main/engine/verify/compile.ts';
import type { Provider, Rule } from '../../../../src/main/engine/verify/provider.ts';
import { PROVIDERS } from '../../../../src/main/engine/verify/providers.ts';
import type { Judge } from '../../../../src/main/engine/verify/scheme.ts';
import { compileSource } from '../../../../src/main/engine/verify/source.ts';
import { createView, type SignedRequest } from '../../../../src/main/engine/verify/view.ts';
import type { HeaderList } from '../../../../src/shared/headers.ts';
import type { Verdict } from '../../../../src/shared/model.ts';

const NOON = Date.parse('2026-03-04T12:00:00Z');
const FORM = 'application/x-www-form-urlencoded';

/** A secret of the form that the rule wants. */
function secretFor(rule: Rule): string {
  const bytes = createHash('sha256').update('a secret').digest();
  if (rule.scheme !== 'hmac') return rule.scheme === 'basic-auth' ? 'user:pass word' : 'a secret';
  const prefix = /^base64-after-prefix:(.*)$/.exec(rule.key)?.[1];
  if (prefix !== undefined) return prefix + bytes.toString('base64');
  if (rule.key === 'hex') return bytes.toString('hex');
  return rule.key === 'base64' ? bytes.toString('base64') : 'a secret';
}

/** A request that has what the rule's signed content covers. */
function requestFor(rule: Rule): SignedRequest {
  const content = 'signedContent' in rule ? rule.signedContent : '';
  const isForm = content.includes('{form');
  const contentType: HeaderList = [['Content-Type', isForm ? FORM : 'application/json']];
  const query = 'bodyDigest' in rule ? `?${rule.bodyDigest?.at.slice('query:'.length)}=` : '?a=1';
  const text = isForm ? 'a=1&b=2' : JSON.stringify({ ...timeIn(rule), id: '1', data: { n: 1 } });
  const bytes = Buffer.from(text);
  const digest = 'bodyDigest' in rule ? createHash('sha256').update(bytes).digest('hex') : '';
  return {
    ...{ method: 'POST', target: `/hook${query}${digest}`, publicOrigin: 'https://x.example' },
    headers: [...headersWanted(rule), ...contentType],
    body: { kind: 'memory', bytes },
  };
}

/** The time, where the rule has it at the top of the JSON body. */
function timeIn(rule: Rule): Record<string, number> {
  const { from = '', unit } = ('timestamp' in rule && rule.timestamp) || {};
  const [, name] = /^json:\$\.(\w+)$/.exec(from) ?? [];
  return name === undefined ? {} : { [name]: unit === 'ms' ? NOON : NOON / 1000 };
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

const SIGNING = PROVIDERS.flatMap((provider) =>
  judgesOf(provider).map((judge, index): [string, Judge, Rule] => [
    `${provider.id} by ${judge.scheme}`,
    judge,
    provider.rules[index] as Rule,
  ]),
).filter(([, judge, rule]) => judge.header !== null && isSymmetric(rule));

function isSymmetric({ scheme }: Rule): boolean {
  return ['hmac', 'digest', 'token', 'basic-auth'].includes(scheme);
}

describe.each(SIGNING)('%s', (_, judge, rule) => {
  const secret = secretFor(rule);
  const request = requestFor(rule);
  const signature = judge.sign({ request, secret, at: NOON, messageId: 'msg_1' });
  if ('problem' in signature) throw new Error(signature.problem);
  const signed = { ...request, headers: [...request.headers, ...signature] };

  it('verifies what is signed as it says', () => {
    expect(verdictOf(judge, signed, secret)).toMatchObject({ status: 'verified', hint: null });
  });

  it('refuses another secret, and every changed header that carries the signature or is signed', () => {
    expect(verdictOf(judge, signed, `${secret.slice(0, -4)}AAA=`).status).toBe('failed');
    for (const [name] of signature) {
      if (!covers(rule, name, judge)) continue;
      const headers = signed.headers.map(([other, value]): [string, string] =>
        other === name ? [other, flipLast(value)] : [other, value],
      );
      expect([name, verdictOf(judge, { ...signed, headers }, secret).status]).toEqual([
        name,
        'failed',
      ]);
    }
  });

  it('refuses one changed byte of a body that is signed, and says so where it is not', () => {
    const body = Buffer.from((signed.body as { bytes: Buffer }).bytes);
    body[body.length - 1] = (body.at(-1) ?? 0) ^ 1;
    const verdict = verdictOf(judge, { ...signed, body: { kind: 'memory', bytes: body } }, secret);
    if (coversBody(rule, judge)) expect(verdict.status).toBe('failed');
    else
      expect(verdict.warnings.join(' ')).toMatch(
        /body is not protected|neither the body|signs nothing/,
      );
  });
});

function covers(rule: Rule, header: string, judge: Judge): boolean {
  if (header === judge.header) return true;
  return 'signedContent' in rule && /\{(?:timestamp|id|header:)/.test(rule.signedContent);
}

function coversBody(rule: Rule, { scheme }: Judge): boolean {
  if ('bodyDigest' in rule && rule.bodyDigest !== undefined) return true;
  return /\{body\}|:body\}|\{form/.test(scheme);
}

/** Another character in the last place that counts, of the same kind. */
function flipLast(value: string): string {
  const at = value.search(/[0-9a-z](?==*$)/i);
  const last = value[at] ?? '';
  const other = /\d/.test(last) ? String((Number(last) + 5) % 10) : last === 'a' ? 'q' : 'a';
  return value.slice(0, at) + other + value.slice(at + 1);
}

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
