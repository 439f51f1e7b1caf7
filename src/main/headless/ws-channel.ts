// A WebSocket as a channel: frames are JSON text.

import type { WebSocket } from 'ws';
import type { HostChannel } from '../engine/serve.ts';

/** Above this, events wait: a background tab that takes nothing must not fill our memory. */
const CONGESTED_BYTES = 4 * 1024 * 1024;

export function createWsChannel(socket: WebSocket): HostChannel {
  return {
    send: (frame) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame));
    },
    onFrame(listener) {
      socket.on('message', (data, isBinary) => {
        const frame = isBinary ? undefined : parse(data.toString());
        if (frame !== undefined) listener(frame);
      });
    },
    onClose: (listener) => {
      socket.on('close', listener);
    },
    congested: () => socket.bufferedAmount > CONGESTED_BYTES,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
