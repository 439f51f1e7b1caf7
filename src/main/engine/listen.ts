// Binds a server to loopback: on the port asked for, or on the next one that is free.

import type { Server } from 'node:net';
import { HookglassError } from './errors.ts';

export const LOOPBACK = '127.0.0.1';
/** Ports tried one after the other before any free one is taken. */
const TRIES = 20;

export interface PortWish {
  /** 0: any free one. */
  port: number;
  /** True when the user named the port: another one will not do. */
  fixedPort: boolean;
}

/**
 * Resolves with the port that the server listens on. Rejects with `port-taken` when a fixed port
 * cannot be had.
 */
export async function listenOnLoopback(server: Server, wish: PortWish): Promise<number> {
  const last = Math.min(wish.fixedPort ? wish.port : wish.port + TRIES - 1, 65_535);
  for (let port = wish.port; port <= last; port++) {
    const problem = await tryPort(server, port);
    if (!problem) return portOf(server);
    if (wish.fixedPort) throw portTaken(port, problem);
  }
  const problem = await tryPort(server, 0);
  if (problem) throw portTaken(wish.port, problem);
  return portOf(server);
}

function tryPort(server: Server, port: number): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    const onError = (error: NodeJS.ErrnoException) => {
      server.off('listening', onListening);
      resolve(error);
    };
    const onListening = () => {
      server.off('error', onError);
      resolve(null);
    };
    server.once('error', onError).once('listening', onListening);
    server.listen(port, LOOPBACK);
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}

function portTaken(port: number, cause: NodeJS.ErrnoException): HookglassError {
  const message =
    cause.code === 'EACCES'
      ? `Port ${port} may not be opened by this user. Choose one above 1023.`
      : cause.code === 'EADDRINUSE'
        ? `Port ${port} is already in use by another program. Stop that program or choose another port.`
        : `Port ${port} could not be opened: ${cause.message}. Choose another port.`;
  return new HookglassError('port-taken', message, { cause });
}
