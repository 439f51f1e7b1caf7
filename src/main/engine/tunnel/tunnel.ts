// What a tunnel is: something that gives the receiver a public URL. The supervisor (supervisor.ts)
// keeps one alive; each kind is a client in its own file, listed in kinds.ts.

import type { TunnelKind } from '../../../shared/model.ts';

/** The kinds that have a client. */
export type RunningTunnelKind = Exclude<TunnelKind, 'none'>;

export interface OpenTunnelRequest {
  /** The receiver's port on 127.0.0.1. */
  port: number;
  /** The name to ask for; the server may give another. */
  subdomain: string | null;
  /** Aborting it gives the registration up and leaves nothing running. */
  signal: AbortSignal;
}

export interface OpenTunnel {
  /** Without a slash at the end. */
  publicUrl: string;
  /** The name that was given, to ask for again. */
  subdomain: string | null;
  /** Called at most once, with the reason in words, when the client knows that the tunnel is gone. */
  onLost(listener: (reason: string) => void): void;
  close(): void;
}

export type OpenTunnelResult =
  | { outcome: 'open'; tunnel: OpenTunnel }
  | {
      outcome: 'failed';
      /** What happened, in words, without a full stop: the supervisor says what happens next. */
      reason: string;
      /** True when trying again cannot help: something the user has set must change. */
      final: boolean;
      /** True when the server is well, but refuses the name because somebody has it. */
      nameTaken?: boolean;
    };

/** One kind of tunnel. `open` gives up by itself within a bounded time and does not reject. */
export interface TunnelClient {
  kind: RunningTunnelKind;
  open(request: OpenTunnelRequest): Promise<OpenTunnelResult>;
}
