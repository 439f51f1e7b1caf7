// What a request means by the settings of its endpoint as they are now: for what has just been received,
// and for what is brought in from a file.

import type { Endpoint } from '../../../shared/model.ts';
import type { Captured } from '../capture.ts';
import type { Endpoints } from '../endpoints/endpoints.ts';
import type { PublishedKeys } from '../keys/published-keys.ts';
import { calledUrlOf, type PublicOrigin } from '../public-origin.ts';
import { type Interpretation, interpret } from '../verify/index.ts';
import { verifyConfigOf } from '../verify-config.ts';

export interface JudgeOptions {
  endpoints: Endpoints;
  /** Without `find`, no published key is there yet. */
  keys: { find: PublishedKeys['find'] | undefined };
  publicOrigin: PublicOrigin;
}

/** As of the moment it was received. Pure: nothing is stored and nobody called. */
export function judgeCaptured(
  { endpoints, keys, publicOrigin }: JudgeOptions,
  { method, target, headers, body, state, receivedAt }: Captured,
  endpoint: Endpoint,
): Interpretation {
  return interpret(
    {
      ...{ method, target, headers, body, publicOrigin },
      complete: state === 'complete',
      calledUrl: calledUrlOf(endpoint, target),
    },
    verifyConfigOf(endpoints, endpoint, keys.find),
    receivedAt,
  );
}
