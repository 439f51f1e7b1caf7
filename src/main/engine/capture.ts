// What the receiver hands to the intake: one request as it came over the wire.

import type { HeaderList } from '../../shared/headers.ts';
import type { DeliveryState } from '../../shared/model.ts';
import type { Body } from './body.ts';

export interface Captured {
  state: DeliveryState;
  method: string;
  target: string;
  httpVersion: string;
  headers: HeaderList;
  body: Body;
  remoteAddress: string | null;
  /** Wall clock, ms since the epoch, when the request's head had been read. */
  receivedAt: number;
  /** Monotonic clock (`performance.now()`) at the same moment; offsets are measured from it. */
  startedAt: number;
  /** Offset in ms at which the body was complete; null when it never was. */
  bodyMs: number | null;
  /** What went wrong when `state` is not `complete`, in words. */
  problem: string | null;
}
