// The channel to the engine from a browser: one WebSocket, JSON text frames, the token as a subprotocol.

import type { Channel } from '../shared/rpc.ts';

/** Opens a WebSocket. `onClose` listeners run once, also when it never opened. Frames sent before it is open wait. */
export function openWsChannel(url: string, token: string): Channel {
  const socket = new WebSocket(url, ['hookglass', token]);
  const waiting: string[] = [];
  socket.addEventListener('open', () => {
    for (const text of waiting.splice(0)) socket.send(text);
  });
  return {
    send(frame) {
      const text = JSON.stringify(frame);
      if (socket.readyState === WebSocket.CONNECTING) waiting.push(text);
      else socket.send(text);
    },
    onFrame(listener) {
      socket.addEventListener('message', (event) => listener(JSON.parse(String(event.data))));
    },
    onClose(listener) {
      socket.addEventListener('close', () => listener(), { once: true });
    },
  };
}
