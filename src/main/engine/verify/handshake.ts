// Handshakes: requests by which a provider asks whether a URL is ours, and what it wants to hear.

import { createHash, timingSafeEqual } from 'node:crypto';
import { assertNever } from '../../../shared/assert-never.ts';
import type { HeaderList } from '../../../shared/headers.ts';
import type { Verdict } from '../../../shared/model.ts';
import { compileCondition } from './handshake-condition.ts';
import { openLark } from './handshake-lark.ts';
import type { ChallengeSignature, HandshakeResponse, HandshakeRule } from './handshake-rule.ts';
import { compileJson, compileText, type Filler } from './handshake-template.ts';
import { openWecom } from './handshake-wecom.ts';
import { hmac } from './hmac.ts';
import type { RuleContext, Secret } from './scheme.ts';
import { compileSource } from './source.ts';
import type { RequestView } from './view.ts';

export interface HandshakeAnswer {
  status: number;
  headers: HeaderList;
  body: string;
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
  const sign = rule.signs === undefined ? null : compileSignature(rule.signs);
  const isExpected = compileExpectation(rule, context);
  const secretOf = compileSecret(rule);
  const callBackOf = compileCallBack(rule, context);
  const { signed = false, next = null } = rule;
  return ({ view: sent, verdict, secrets }) => {
    const view = opened(rule, sent, verdict, secrets);
    if (view === null || !isMeant(view, verdict)) return null;
    if (!isExpected(view)) return { ...refusal(403, otherToken(context)), signed };
    const secret = secrets.find(({ label }) => label === verdict.secretLabel) ?? secrets[0];
    if (sign !== null && !sign.isChallenge(view)) return null;
    if (sign !== null && secret === undefined) {
      return { ...refusal(503, noSecret(context)), signed };
    }
    const signature = () =>
      sign === null || secret === undefined ? null : sign.sign(view, secret.value);
    const answer = respond(view, signature);
    if (answer === null) return null;
    return { ...answer, signed, secret: secretOf(view), note: next, ...callBackOf(view) };
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

type Response = Pick<HandshakeAnswer, 'status' | 'headers' | 'body'>;

function compileResponse(
  { status, headers = {}, body }: HandshakeResponse,
  { option }: RuleContext,
): Filler<Response> {
  const fields = Object.entries(headers).map(
    ([name, text]) => [name, compileText(text, option)] as const,
  );
  const content = compileBody(body, option);
  return (view, signature) => {
    const filled: HeaderList = [...content.headers];
    for (const [name, fill] of fields) {
      const value = fill(view, signature);
      if (value === null || !HEADER_VALUE.test(value)) return null;
      filled.push([name, value]);
    }
    const text = content.fill(view, signature);
    return text === null ? null : { status, headers: filled, body: text };
  };
}

/** A line break in what is echoed would begin another header. */
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

// What is echoed is a stranger's text: no browser may take it for a page.
const NO_SNIFF = ['X-Content-Type-Options', 'nosniff'] as const;

function compileBody(
  body: HandshakeResponse['body'],
  option: RuleContext['option'],
): { headers: HeaderList; fill: Filler<string> } {
  if (body === undefined) return { headers: [], fill: () => '' };
  const type = 'json' in body ? 'application/json' : 'text/plain';
  return {
    headers: [['Content-Type', type], [...NO_SNIFF]],
    fill: 'json' in body ? compileJson(body.json, option) : compileText(body.text, option),
  };
}

interface ChallengeSigner {
  isChallenge(view: RequestView): boolean;
  sign(view: RequestView, secret: string): string | null;
}

/** Throws a TypeError when the parameters make no sense. */
function compileSignature({ of, like, ...params }: ChallengeSignature): ChallengeSigner {
  const read = compileSource(of);
  const algorithm = hmac(params);
  if ('problem' in algorithm) throw new TypeError(algorithm.problem);
  return {
    isChallenge: (view) => like.test(read(view) ?? ''),
    sign(view, secret) {
      const key = algorithm.readKey(secret);
      if (key === null) return null;
      const work = algorithm.begin(key);
      work.text(read(view) ?? '');
      return work.signature();
    },
  };
}

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

/** Short enough to be stored, long enough to be a secret. */
const SECRET = /^[\x21-\x7e]{8,512}$/;

function compileSecret({ secret }: HandshakeRule): (view: RequestView) => string | null {
  if (secret === undefined) return () => null;
  const read = compileSource(secret);
  return (view) => {
    const value = read(view);
    return value !== null && SECRET.test(value) ? value : null;
  };
}

const MAX_URL = 4096;

/** Where to call; or why not, in place of what is left to do. */
type CallBack = Pick<HandshakeAnswer, 'callBack'> & Partial<Pick<HandshakeAnswer, 'note'>>;

function compileCallBack(
  { callBack }: HandshakeRule,
  { providerName }: RuleContext,
): (view: RequestView) => CallBack {
  if (callBack === undefined) return () => ({ callBack: null });
  const read = compileSource(callBack.url);
  const note = `The URL that is to be called to confirm is not one of ${providerName}, so it is not called.`;
  return (view) => {
    const url = ownUrl(read(view), callBack.host);
    return url === null ? { callBack: null, note } : { callBack: url };
  };
}

/** Null unless it leads to the provider itself: anyone may send anything for us to call. */
function ownUrl(text: string | null, host: RegExp): string | null {
  if (text === null || text.length > MAX_URL || !URL.canParse(text)) return null;
  const url = new URL(text);
  const isPlain = url.protocol === 'https:' && url.username === '' && url.password === '';
  return isPlain && host.test(url.host) ? url.href : null;
}
