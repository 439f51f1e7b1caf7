// A tunnel client without a server: each try answers what the test laid out for it, the last one again
// and again. The public URL is whatever the test says, such as the receiver's own.

import type {
  OpenTunnel,
  OpenTunnelRequest,
  OpenTunnelResult,
  TunnelClient,
} from '../../../../../src/main/engine/tunnel/tunnel.ts';

export interface DirectClient extends TunnelClient {
  /** The names asked for, one for each try. */
  asked: (string | null)[];
  closed: number;
  /** Ends the tunnel that is open, as a server would. */
  lose(reason: string): void;
}

type Outcome =
  | { url: string; name: string }
  | { reason: string; final?: boolean; nameTaken?: boolean };

export function createDirectClient(...outcomes: [Outcome, ...Outcome[]]): DirectClient {
  let lost: (reason: string) => void = () => {};
  const client: DirectClient = {
    kind: 'localtunnel',
    asked: [],
    closed: 0,
    lose: (reason) => lost(reason),
    async open({ subdomain }: OpenTunnelRequest): Promise<OpenTunnelResult> {
      client.asked.push(subdomain);
      const outcome = outcomes.length > 1 ? outcomes.shift()! : outcomes[0];
      if ('reason' in outcome) return { outcome: 'failed', final: false, ...outcome };
      const tunnel: OpenTunnel = {
        publicUrl: outcome.url,
        subdomain: outcome.name,
        onLost(listener) {
          lost = listener;
        },
        close() {
          client.closed++;
        },
      };
      return { outcome: 'open', tunnel };
    },
  };
  return client;
}
