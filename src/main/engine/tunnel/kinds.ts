// The list of tunnel kinds: a new one is a file beside this and a case here.

import { assertNever } from '../../../shared/assert-never.ts';
import { createLocaltunnelClient } from './localtunnel.ts';
import type { RunningTunnelKind, TunnelClient } from './tunnel.ts';

/** `host` answers the tunnel server's URL, for the kinds that let one choose; '' is the usual one. */
export function createTunnelClient(kind: RunningTunnelKind, host: () => string): TunnelClient {
  switch (kind) {
    case 'localtunnel':
      return createLocaltunnelClient({ host });
    default:
      return assertNever(kind);
  }
}
