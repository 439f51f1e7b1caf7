// The supervisor and the localtunnel client together, in front of a receiver of their own, and a real
// localtunnel server for them. Ended when the test is over.

import { onTestFinished } from 'vitest';
import { createTunnelClient } from '../../../../../src/main/engine/tunnel/kinds.ts';
import type {
  StartOptions,
  SupervisorOptions,
} from '../../../../../src/main/engine/tunnel/supervisor.ts';
import {
  type LocaltunnelServer,
  startLocaltunnelServer,
} from '../../../../support/localtunnel-server.ts';
import { startReceiver, type TestReceiver } from './receiver.ts';
import { type Supervised, supervise } from './supervised.ts';

/** On a free port unless one is given. */
export async function realServer(port?: number): Promise<LocaltunnelServer> {
  const server = await startLocaltunnelServer({ port });
  onTestFinished(() => server.stop());
  return server;
}

export async function superviseReceiver(
  options: Partial<SupervisorOptions> = {},
): Promise<{ supervisor: Supervised; receiver: TestReceiver }> {
  const receiver = await startReceiver();
  onTestFinished(() => receiver.close());
  const supervisor = supervise({
    client: createTunnelClient,
    probe: receiver.probe,
    port: () => receiver.port,
    ...options,
  });
  onTestFinished(() => supervisor.close());
  return { supervisor, receiver };
}

/** What to start a supervisor with. */
export function localtunnelAt(host: string, subdomain: string | null): StartOptions {
  return { kind: 'localtunnel', host, subdomain };
}
