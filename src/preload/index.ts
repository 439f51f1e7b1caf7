// The page's only way out of its sandbox: two functions that carry frames of JSON text. It never
// changes when the contract grows.

import { contextBridge, ipcRenderer } from 'electron';

const CHANNEL = 'hookglass';

contextBridge.exposeInMainWorld('hookglass', {
  send: (frame: string) => ipcRenderer.send(CHANNEL, frame),
  onFrame: (listener: (frame: string) => void) => {
    ipcRenderer.on(CHANNEL, (_event, frame: string) => listener(frame));
  },
});
