// JSON Web Tokens: the provider signs some claims, and the claims tell of the request, such as the
// hash of its body. A token in the body is itself what is told.

import type { Check, Verdict } from '../../../shared/model.ts';
import { bodyHead, SPOOL_THRESHOLD_BYTES } from '../body.ts';
import { type Examination, type SignatureFinding, verdictOf } from './finding.ts';
import { isSignedBy, type JwtAlgorithm } from './jwt-algorithms.ts';
import { complaintAbout } from './jwt-claims.ts';
import { keysFor, type TokenKey, type TokenKeys } from './jwt-keys.ts';
import type { JwtRule } from './jwt-rule.ts';
import { signToken } from './jwt-sign.ts';
import { judgeTokenTimes, type TokenTimes } from './jwt-time.ts';
import { parseToken, type Token } from './jwt-token.ts';
import { compileKeysAt, type KeyFinder, verdictWithoutKey } from './keys/published-keys.ts';
import type { Judge, RuleContext, VerifyInput } from './scheme.ts';
import { compileSignature, type SignatureLocation } from './signature.ts';
import type { RequestView } from './view.ts';
import { abbreviate, quotedList, wordList } from './words.ts';

/** Seconds that clocks may differ by, where a provider says nothing. */
const USUAL_LEEWAY = 60;

type TokenPlace = Pick<SignatureLocation, 'where' | 'absent' | 'header' | 'values' | 'isPresent'>;

/** A compiled rule. */
interface Compiled {
  rule: JwtRule;
  providerName: string;
  scheme: string;
  warnings: string[];
  place: TokenPlace;
  times: TokenTimes;
  published: KeyFinder | null;
}

export function jwt(rule: JwtRule, { providerName }: RuleContext): Judge {
  const { signedAt = null, leeway = USUAL_LEEWAY, keysAt } = rule;
  const place =
    rule.token.in === 'body' ? BODY : compileSignature({ style: 'plain', ...rule.token });
  const compiled: Compiled = {
    ...{ rule, providerName, place },
    scheme: schemeOf(rule),
    warnings: warningsOf(rule, providerName),
    times: { providerName, signedAt, leeway },
    published: keysAt === undefined ? null : compileKeysAt(keysAt, providerName),
  };
  return {
    scheme: compiled.scheme,
    header: place.header,
    toleranceSeconds: signedAt?.tolerance ?? null,
    applies: () => rule.onlyIf !== '',
    isPresent: place.isPresent,
    verify: (input) => verify(compiled, input),
    sign: (input) => signToken(rule, input),
  };
}

const BODY: TokenPlace = {
  where: 'body',
  absent: 'no token for its body',
  header: null,
  values: (view) => {
    const text = bodyText(view);
    return text === '' ? [] : [text];
  },
  isPresent: (view) => bodyText(view).startsWith('eyJ'),
};

function bodyText({ body }: RequestView): string {
  return bodyHead(body, SPOOL_THRESHOLD_BYTES).toString('latin1').trim();
}

function schemeOf({ algs, bodyHash, token }: JwtRule): string {
  const of = bodyHash === undefined ? '' : ' with the SHA-256 of {body}';
  const where = token.in === 'body' ? ' as the whole body' : '';
  return `JSON Web Token by ${wordList(algs, 'or')}${of}${where}`;
}

function warningsOf(
  { bodyHash, token, claims = {}, warnings = [] }: JwtRule,
  providerName: string,
): string[] {
  const found = [...warnings];
  if (bodyHash === undefined && token.in !== 'body') {
    found.push(
      `The token of ${providerName} covers no byte of the body: the body is not protected.`,
    );
  }
  for (const [name, wanted] of Object.entries(claims)) {
    if (wanted !== '') continue;
    found.push(
      `The claim ${name} is not compared, as nothing is set to compare it with: a token that ${providerName} made for somebody else passes as well.`,
    );
  }
  return found;
}

function verify(compiled: Compiled, input: VerifyInput): Verdict {
  const { place, rule } = compiled;
  // A header that a proxy doubled holds the same token twice.
  const [value] = place.values(input.view);
  const [text] = (value ?? '').split(', ');
  const prefix = ('prefix' in rule.token && rule.token.prefix) || '';
  if (value === undefined || text === undefined) {
    const present: Check = { name: 'header-present', ok: false, detail: place.absent };
    return verdictOf(compiled, withKeys(compiled, input), {
      ...{ present, formed: null, time: null, signature: null },
    });
  }
  const detail = `${place.header ?? place.where}: ${abbreviate(text)}`;
  const present: Check = { name: 'header-present', ok: true, detail };
  // The name of an authentication scheme has no case (RFC 9110, 11.1).
  const hasPrefix = text.slice(0, prefix.length).toLowerCase() === prefix.toLowerCase();
  const token = hasPrefix ? parseToken(text.slice(prefix.length).trim()) : null;
  const complaint = complaintOf(compiled, token, hasPrefix ? null : prefix);
  if (token === null || complaint !== null) {
    const formed = malformed(compiled, complaint ?? 'is no JSON Web Token');
    return verdictOf(compiled, withKeys(compiled, input), {
      ...{ present, formed, time: null, signature: null },
    });
  }
  return verifyToken(compiled, input, present, token);
}

/** Keys that are published need no secret: its absence is no reason to judge nothing. */
function withKeys({ published }: Compiled, input: VerifyInput): VerifyInput {
  if (published === null || input.secrets.length > 0) return input;
  return { ...input, secrets: [{ label: '', value: '' }] };
}

function complaintOf(
  { rule: { algs } }: Compiled,
  token: Token | null,
  missingPrefix: string | null,
): string | null {
  if (missingPrefix !== null) return `does not begin with "${missingPrefix.trim()}"`;
  if (token === null) return 'is no JSON Web Token';
  if ((algs as readonly string[]).includes(token.alg)) return null;
  return `is signed by "${abbreviate(token.alg)}", and not by ${wordList(algs, 'or')}`;
}

function malformed(
  { place: { where }, providerName }: Compiled,
  complaint: string,
): Examination['formed'] {
  return {
    check: { name: 'well-formed', ok: false, detail: complaint },
    hint: `What the ${where} holds ${complaint}. Check that nothing on the way rewrites it, and that ${providerName} is what sends here.`,
  };
}

function verifyToken(
  compiled: Compiled,
  input: VerifyInput,
  present: Check,
  token: Token,
): Verdict {
  const alg = token.alg as JwtAlgorithm;
  const time = judgeTokenTimes(compiled.times, token.claims, input);
  const formed: Examination['formed'] = {
    check: { name: 'well-formed', ok: true, detail: `a token signed by ${alg}` },
    hint: null,
  };
  const keys = keysFor(token, alg, input, compiled.published);
  if (keys.state === 'none') {
    const checks = [present, formed.check, ...(time === null ? [] : [time.check])];
    return verdictWithoutKey(compiled, checks, keys.absence);
  }
  const signature = signatureOf(compiled, input, token, keys);
  const isPublished = keys.state === 'published';
  const judged = isPublished ? withKeys(compiled, input) : input;
  const verdict = verdictOf(compiled, judged, { present, formed, time, signature });
  return isPublished ? { ...verdict, secretLabel: null } : verdict;
}

function signatureOf(
  compiled: Compiled,
  input: VerifyInput,
  token: Token,
  keys: Exclude<TokenKeys, { state: 'none' }>,
): SignatureFinding | null {
  const { rule, providerName } = compiled;
  if (keys.state === 'secrets' && input.secrets.length === 0) return null;
  const alg = token.alg as JwtAlgorithm;
  const match = keys.keys.find(({ key }) => isSignedBy(alg, key, token.message, token.signature));
  if (match === undefined) return mismatch(compiled, input, alg, keys);
  try {
    const complaint = complaintAbout(rule, token.claims, input.view, providerName);
    if (complaint !== null) {
      const made = failed(complaint.detail, complaint.hint);
      return match.secret === null ? made : { ...made, secretLabel: match.secret.label };
    }
  } catch {
    // The only thing that can fail is reading a spooled body whose file is gone.
    return {
      check: { name: 'signature', ok: false, detail: 'the file of the body is gone' },
      outcome: 'body-gone',
    };
  }
  return matched(match, keys);
}

function matched({ secret }: TokenKey, keys: TokenKeys): SignatureFinding {
  const host = keys.state === 'published' ? keys.host : '';
  const detail =
    secret === null ? `matches the public key at ${host}` : `matches the secret "${secret.label}"`;
  return {
    check: { name: 'signature', ok: true, detail },
    outcome: 'match',
    secretLabel: secret?.label ?? '',
  };
}

function mismatch(
  { providerName }: Compiled,
  { secrets }: VerifyInput,
  alg: JwtAlgorithm,
  keys: Exclude<TokenKeys, { state: 'none' }>,
): SignatureFinding {
  if (keys.state === 'published') {
    const hint = `The token was not signed with a key that ${providerName} publishes at ${keys.host}. It came from somewhere else.`;
    return failed(`matches no public key at ${keys.host}`, hint);
  }
  const labels = quotedList(secrets.map(({ label }) => label));
  if (keys.keys.length === 0) {
    const form = alg.startsWith('HS') ? 'text' : 'a public key in PEM or as JSON Web Key';
    const detail = `the secret ${labels} cannot be a key for ${alg}: ${form} is expected`;
    return failed(detail, `The token is signed by ${alg}, and ${detail}.`);
  }
  const which = secrets.length === 1 ? `the secret ${labels}` : `any of the secrets ${labels}`;
  return failed(
    `does not match ${which}`,
    `The token was not signed with ${which}. Check that the secret is the one that ${providerName} shows for this URL.`,
  );
}

function failed(detail: string, hint: string): SignatureFinding & { outcome: 'mismatch' } {
  return {
    check: { name: 'signature', ok: false, detail },
    outcome: 'mismatch',
    hint,
  };
}
