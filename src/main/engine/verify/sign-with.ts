// Signs a request as a provider does: by the first of its rules, or with a private key by the first
// that such a key can sign by.

import { bodyChunks } from '../body.ts';
import { compileProvider, type Options } from './compile.ts';
import { type KeyKind, keyKindOf, privateKeyKind } from './key-pair.ts';
import type { Provider, Rule } from './provider.ts';
import type { RawRequest } from './raw-request.ts';
import type { Judge, Problem } from './scheme.ts';
import { createView, type SignedRequest } from './view.ts';

export interface SignWith {
  /** Empty where a private key alone signs. */
  secret: string;
  /** A private key in PEM; the secret itself may be one as well. */
  key?: string | undefined;
  /** What tokens call that key. */
  keyId?: string | undefined;
  request: RawRequest;
  /** What stands before the target in the URL that the provider calls; null: not known. */
  publicOrigin: string | null;
  /** The time to sign with, ms since the epoch. */
  at: number;
  /** The message id, where the provider signs one and the request has none. */
  messageId: string;
}

/** An earlier signature is replaced. A problem when the secret cannot sign, or what it covers is missing. */
export function signWith(
  provider: Provider,
  options: Options,
  { request, publicOrigin, at, messageId, ...given }: SignWith,
): RawRequest | Problem {
  const { judges } = compileProvider(provider, options);
  if ('problem' in judges) return judges;
  const { method, target, headers, body: bytes } = request;
  const body = { kind: 'memory' as const, bytes };
  const asked = { method, target, publicOrigin, headers, body };
  const judge = judgeFor(provider, judges, asked, given.key ?? given.secret);
  if ('problem' in judge) return judge;
  const { secret, key, keyId } = given;
  const signed = judge.sign({
    ...{ request: asked, secret, at, messageId },
    ...(key !== undefined && { key }),
    ...(keyId !== undefined && { keyId }),
  });
  if ('problem' in signed) return signed;
  return {
    ...{ method, target: signed.target, headers: signed.headers },
    body: Buffer.concat([...bodyChunks(signed.body)]),
  };
}

/** The rule by which that secret or key signs this request. */
function judgeFor(
  provider: Provider,
  judges: readonly [Judge, ...Judge[]],
  request: SignedRequest,
  secret: string,
): Judge | Problem {
  const kind = privateKeyKind(secret);
  if (kind === null) return judges[0];
  const view = createView(request, true);
  const fitting = judges.filter((_, index) => isSignedBy(provider.rules[index], kind));
  const judge = fitting.find(({ applies }) => applies(view));
  if (judge !== undefined || fitting.length === 0) return judge ?? judges[0];
  const option = neededOption(provider, kind);
  if (option === null) return fitting[0] ?? judges[0];
  return {
    problem: `${provider.name} signs with a key only where the option “${option}” is set. Set it for this endpoint first.`,
  };
}

function isSignedBy(rule: Rule | undefined, kind: KeyKind): boolean {
  return rule !== undefined && keyKindOf(rule) === kind;
}

/** What the user calls the option without which no rule for such a key is in use. */
function neededOption({ rules, options }: Provider, kind: KeyKind): string | null {
  for (const rule of rules) {
    if (rule.scheme !== 'jwt' || !isSignedBy(rule, kind)) continue;
    const option = options.find(({ key }) => rule.onlyIf === `{option:${key}}`);
    if (option !== undefined) return option.label;
  }
  return null;
}
