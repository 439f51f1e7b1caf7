// Judges with keys that may have to be fetched first.

import type { FindKeys, WantedKeys } from '../verify/keys/keys.ts';
import type { KeyCache } from './key-cache.ts';

/** A token may be judged by two rules, each of which may need a set anew. */
const MAX_ROUNDS = 3;

export type KeySource = Pick<KeyCache, 'find' | 'fetch'>;

/** What `judge` answers once it has every key that it asks for, or each has failed to come. */
export async function withKeys<T>(cache: KeySource, judge: (keys: FindKeys) => T): Promise<T> {
  for (let round = 1; ; round++) {
    const wanted: WantedKeys[] = [];
    const answer = judge((one) => {
      const found = cache.find(one);
      if (found.state === 'pending') wanted.push(one);
      return found;
    });
    if (wanted.length === 0 || round > MAX_ROUNDS) return answer;
    await Promise.all(wanted.map((one) => cache.fetch(one)));
  }
}
