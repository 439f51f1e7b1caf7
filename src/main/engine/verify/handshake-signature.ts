// Challenges that are answered with a signature of theirs, made with the endpoint's secret.

import type { ChallengeSignature } from './handshake-rule.ts';
import { hmac } from './hmac.ts';
import { compileSource } from './source.ts';
import type { RequestView } from './view.ts';

export interface ChallengeSigner {
  isChallenge(view: RequestView): boolean;
  sign(view: RequestView, secret: string): string | null;
}

/** Throws a TypeError when the parameters make no sense. */
export function compileChallengeSignature({
  of,
  like,
  ...params
}: ChallengeSignature): ChallengeSigner {
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
