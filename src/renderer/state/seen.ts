// When deliveries count as seen: while their list is on screen and takes new ones in by itself. What comes
// while something else is read, or nobody looks, stays counted as new beside its endpoint.

import type { Stats } from '../../shared/model.ts';
import type { Later } from '../lib/later.ts';
import type { Scope } from './scope.ts';

export interface Sight {
  scope: Scope;
  /** The list is on screen, not search results. */
  listed: boolean;
  /** How many wait behind the pill. */
  waiting: number;
  /** A delivery is open, or the page is hidden: nobody looks at the list. */
  away: boolean;
}

/** The endpoint whose deliveries are being seen now, `all` of them, or none that needs to be told. */
export function seenNow(
  { scope, listed, waiting, away }: Sight,
  stats: Stats,
): { endpointId: string } | 'all' | null {
  if (!listed || waiting > 0 || away || scope.only !== null) return null;
  const unread = stats.endpoints.filter((entry) => entry.unread > 0);
  const { endpointId } = scope;
  if (endpointId === null) return unread.length > 0 ? 'all' : null;
  return unread.some((entry) => entry.endpointId === endpointId) ? { endpointId } : null;
}

/** Tells the host at most this often, and not of what was on screen for less than this, in ms. */
const LOOK_MS = 1500;

export interface SeenWatchParts {
  now(): ReturnType<typeof seenNow>;
  tell(endpointId: string | null): void;
  later: Later;
}

/** The answer is to be called whenever something may have come into sight. */
export function createSeenWatch({ now, tell, later }: SeenWatchParts): () => void {
  let looking = false;
  return () => {
    if (looking || now() === null) return;
    looking = true;
    later(LOOK_MS, () => {
      looking = false;
      const seen = now();
      if (seen !== null) tell(seen === 'all' ? null : seen.endpointId);
    });
  };
}
