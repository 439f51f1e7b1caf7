// Verifying and signing one request apart from everything else: what the command line and the API
// offer, and what this folder would offer as a package of its own.

import type { HeaderList } from '../../../shared/headers.ts';
import type { Verdict } from '../../../shared/model.ts';
import { calledUrl } from './called-url.ts';
import { compileProvider, type Options } from './compile.ts';
import { diagnose } from './doctor/diagnose.ts';
import { interpret } from './interpret.ts';
import type { FindKeys } from './keys/keys.ts';
import type { Provider } from './provider.ts';
import { findProvider } from './providers.ts';
import type { RawRequest } from './raw-request.ts';
import type { Problem, Secret } from './scheme.ts';
import { type SignWith, signWith } from './sign-with.ts';
import { wordList } from './words.ts';

export interface Question {
  provider: string;
  secrets: readonly (string | Secret)[];
  method: string;
  /** As the provider calls it: a whole URL, its origin alone, or a path; null: as the request says. */
  url: string | null;
  /** The target of the request line; what `url` says counts before it. */
  target?: string;
  headers: HeaderList;
  body: Buffer;
  /** The moment to judge the request's age by, ms since the epoch. */
  at: number;
  /** Seconds, both ways; null: its age is not judged; absent: the provider's own tolerance. */
  toleranceSeconds?: number | null | undefined;
  providerOptions?: Options | undefined;
  /** Keys that providers publish; without it none is there yet. */
  keys?: FindKeys | undefined;
  /** How long may be tried to find out why it is not verified. */
  budgetMs: number;
  /** A monotonic clock, in ms. */
  clock: () => number;
}

/**
 * The verdict, with what the doctor found where it is none of `verified`. A problem when there is no
 * such provider, or one of its options makes no sense.
 */
export function verifyRequest(question: Question): Verdict | Problem {
  const { method, headers, at: receivedAt, toleranceSeconds, providerOptions = {} } = question;
  const provider = usableProvider(question.provider, providerOptions);
  if ('problem' in provider) return provider;
  const url = calledUrl(question.url, question.target ?? '', headers);
  const body = { kind: 'memory' as const, bytes: question.body };
  const request = { method, ...url, headers, body, complete: true };
  const config = {
    provider: provider.id,
    providerOptions,
    toleranceSeconds: toleranceSeconds === null ? 'off' : (toleranceSeconds ?? null),
    secrets: labelled(question.secrets),
    keys: question.keys,
  } as const;
  const { verdict } = interpret(request, config, receivedAt);
  return diagnose({ request, config, receivedAt, verdict }, question.budgetMs, question.clock);
}

/** The secrets with a name each, for the verdict to tell which of them matched. */
function labelled(secrets: readonly (string | Secret)[]): Secret[] {
  return secrets.map((secret, index) => {
    if (typeof secret !== 'string') return secret;
    return { label: secrets.length === 1 ? 'given' : `given ${index + 1}`, value: secret };
  });
}

export interface Signing extends Omit<SignWith, 'publicOrigin'> {
  provider: string;
  /** As the provider would call it; see {@link Question}. */
  url: string | null;
  providerOptions?: Options | undefined;
}

/**
 * The request as the provider would have signed it: an earlier signature is replaced. A problem when
 * the secret cannot sign, or something that is signed is missing.
 */
export function signRequest(signing: Signing): RawRequest | Problem {
  const { secret, key, keyId, request, at, messageId, providerOptions = {} } = signing;
  const provider = usableProvider(signing.provider, providerOptions);
  if ('problem' in provider) return provider;
  const { target, publicOrigin } = calledUrl(signing.url, request.target, request.headers);
  const signed = signWith(provider, providerOptions, {
    ...{ secret, key, keyId, request: { ...request, target }, publicOrigin, at, messageId },
  });
  return 'problem' in signed ? signed : { ...signed, headers: withLength(signed) };
}

/** A length that the request tells is still true when its signature has gone into its body. */
function withLength({ headers, body }: RawRequest): HeaderList {
  const isLength = (name: string) => name.toLowerCase() === 'content-length';
  return headers.map(([name, value]) => [name, isLength(name) ? String(body.length) : value]);
}

/** The provider with its options, as they can be used. */
export function usableProvider(id: string, options: Options): Provider | Problem {
  const provider = findProvider(id);
  if (provider === null) return { problem: `There is no provider "${id}".` };
  const known = provider.options.map(({ key }) => key);
  const unknown = Object.keys(options).find((key) => !known.includes(key));
  if (unknown !== undefined) {
    const there = known.length === 0 ? 'it has none' : `it has ${wordList(known, 'and')}`;
    return { problem: `${provider.name} has no option "${unknown}"; ${there}.` };
  }
  const { judges } = compileProvider(provider, options);
  return 'problem' in judges ? judges : provider;
}
