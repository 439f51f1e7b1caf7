// The run's tunnel: what it remembers, whether it goes online at once, and as what.

import type { TunnelKind } from '../../shared/model.ts';
import type { Core } from './core.ts';
import { createTunnelClient } from './tunnel/kinds.ts';
import type { Probe } from './tunnel/probe.ts';
import { createSupervisor, type Supervisor } from './tunnel/supervisor.ts';

/** What this run wants of the tunnel; null: as the settings say. */
export interface RunTunnel {
  kind: TunnelKind | null;
  host: string | null;
  subdomain: string | null;
  /** Null: only when the user chose so in an earlier run. */
  start: boolean | null;
}

const MEMORY_KEY = 'tunnel';

/** `port` is the receiver's, which may be another one after a restart of it. */
export function startTunnel(
  wanted: RunTunnel,
  { store, settings, bus, closers }: Core,
  probe: Probe,
  port: () => number,
): Supervisor {
  const tunnel = createSupervisor({
    client: createTunnelClient,
    port,
    probe,
    loadState: () => JSON.parse(store.settings.all().get(MEMORY_KEY) ?? 'null'),
    saveState: (state) => store.settings.put(MEMORY_KEY, JSON.stringify(state)),
    onChange: (status) => bus.publish({ type: 'tunnel.changed', status }),
  });
  closers.push(() => tunnel.close());
  const stored = settings.get().tunnel;
  if (wanted.start ?? stored.startWithApp === true) {
    tunnel.start({
      kind: wanted.kind ?? stored.kind,
      host: wanted.host ?? stored.host,
      subdomain: wanted.subdomain ?? stored.subdomain,
    });
  }
  return tunnel;
}
