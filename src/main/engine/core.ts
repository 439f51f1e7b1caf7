// What every part of the engine stands on; each takes what it names.

import type { Agent } from 'node:https';
import type { Base, Closers } from './base.ts';
import type { Bus } from './bus.ts';
import type { Notices } from './notices.ts';
import type { PublicOrigin } from './public-origin.ts';

export interface Core extends Base {
  bus: Bus;
  notices: Notices;
  publicOrigin: PublicOrigin;
  /** Calls to providers go through it; undefined: as Node makes them. */
  agent: Agent | undefined;
  now: () => Date;
  /** ms that only ever grow. */
  monotonic: () => number;
  onError: (error: unknown) => void;
  closers: Closers;
}
