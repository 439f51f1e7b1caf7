// The interface's port: the built page, the calls and the event stream, on loopback only.

import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import sirv from 'sirv';
import { WebSocketServer } from 'ws';
import type { Engine } from '../engine/engine.ts';
import { LOOPBACK, listenOnLoopback } from '../engine/listen.ts';
import { type ServeOptions, serve } from '../engine/serve.ts';
import { CONTENT_SECURITY_POLICY } from '../page-policy.ts';
import { bearerToken, createGuard, type Guard, subprotocolToken } from './guard.ts';
import { answerCall, failure, reply } from './http-api.ts';
import { sendFile } from './send-file.ts';
import { createWsChannel } from './ws-channel.ts';

const DEFAULT_PORT = 4748;
/** Frames from a page are calls; the largest carries a canned response's body. */
const MAX_FRAME_BYTES = 8 * 1024 * 1024;

const PAGE_HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

export interface UiServer {
  /** Holds the token in its fragment, which browsers do not send to anybody. */
  uiUrl: string;
  apiUrl: string;
  token: string;
  close(): void;
}

export interface UiServerOptions {
  /** Null: 4748, or the next free one. */
  port: number | null;
  rendererDir: string;
  engine: ServeOptions & Pick<Engine, 'download'>;
}

/** Rejects `port-taken` when an explicitly given port is. */
export async function startUiServer(options: UiServerOptions): Promise<UiServer> {
  const token = randomBytes(24).toString('base64url');
  const server = createServer();
  const port = await listenOnLoopback(server, {
    port: options.port ?? DEFAULT_PORT,
    fixedPort: options.port !== null,
  });
  const guard = createGuard(port, token);
  const page = sirv(options.rendererDir, {
    etag: true,
    setHeaders: (response) => {
      for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value);
    },
  });

  server.on('request', (request, response) => {
    answer(request, response, guard, options, page).catch(() => response.destroy());
  });
  const sockets = acceptWebSockets(server, guard, options.engine);

  const origin = `http://${LOOPBACK}:${port}`;
  return {
    uiUrl: `${origin}/#token=${token}`,
    apiUrl: `${origin}/api`,
    token,
    close() {
      for (const client of sockets.clients) client.terminate();
      server.close();
      server.closeAllConnections();
    },
  };
}

type Page = ReturnType<typeof sirv>;

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  guard: Guard,
  { engine }: UiServerOptions,
  page: Page,
): Promise<void> {
  if (!guard.hostAllowed(request) || !guard.originAllowed(request)) {
    return reply(response, 403, failure('unauthorized', 'This address is not for other sites.'));
  }
  const file = request.method === 'GET' ? engine.download(request.url ?? '') : null;
  if (file !== null) return sendFile(file, response);
  const call = /^\/api\/([\w.-]+)$/.exec(request.url ?? '')?.[1];
  if (call === undefined) {
    return page(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
    });
  }
  if (!guard.tokenAllowed(bearerToken(request))) {
    const message = 'Send the token that Hookglass printed as “Authorization: Bearer <token>”.';
    return reply(response, 401, failure('unauthorized', message));
  }
  await answerCall(engine.dispatch, call, request, response);
}

function acceptWebSockets(server: Server, guard: Guard, engine: ServeOptions): WebSocketServer {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    handleProtocols: () => 'hookglass',
  });
  server.on('upgrade', (request, socket: Socket, head) => {
    const allowed =
      request.url === '/ws' &&
      guard.hostAllowed(request) &&
      guard.originAllowed(request) &&
      guard.tokenAllowed(subprotocolToken(request));
    if (!allowed) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      // A broken or oversized frame closes this one connection; the page connects anew.
      webSocket.on('error', () => webSocket.terminate());
      serve(createWsChannel(webSocket), engine);
    });
  });
  return sockets;
}
