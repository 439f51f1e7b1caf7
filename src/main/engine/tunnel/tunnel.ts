// What a tunnel is: something that gives the receiver a public URL. The supervisor (supervisor.ts)
// keeps one alive; each kind is a client in its own file.

import type { TunnelKind } from '../../../shared/model.ts';

export interface OpenTunnelRequest {
  /** The receiver's port on 127.0.0.1. */
  port: number;
  /** The name to ask for; the server may give another. */
  subdomain: string | null;
  /** Aborting it gives the registration up and leaves nothing running. */
  signal: AbortSignal;
}

export interface OpenTunnel {
  publicUrl: string;
  /** The name that was given, to ask for again. */
  subdomain: string | null;
  /** Called at most once, with the reason in words, when the client knows that the tunnel is gone. */
  onLost(listener: (reason: string) => void): void;
  close(): void;
}

/** One kind of tunnel. `open` rejects with a reason in words. */
export interface TunnelClient {
  kind: TunnelKind;
  open(request: OpenTunnelRequest): Promise<OpenTunnel>;
}
