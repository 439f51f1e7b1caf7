// The page while developing: Vite's server, which puts changes into the open page. For the headless
// host it also passes the page's WebSocket on, with the token of the host's current run, so that a
// page outlives the hosts it talks to.

import { createServer } from 'vite';

const HOST = '127.0.0.1';
const DEFAULT_PORT = 5173;

/**
 * @typedef {object} RendererServer
 * @property {string} url
 * @property {() => void} reload Makes open pages load anew.
 * @property {() => Promise<void>} close
 */

/**
 * @param {import('vite').InlineConfig} config As electron-vite has resolved it.
 * @param {{ port: number, token(): string } | null} headless The host's port, and its token just now:
 *   empty while it is not running.
 * @returns {Promise<RendererServer>}
 */
export async function startRendererServer(config, headless) {
  const server = await createServer({
    ...config,
    plugins: [...(config.plugins ?? []), withoutPolicy],
    server: {
      host: HOST,
      port: DEFAULT_PORT,
      ...(headless && { proxy: { '^/ws$': proxyTo(headless) } }),
    },
  });
  await server.listen();
  return {
    url: pageOrigin(server),
    reload: () => server.ws.send({ type: 'full-reload' }),
    close: () => server.close(),
  };
}

/** React's refresh begins with an inline script, which the page's own policy would not let run. */
const withoutPolicy = {
  name: 'hookglass:without-policy',
  transformIndexHtml: {
    order: /** @type {const} */ ('pre'),
    handler: (/** @type {string} */ html) =>
      html.replace(/<meta\s[^>]*"Content-Security-Policy"[^>]*>/i, ''),
  },
};

/** @param {import('vite').ViteDevServer} server */
function pageOrigin(server) {
  const address = server.httpServer?.address();
  if (!address || typeof address === 'string') throw new Error('Vite has no port.');
  return `http://${HOST}:${address.port}`;
}

/**
 * @param {{ port: number, token(): string }} headless
 * @returns {import('vite').ProxyOptions}
 */
function proxyTo({ port, token }) {
  const origin = `http://${HOST}:${port}`;
  return {
    target: origin,
    ws: true,
    changeOrigin: true,
    // No token: the host is being started anew, and the page is told to load again when it is there.
    bypass: () => (token() === '' ? false : undefined),
    configure(proxy) {
      proxy.on('proxyReqWs', (proxied, request) => {
        // Only our own page is let through: any page could open this port, and the host trusts us.
        if (
          request.headers.origin !==
          `http://${request.socket.localAddress}:${request.socket.localPort}`
        )
          return;
        proxied.setHeader('Origin', origin);
        proxied.setHeader('Sec-WebSocket-Protocol', `hookglass, ${token()}`);
      });
    },
  };
}
