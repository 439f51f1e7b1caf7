// The keys that providers publish, and the deliveries that wait for them.

import { createKeyCache, type KeyCache, type KeyCacheOptions } from './key-cache.ts';
import { createRejudge, type Rejudge, type RejudgeOptions } from './rejudge.ts';

export interface PublishedKeys extends Pick<KeyCache, 'find' | 'fetch'> {
  rejudge: Pick<Rejudge, 'later' | 'opened'>;
  /** Breaks off what is being fetched, and resolves when nothing waits for it any more. */
  close(): Promise<void>;
}

export function createPublishedKeys(
  options: KeyCacheOptions & Omit<RejudgeOptions, 'cache'>,
): PublishedKeys {
  const cache = createKeyCache(options);
  const rejudge = createRejudge({ ...options, cache });
  return {
    find: cache.find,
    fetch: cache.fetch,
    rejudge,
    async close() {
      await cache.close();
      await rejudge.close();
    },
  };
}
