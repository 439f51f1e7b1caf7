// Opens a tunnel whatever the client does: one that breaks its promise not to reject is contained.

import type { OpenTunnelRequest, OpenTunnelResult, TunnelClient } from './tunnel.ts';

/** Never rejects. */
export async function openTunnel(
  client: TunnelClient,
  request: OpenTunnelRequest,
): Promise<OpenTunnelResult> {
  try {
    return await client.open(request);
  } catch (error) {
    return { outcome: 'failed', reason: `The tunnel failed (${String(error)})`, final: false };
  }
}
