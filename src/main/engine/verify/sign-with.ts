// Signs a request as a provider does by the first of its rules.

import { bodyChunks } from '../body.ts';
import { compileProvider, type Options } from './compile.ts';
import type { Provider } from './provider.ts';
import type { RawRequest } from './raw-request.ts';
import type { Problem } from './scheme.ts';

export interface SignWith {
  secret: string;
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
  { secret, request, publicOrigin, at, messageId }: SignWith,
): RawRequest | Problem {
  const { judges } = compileProvider(provider, options);
  if ('problem' in judges) return judges;
  const { method, target, headers, body: bytes } = request;
  const body = { kind: 'memory' as const, bytes };
  const asked = { method, target, publicOrigin, headers, body };
  const signed = judges[0].sign({ request: asked, secret, at, messageId });
  if ('problem' in signed) return signed;
  return {
    ...{ method, target: signed.target, headers: signed.headers },
    body: Buffer.concat([...bodyChunks(signed.body)]),
  };
}
