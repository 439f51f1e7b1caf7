// How a request is answered: the receiver's side of one delivery, as the intake sees it.

import type { Readable } from 'node:stream';
import type { HeaderList } from '../../../shared/headers.ts';

/**
 * Nothing here throws or rejects: a client that is gone makes an answer a no-op. Only the first
 * answer counts. Headers keep their order, case and duplicates; framing is put right (see
 * response-head.ts).
 */
export interface Exchange {
  /**
   * The status the receiver has sent on its own (400, 405, 408, 413, 431, 500, 507), so that
   * nothing is left to answer; null while an answer is wanted.
   */
  readonly answered: number | null;
  /** True when the client left before the answer was wholly handed over. */
  readonly gone: boolean;
  /** True when there is nothing left to do: answered to the end, or gone. */
  readonly closed: boolean;
  /** Calls back once when the client leaves; at once when it already has. */
  onGone(listener: () => void): void;
  /**
   * Sends a whole answer. Resolves when it is handed over to the last byte, or the client is gone.
   */
  respond(status: number, headers: HeaderList, body: Buffer | string): Promise<void>;
  /**
   * Passes an answer on as it arrives, no faster than the client reads. When `body` breaks off, so
   * does the answer; when the client leaves meanwhile, `body` is destroyed; when it had left
   * before, `body` is not touched. Resolves as {@link respond} does.
   */
  stream(status: number, headers: HeaderList, body: Readable): Promise<void>;
}

const DONE = Promise.resolve();

/**
 * The exchange of a request that was answered where it could not be parsed, or whose client left.
 */
export function settledExchange(answered: number | null): Exchange {
  const gone = answered === null;
  return {
    answered,
    gone,
    closed: true,
    onGone: (listener) => {
      if (gone) listener();
    },
    respond: () => DONE,
    stream: () => DONE,
  };
}
