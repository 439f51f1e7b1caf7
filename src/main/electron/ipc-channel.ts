// IPC as a channel: frames are JSON text on one channel name, from our own page's main frame only.

import { ipcMain, type WebContents } from 'electron';
import type { Engine } from '../engine/engine.ts';
import { type HostChannel, serve } from '../engine/serve.ts';
import { pageUrl } from './page.ts';

const CHANNEL = 'hookglass';
/** The first frame of a page that is ready to listen; after a reload it comes again. */
const HELLO = '"hello"';

interface Session {
  onFrame: (frame: unknown) => void;
  close: () => void;
}

export function setupIpc(engine: Engine): void {
  const sessions = new Map<WebContents, Session>();

  ipcMain.on(CHANNEL, (event, text: unknown) => {
    const { sender, senderFrame } = event;
    if (senderFrame !== sender.mainFrame || !isOurPage(senderFrame.url)) return;
    if (typeof text !== 'string') return;
    if (text !== HELLO) {
      const frame = parse(text);
      if (frame !== undefined) sessions.get(sender)?.onFrame(frame);
      return;
    }
    sessions.get(sender)?.close();
    const session = startSession(sender, engine);
    sessions.set(sender, session);
    sender.once('destroyed', () => {
      session.close();
      sessions.delete(sender);
    });
  });
}

function startSession(contents: WebContents, engine: Engine): Session {
  const session: Session = { onFrame: () => {}, close: () => {} };
  const channel: HostChannel = {
    send: (frame) => {
      if (!contents.isDestroyed()) contents.send(CHANNEL, JSON.stringify(frame));
    },
    onFrame: (listener) => {
      session.onFrame = listener;
    },
    onClose: (listener) => {
      session.close = listener;
    },
    congested: () => false,
  };
  serve(channel, engine);
  return session;
}

function isOurPage(url: string): boolean {
  const page = new URL(pageUrl());
  return (
    URL.canParse(url) && new URL(url).host === page.host && new URL(url).protocol === page.protocol
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
