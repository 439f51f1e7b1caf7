// A provider made ready for requests: its rules, sources and handshake, compiled once for each set of
// options that endpoints use.

import type { KeyObject } from 'node:crypto';
import { assertNever } from '../../../shared/assert-never.ts';
import type { Algorithm } from './algorithm.ts';
import { compileContentRule } from './content-rule.ts';
import type { ContentRuleSpec } from './content-spec.ts';
import { digest } from './digest.ts';
import { ed25519 } from './ed25519.ts';
import { everyItem } from './every-item.ts';
import { compileHandshake, type Handshake } from './handshake.ts';
import { hmac } from './hmac.ts';
import { jwt } from './jwt.ts';
import { withPublishedKeys } from './keys/with-published-keys.ts';
import type { Provider, Rule } from './provider.ts';
import { publicKey } from './public-key.ts';
import type { Judge, Problem, RuleContext } from './scheme.ts';
import { compileSource, type SourceReader } from './source.ts';
import { basicAuth, token } from './token.ts';
import { unsigned } from './unsigned.ts';
import { abbreviate, wordList } from './words.ts';

export type Options = Readonly<Record<string, string>>;

export interface CompiledProvider {
  provider: Provider;
  /** In the order of the rules; a problem when an option makes no sense. */
  judges: readonly [Judge, ...Judge[]] | Problem;
  eventType: SourceReader;
  messageId: SourceReader;
  handshake: Handshake | null;
}

/** Endpoints with options of their own are few; this only keeps a flood of edits from growing it. */
const MAX_KEPT = 200;
const keptByOptions = new Map<string, CompiledProvider>();
const kept = new Map<Provider, CompiledProvider>();

/** Pure: the answers are kept by provider and options, because compiling costs more than judging. */
export function compileProvider(provider: Provider, options: Options): CompiledProvider {
  if (provider.options.length > 0) return compileWithOptions(provider, options);
  const known = kept.get(provider);
  if (known !== undefined) return known;
  const compiled = compile(provider, () => '');
  kept.set(provider, compiled);
  return compiled;
}

function compileWithOptions(provider: Provider, options: Options): CompiledProvider {
  const option = (name: string) => optionOf(provider, options, name);
  const key = keyOf(provider, option);
  const known = keptByOptions.get(key);
  if (known !== undefined) return known;
  const compiled = compile(provider, option);
  if (keptByOptions.size >= MAX_KEPT) keptByOptions.clear();
  keptByOptions.set(key, compiled);
  return compiled;
}

function keyOf(provider: Provider, option: (name: string) => string): string {
  let key = provider.id;
  for (const { key: name } of provider.options) key += `\0${option(name)}`;
  return key;
}

/** What the user set, or the default; an empty value counts as not set. */
function optionOf(provider: Provider, options: Options, name: string): string {
  const own: unknown = Object.hasOwn(options, name) ? options[name] : undefined;
  if (typeof own === 'string' && own !== '') return own;
  return provider.options.find(({ key }) => key === name)?.default ?? '';
}

function compile(provider: Provider, option: (name: string) => string): CompiledProvider {
  return {
    provider,
    judges: compileRules(provider, option),
    eventType: provider.eventType === null ? () => null : compileSource(provider.eventType),
    messageId: provider.messageId === null ? () => null : compileSource(provider.messageId),
    handshake:
      provider.handshake === null
        ? null
        : compileHandshake(provider.handshake, contextOf(provider, option)),
  };
}

export interface OpenRules {
  /** With the options filled in. */
  rules: readonly Rule[];
  context: RuleContext;
}

/** The rules as data, for those who try out what changing them would give. */
export function openRules(provider: Provider, options: Options): OpenRules {
  const option = (name: string) => optionOf(provider, options, name);
  return {
    rules: provider.rules.map((rule) => fillOptions(rule, option)),
    context: contextOf(provider, option),
  };
}

function contextOf(
  { name, sender = name, messageId }: Provider,
  option: (name: string) => string,
): RuleContext {
  return { providerName: sender, messageId, option };
}

function compileRules(
  provider: Provider,
  option: (name: string) => string,
): CompiledProvider['judges'] {
  const wrong = wrongChoice(provider, option);
  if (wrong !== null) return wrong;
  const context = contextOf(provider, option);
  const [first, ...others] = provider.rules;
  const ready = (judge: Judge) =>
    provider.confidence === 'unconfirmed' ? doubted(judge, context.providerName) : judge;
  const judge = compileRule(first, context);
  if ('problem' in judge) return judge;
  const judges: [Judge, ...Judge[]] = [ready(judge)];
  for (const rule of others) {
    const next = compileRule(rule, context);
    if ('problem' in next) return next;
    judges.push(ready(next));
  }
  return judges;
}

/** A judge whose verdicts say that the rule itself may be wrong. */
function doubted(judge: Judge, sender: string): Judge {
  const warning = `How ${sender} signs was not confirmed by a document: a failure may be ours.`;
  return {
    ...judge,
    verify(input) {
      const verdict = judge.verify(input);
      const judged = verdict.status === 'verified' || verdict.status === 'failed';
      return judged ? { ...verdict, warnings: [...verdict.warnings, warning] } : verdict;
    },
  };
}

function wrongChoice(provider: Provider, option: (name: string) => string): Problem | null {
  for (const { key, label, choices } of provider.options) {
    const value = option(key);
    if (choices === undefined || choices.includes(value)) continue;
    const known = wordList(choices, 'or');
    return { problem: `"${label}" is set to "${abbreviate(value)}", which is not ${known}.` };
  }
  return null;
}

/** A problem is the answer when something that the user set makes no sense. */
export function compileRule(rule: Rule, context: RuleContext): Judge | Problem {
  try {
    return compileFilled(fillOptions(rule, context.option), context);
  } catch (error) {
    // Only an option can do that, such as a header's name with a character that sources are written with.
    if (!(error instanceof TypeError)) throw error;
    return { problem: `The name of a header or a parameter cannot be read: ${error.message}.` };
  }
}

function compileFilled(filled: Rule, context: RuleContext): Judge | Problem {
  switch (filled.scheme) {
    case 'hmac':
      return compileContentRule(filled, hmac(filled), context);
    case 'ed25519':
      return withKeys(filled, ed25519(filled), context);
    case 'digest':
      return compileContentRule(filled, digest(filled), context);
    case 'rsa':
    case 'ecdsa':
      return withKeys(filled, publicKey({ ...filled, kind: filled.scheme }), context);
    case 'jwt':
      return everyItem(filled, (rule) => jwt(rule, context));
    case 'token':
      return everyItem(filled, (rule) => token(rule, context));
    case 'basic-auth':
      return basicAuth(filled, context);
    case 'none':
      return unsigned(filled, context);
    default:
      return assertNever(filled);
  }
}

/** A rule that verifies by a public key, which the provider may publish. */
function withKeys(
  spec: ContentRuleSpec,
  algorithm: Algorithm<KeyObject> | Problem,
  context: RuleContext,
): Judge | Problem {
  const judge = compileContentRule(spec, algorithm, context);
  if (spec.keysAt === undefined || 'problem' in judge || 'problem' in algorithm) return judge;
  return withPublishedKeys(judge, spec.keysAt, context, {
    isSigned: spec.signedContent.includes('{secret}'),
    keyOf: algorithm.readKey,
  });
}

const OPTION_REF = /\{option:(\w+)\}/g;

/** The same data with every `{option:name}` in its texts replaced. */
function fillOptions<T>(data: T, option: (name: string) => string): T {
  return fill(data, option) as T;
}

function fill(value: unknown, option: (name: string) => string): unknown {
  if (typeof value === 'string') {
    return value.replace(OPTION_REF, (_, name: string) => option(name));
  }
  if (Array.isArray(value)) return value.map((item) => fill(item, option));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, option)]));
}
