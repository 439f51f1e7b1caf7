// The channel to the engine inside Electron: the two functions that the preload script exposes.
// Frames cross as JSON text, so that nothing passes here that would not pass a WebSocket.

import type { Channel } from '../shared/rpc.ts';

export interface PreloadBridge {
  send(frame: string): void;
  onFrame(listener: (frame: string) => void): void;
}

/** Says that this page listens from now on; the host answers with the snapshot. */
const HELLO = JSON.stringify('hello');

/** A channel over the preload bridge. It never closes: the window goes with its host. */
export function createIpcChannel(bridge: PreloadBridge): Channel {
  return {
    send: (frame) => bridge.send(JSON.stringify(frame)),
    onFrame(listener) {
      bridge.onFrame((text) => listener(JSON.parse(text)));
      bridge.send(HELLO);
    },
    onClose: () => {},
  };
}
