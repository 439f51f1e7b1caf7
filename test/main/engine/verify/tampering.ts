// Changing one thing that is signed, for the tests that nothing of it may be changed.

import type { Options } from '../../../../src/main/engine/verify/compile.ts';
import type { Provider, Rule } from '../../../../src/main/engine/verify/provider.ts';
import { withValue } from '../../../../src/main/engine/verify/request-edit.ts';
import { compileSource, headersOf } from '../../../../src/main/engine/verify/source.ts';
import { compileTemplate, sourcesCovered } from '../../../../src/main/engine/verify/template.ts';
import { createView, type SignedRequest } from '../../../../src/main/engine/verify/view.ts';
import { getHeader } from '../../../../src/shared/headers.ts';

/** The request with another signature, and with another value of each that it covers, by their sources. */
export function tamperedValues(
  rule: Rule,
  signed: SignedRequest,
  messageId: Provider['messageId'],
): [source: string, changed: SignedRequest | null][] {
  return sourcesSigned(rule, signed, messageId).map((source) => {
    const value = compileSource(source)(createView(signed, true)) ?? '';
    const numbered = /^header:(.*-)1$/.exec(source)?.[1];
    if (numbered === undefined) {
      const changed = withValue(signed, source, flipped(value));
      return [source, changed ?? withText(signed, value, flipped(value))];
    }
    const headers = signed.headers.map(([name, text]): [string, string] => {
      return [name, name.startsWith(numbered) ? flipped(text) : text];
    });
    return [source, { ...signed, headers }];
  });
}

/** The request with a text of its body changed, where the engine cannot write that kind of body. */
function withText(signed: SignedRequest, text: string, other: string): SignedRequest | null {
  const { bytes } = signed.body as { bytes: Buffer };
  const body = bytes.toString('latin1');
  if (text === '' || !body.includes(text)) return null;
  return {
    ...signed,
    body: { kind: 'memory', bytes: Buffer.from(body.replace(text, other), 'latin1') },
  };
}

/** The rule as it is when the user sets nothing, or only these options. */
export function withDefaults({ options }: Provider, rule: Rule, set: Options = {}): Rule {
  const text = JSON.stringify(rule).replace(/\{option:(\w+)\}/g, (_, name: string) => {
    return set[name] ?? options.find(({ key }) => key === name)?.default ?? '';
  });
  return JSON.parse(text) as Rule;
}

/** The request with one bit changed, at up to 32 places over its body. */
export function tamperedBodies(signed: SignedRequest): SignedRequest[] {
  const { bytes } = signed.body as { bytes: Buffer };
  const step = Math.ceil(bytes.length / 32);
  return Array.from({ length: Math.ceil(bytes.length / step) }, (_, index) => {
    const changed = Buffer.from(bytes);
    changed[index * step] = (changed[index * step] ?? 0) ^ (1 << (index % 8));
    return { ...signed, body: { kind: 'memory', bytes: changed } };
  });
}

export function coversBody(rule: Rule): 'all' | 'some' | 'none' {
  if ('bodyDigest' in rule && rule.bodyDigest !== undefined) return 'all';
  if (rule.scheme === 'jwt') {
    return rule.bodyHash !== undefined || rule.token.in === 'body' ? 'all' : 'none';
  }
  if (!('signedContent' in rule)) return 'none';
  if (rule.signedContent.includes('{body}')) return 'all';
  const template = compileTemplate(rule.signedContent);
  return 'coversBody' in template && template.coversBody ? 'some' : 'none';
}

function sourcesSigned(rule: Rule, { headers }: SignedRequest, messageId: string | null): string[] {
  if (rule.scheme === 'basic-auth') return ['header:Authorization'];
  if (rule.scheme === 'token') return [sourceOf(rule.token)];
  if (rule.scheme === 'jwt') return rule.token.in === 'body' ? [] : [sourceOf(rule.token)];
  if (!('signedContent' in rule)) return [];
  const { signature, signedContent, timestamp } = rule;
  const sources = [sourceOf(signature)];
  const template = compileTemplate(signedContent);
  if ('problem' in template) throw new Error(template.problem);
  sources.push(...sourcesCovered(template).map(([source]) => source));
  if (template.coversTimestamp && timestamp && timestamp.from !== 'signature') {
    sources.push(timestamp.from);
  }
  if (!template.coversId) return sources;
  const names = headersOf(messageId ?? '').filter((name) => getHeader(headers, name) !== null);
  return [...sources, ...names.slice(0, 1).map((name) => `header:${name}`)];
}

function sourceOf(place: Extract<Rule, { scheme: 'token' }>['token']): string {
  switch (place.in) {
    case 'json':
      return `json:${place.path}`;
    case 'form-json':
      return `form-json:${place.name}:${place.path}`;
    default:
      return `${place.in}:${place.name}`;
  }
}

const LONG = /[A-Za-z0-9+/_-]{20,}/g;

/** Another character in every signature that the text may hold, or in its last place that counts. */
function flipped(value: string): string {
  if (value.search(LONG) >= 0)
    return value.replace(LONG, (run) => run.slice(0, -1) + other(run.at(-1) ?? ''));
  const at = value.search(/[0-9a-z](?=[^0-9a-z]*$)/i);
  return value.slice(0, at) + other(value[at] ?? '') + value.slice(at + 1);
}

function other(character: string): string {
  if (/\d/.test(character)) return String((Number(character) + 5) % 10);
  return character.toLowerCase() === 'a' ? 'c' : 'a';
}
