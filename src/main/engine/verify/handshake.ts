// Handshakes: requests by which a provider asks whether a URL is ours, and what it wants to hear.

import { createHash, timingSafeEqual } from 'node:crypto';
import { assertNever } from '../../../shared/assert-never.ts';
import type { HeaderList } from '../../../shared/headers.ts';
import type { Verdict } from '../../../shared/model.ts';
import { compileCondition } from './handshake-condition.ts';
import { compileCallBack, compileSecret } from './handshake-gifts.ts';
import { openLark } from './handshake-lark.ts';
import { compileResponse, type Response } from './handshake-response.ts';
import type { HandshakeRule } from './handshake-rule.ts';
import { compileChallengeSignature } from './handshake-signature.ts';
import { openWecom } from './handshake-wecom.ts';
import type { RuleContext, Secret } from './scheme.ts';
import { compileSource } from './source.ts';
import type { RequestView } from './view.ts';

export interface HandshakeAnswer extends Response {
  /** The provider signs such requests. */
  signed: boolean;
  /** The signing secret that arrived with the request. */
  secret: string | null;
  /** A URL of the provider's own that it wants to be called, to confirm. */
  callBack: string | null;
  /** Why it could not be answered as asked, or what is yet to be done, as sentences. */
  note: string | null;
}

export interface HandshakeInput {
  view: RequestView;
  verdict: Verdict;
  secrets: readonly Secret[];
}

/** The answer when the request is a handshake, else null. */
export type Handshake = (input: HandshakeInput) => HandshakeAnswer | null;

/**
 * A handshake is answered whatever the verdict, unless its rule asks for a bad signature. Registering is
 * the moment at which the secret is not known yet, or is still the one of another endpoint: refusing
 * then would keep the provider from ever accepting the URL. An answer gives nothing away: it returns
 * what the request itself carried, or signs what no event can be (see ChallengeSignature).
 */
export function compileHandshake(
  rules: HandshakeRule | readonly HandshakeRule[],
  context: RuleContext,
): Handshake {
  const handshakes = isList(rules)
    ? rules.map((rule) => compileRule(rule, context))
    : [compileRule(rules, context)];
  return (input) => {
    for (const handshake of handshakes) {
      const answer = handshake(input);
      if (answer !== null) return answer;
    }
    return null;
  };
}

function isList(
  rules: HandshakeRule | readonly HandshakeRule[],
): rules is readonly HandshakeRule[] {
  return Array.isArray(rules);
}

function compileRule(rule: HandshakeRule, context: RuleContext): Handshake {
  const isMeant = compileCondition(rule.when);
  const respond = compileResponse(rule.respond, context);
  const sign = rule.signs === undefined ? null : compileChallengeSignature(rule.signs);
  const isExpected = compileExpectation(rule, context);
  const secretOf = compileSecret(rule);
  const callBackOf = compileCallBack(rule, context);
  const { signed = false, next = null } = rule;
  return ({ view: sent, verdict, secrets }) => {
    const view = opened(rule, sent, verdict, secrets);
    if (view === null || !isMeant(view, verdict)) return null;
    if (!isExpected(view)) return { ...refusal(403, otherToken(context)), signed };
    const own = secrets.find(({ label }) => label === verdict.secretLabel);
    const secret = own ?? secrets[0];
    if (sign !== null && !sign.isChallenge(view)) return null;
    if (sign !== null && secret === undefined) {
      return { ...refusal(503, noSecret(context)), signed };
    }
    const signature = () =>
      sign === null || secret === undefined ? null : sign.sign(view, secret.value);
    const answer = respond(view, signature);
    if (answer === null) return null;
    const isGuess = sign !== null && own === undefined && secrets.length > 1;
    const note = isGuess && secret !== undefined ? firstSecret(secret, context) : next;
    return { ...answer, signed, secret: secretOf(view), note, ...callBackOf(view) };
  };
}

/** Null when it is encrypted and cannot be opened. */
function opened(
  { encrypted }: HandshakeRule,
  view: RequestView,
  verdict: Verdict,
  secrets: readonly Secret[],
): RequestView | null {
  switch (encrypted) {
    case undefined:
      return view;
    case 'lark':
      return openLark(view, secrets);
    case 'wecom':
      return openWecom(view, verdict, secrets);
    default:
      return assertNever(encrypted);
  }
}

function refusal(status: number, note: string): Omit<HandshakeAnswer, 'signed'> {
  const headers: HeaderList = [['Content-Type', 'text/plain; charset=utf-8']];
  return { status, headers, body: `${note}\n`, secret: null, callBack: null, note };
}

const otherToken = ({ providerName }: RuleContext) =>
  `The verify token is another one than the endpoint has. Enter the same one here and at ${providerName}.`;
const noSecret = ({ providerName }: RuleContext) =>
  `${providerName} wants its challenge signed, and this endpoint has no secret to sign it with. Enter the secret and let ${providerName} try again.`;
const firstSecret = ({ label }: Secret, { providerName }: RuleContext) =>
  `Answered with “${label}”, the first of the secrets of this endpoint, as the request does not tell which one is meant. If ${providerName} refuses it, put the right one first.`;

/** Without a word of the user's own, any will do. */
function compileExpectation(
  { verifyToken }: HandshakeRule,
  { option }: RuleContext,
): (view: RequestView) => boolean {
  const expected = verifyToken === undefined ? '' : option('verifyToken');
  if (verifyToken === undefined || expected === '') return () => true;
  const read = compileSource(verifyToken);
  return (view) => isSame(read(view) ?? '', expected);
}

/** In constant time whatever the lengths, as digests are compared. */
function isSame(a: string, b: string): boolean {
  const digestOf = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digestOf(a), digestOf(b));
}
