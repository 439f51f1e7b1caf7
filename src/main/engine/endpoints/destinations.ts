// Which destinations may be sent to: this machine always, any other origin once the user said so.

import { z } from 'zod';
import { HookglassError } from '../errors.ts';
import { isLoopback, originOf } from '../forward/loopback.ts';
import type { KeyValueTable } from '../store/store.ts';

const KEY = 'confirmed-destinations';

export interface Destinations {
  isAllowed(url: string): boolean;
  /** Remembers the URL's origin and answers it. */
  confirm(url: string): string;
  /** Allows an origin for this run only, such as one named on the command line. */
  confirmForThisRun(url: string): void;
  /** Throws `destination-unconfirmed` for an origin that is neither local nor confirmed. */
  require(url: string): void;
}

export function createDestinations(table: KeyValueTable): Destinations {
  const remembered = new Set(readOrigins(table));
  const forThisRun = new Set<string>();

  const isAllowed = (url: string) => {
    if (isLoopback(url)) return true;
    const origin = originOf(url);
    return remembered.has(origin) || forThisRun.has(origin);
  };

  return {
    isAllowed,
    confirm(url) {
      const origin = originOf(url);
      remembered.add(origin);
      table.put(KEY, JSON.stringify([...remembered]));
      return origin;
    },
    confirmForThisRun(url) {
      forThisRun.add(originOf(url));
    },
    require(url) {
      if (isAllowed(url)) return;
      throw new HookglassError(
        'destination-unconfirmed',
        `${originOf(url)} is not on this machine. Webhooks can hold personal data, so confirm this destination before anything is sent there.`,
      );
    },
  };
}

function readOrigins(table: KeyValueTable): string[] {
  const parsed = z.array(z.string()).safeParse(JSON.parse(table.all().get(KEY) ?? '[]'));
  return parsed.success ? parsed.data : [];
}
