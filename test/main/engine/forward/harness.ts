// A forwarder with a real destination, and the bodies to send there.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { Body } from '../../../../src/main/engine/body.ts';
import {
  createForwarder,
  type Forwarder,
  type ForwardMessage,
  type ForwardRequest,
  type ForwardResult,
} from '../../../../src/main/engine/forward/forward.ts';
import {
  type Behaviour,
  type Destination,
  type DestinationOptions,
  startDestination,
} from '../../../support/destinations.ts';

const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

export interface Forwarding {
  destination: Destination;
  /** Sends to the destination's `/hooks`, as from an endpoint at `/p`. */
  forward(
    message?: Partial<ForwardMessage>,
    request?: Partial<ForwardRequest>,
  ): Promise<ForwardResult>;
}

export async function startForwarding(
  behave: Behaviour,
  options?: DestinationOptions,
): Promise<Forwarding> {
  const destination = await listen(behave, options);
  const forwarder = newForwarder();
  return {
    destination,
    forward: (message, request) =>
      forwarder.forward({
        message: {
          method: 'POST',
          target: '/p',
          headers: [['Host', 'h']],
          body: memory(''),
          ...message,
        },
        endpointPath: '/p',
        destination: `${destination.url}/hooks`,
        timeoutMs: 10_000,
        ...request,
      }),
  };
}

export async function listen(
  behave: Behaviour,
  options?: DestinationOptions,
): Promise<Destination> {
  const destination = await startDestination(behave, options);
  cleanups.push(destination.close);
  return destination;
}

export function newForwarder(): Forwarder {
  const forwarder = createForwarder({ monotonic: () => performance.now() });
  cleanups.push(forwarder.close);
  return forwarder;
}

/** A plain POST to a URL. */
export function send(
  destination: string,
  request: Partial<ForwardRequest> = {},
  forwarder = newForwarder(),
): Promise<ForwardResult> {
  return forwarder.forward({
    message: { method: 'POST', target: '/', headers: [['Host', 'h']], body: memory('hi') },
    endpointPath: '/',
    destination,
    timeoutMs: 10_000,
    ...request,
  });
}

export function memory(text: string): Body {
  return { kind: 'memory', bytes: Buffer.from(text, 'latin1') };
}

export async function file(bytes: Buffer): Promise<Extract<Body, { kind: 'file' }>> {
  const folder = await mkdtemp(join(tmpdir(), 'hookglass-forward-'));
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'body');
  await writeFile(path, bytes);
  return { kind: 'file', path, size: bytes.length };
}
