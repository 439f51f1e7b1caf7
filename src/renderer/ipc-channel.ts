// The channel to the engine inside Electron: the two functions that the preload script exposes.

import type { Channel } from '../shared/rpc.ts';

export interface PreloadBridge {
  send(frame: unknown): void;
  onFrame(listener: (frame: unknown) => void): void;
}

/** A channel over the preload bridge. It never closes: the window goes with its host. */
export function createIpcChannel(bridge: PreloadBridge): Channel {
  return {
    send: (frame) => bridge.send(frame),
    onFrame: (listener) => bridge.onFrame(listener),
    onClose: () => {},
  };
}
