// The localtunnel client: a public URL from loca.lt or any other localtunnel server.

import { startDeadline } from './deadline.ts';
import { createPool, type Pool } from './localtunnel/pool.ts';
import { hostLabel, type Registration, register } from './localtunnel/register.ts';
import { describeNetworkFailure, proxyNote } from './network-words.ts';
import type { OpenTunnel, OpenTunnelRequest, OpenTunnelResult, TunnelClient } from './tunnel.ts';

/** The public server; its tunnels are at loca.lt. */
export const DEFAULT_LOCALTUNNEL_HOST = 'https://localtunnel.me';

export interface LocaltunnelOptions {
  /** The server's URL; '' is the public one. Asked for at every registration. */
  host: () => string;
  /** How long a registration may take until the first connection stands, in ms. */
  timeoutMs?: number;
  env?: NodeJS.ProcessEnv;
}

export function createLocaltunnelClient(options: LocaltunnelOptions): TunnelClient {
  const { host, timeoutMs = 10_000, env = process.env } = options;
  return {
    kind: 'localtunnel',
    async open(request) {
      const server = parseHost(host());
      if (server === null) {
        const reason = `"${host()}" is not the address of a tunnel server: it must start with http:// or https://`;
        return { outcome: 'failed', reason, final: true };
      }
      const deadline = startDeadline(timeoutMs, request.signal);
      try {
        return await open(server, request, { signal: deadline.signal, timeoutMs, env });
      } catch (error) {
        const reason = `The localtunnel library failed (${String(error)})`;
        return { outcome: 'failed', reason, final: false };
      } finally {
        deadline.clear();
      }
    },
  };
}

interface Limits {
  signal: AbortSignal;
  timeoutMs: number;
  env: NodeJS.ProcessEnv;
}

async function open(
  host: URL,
  { port, subdomain }: OpenTunnelRequest,
  limits: Limits,
): Promise<OpenTunnelResult> {
  const result = await register({ host, subdomain, ...limits });
  if (result.outcome === 'failed') return result;
  const { registration } = result;
  const where = `Port ${registration.port} of ${hostLabel(host)}, which carries the tunnel,`;
  // Loaded when first needed: most of what starts Hookglass does not open a tunnel at once.
  const { default: TunnelCluster } = await import('localtunnel/lib/TunnelCluster.js');
  const cluster = new TunnelCluster({
    remote_host: registration.address,
    remote_port: registration.port,
    local_port: port,
  });
  const { signal, timeoutMs, env } = limits;
  return new Promise((resolve) => {
    let pool: Pool | null = null;
    const fail = (code: string) => {
      signal.removeEventListener('abort', onAbort);
      pool?.close();
      const reason = describeNetworkFailure(where, code, timeoutMs) + proxyNote(env);
      resolve({ outcome: 'failed', reason, final: false });
    };
    const onAbort = () => fail(String(signal.reason));
    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    const lost = createLossReport();
    const opened = createPool({
      cluster,
      size: registration.connections,
      onOpen() {
        signal.removeEventListener('abort', onAbort);
        lost.tunnelIsOpen = true;
        resolve({ outcome: 'open', tunnel: asTunnel(registration, opened, lost) });
      },
      onLost(code) {
        if (lost.tunnelIsOpen) lost.report(`${hostLabel(host)} ended the tunnel (${code})`);
        else fail(code);
      },
    });
    pool = opened;
  });
}

interface LossReport {
  tunnelIsOpen: boolean;
  report(reason: string): void;
  onLost(listener: (reason: string) => void): void;
}

/** A loss may come before anybody listens; it is told either way. */
function createLossReport(): LossReport {
  let reason: string | null = null;
  let listener: ((reason: string) => void) | null = null;
  return {
    tunnelIsOpen: false,
    report(why) {
      reason = why;
      listener?.(why);
    },
    onLost(added) {
      listener = added;
      if (reason !== null) added(reason);
    },
  };
}

function asTunnel({ publicUrl, name }: Registration, pool: Pool, lost: LossReport): OpenTunnel {
  return { publicUrl, subdomain: name, onLost: lost.onLost, close: pool.close };
}

function parseHost(value: string): URL | null {
  const text = value.trim() === '' ? DEFAULT_LOCALTUNNEL_HOST : value.trim();
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
}
