// The interface's port: who gets in, who does not, and how calls are answered.

import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import WebSocket from 'ws';
import { createBus } from '../../../src/main/engine/bus.ts';
import type { Engine } from '../../../src/main/engine/engine.ts';
import { startUiServer, type UiServer } from '../../../src/main/headless/ui-server.ts';
import type { Snapshot } from '../../../src/shared/model.ts';
import { tempDir } from '../../support/temp-dir.ts';

async function start(
  port: number | null = 0,
  download: Engine['download'] = () => null,
): Promise<UiServer> {
  const rendererDir = join(tempDir(), 'renderer');
  mkdirSync(rendererDir);
  writeFileSync(join(rendererDir, 'index.html'), '<!doctype html><title>Hookglass</title>');
  const server = await startUiServer({
    port,
    rendererDir,
    engine: {
      dispatch: async (name, input) =>
        name === 'known.call'
          ? { ok: true, result: { input } }
          : { ok: false, error: { code: 'unknown-call', message: `There is no call “${name}”.` } },
      snapshot: () => ({ version: '1' }) as Snapshot,
      bus: createBus(),
      download,
    },
  });
  onTestFinished(() => server.close());
  return server;
}

interface Reply {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  text: string;
}

/** A raw request: fetch would not let us lie about Host and Origin. */
function send(
  url: string,
  { method = 'GET', headers = {}, body = '' }: { method?: string; headers?: object; body?: string },
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers: { ...headers }, agent: false }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const call = (server: UiServer, name: string, input: unknown, headers = {}) =>
  send(`${server.apiUrl}/${name}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${server.token}`, ...headers },
    body: typeof input === 'string' ? input : JSON.stringify(input),
  });

describe('the interface’s port', () => {
  it('serves the page with a policy that lets it load only what is ours', async () => {
    const server = await start();
    const page = await send(server.uiUrl, {});
    expect(page.text).toContain('Hookglass');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect((await send(`${new URL(server.uiUrl).origin}/nope`, {})).status).toBe(404);
    const escaped = await send(`${new URL(server.uiUrl).origin}/..%2f..%2fetc%2fpasswd`, {});
    expect(escaped.status).toBe(404);
  });

  it('answers calls to the holder of the token', async () => {
    const server = await start();
    const answer = await call(server, 'known.call', { a: 1 });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toEqual({ ok: true, result: { input: { a: 1 } } });
    const unknown = await call(server, 'other', {});
    expect(unknown.status).toBe(404);
    expect(JSON.parse(unknown.text)).toMatchObject({ ok: false, error: { code: 'unknown-call' } });
  });

  it('refuses calls without the token or with another', async () => {
    const server = await start();
    for (const Authorization of ['', 'Bearer nope', `Basic ${server.token}`, 'Bearer ']) {
      const answer = await call(server, 'known.call', {}, { Authorization });
      expect(answer.status).toBe(401);
      expect(answer.text).not.toContain(server.token);
    }
  });

  it('refuses other names for this address (DNS rebinding) and other sites’ pages', async () => {
    const server = await start();
    const { port } = new URL(server.uiUrl);
    for (const headers of [
      { Host: 'evil.example' },
      { Host: `evil.example:${port}` },
      { Host: '127.0.0.1' },
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { Origin: `http://127.0.0.1.evil.example:${port}` },
    ]) {
      expect((await call(server, 'known.call', {}, headers)).status).toBe(403);
      expect((await send(server.uiUrl, { headers })).status).toBe(403);
    }
    const own = { Origin: `http://127.0.0.1:${port}` };
    expect((await call(server, 'known.call', {}, own)).status).toBe(200);
  });

  it('says what is wrong with the method, the JSON and the size', async () => {
    const server = await start();
    const headers = { Authorization: `Bearer ${server.token}` };
    expect((await send(`${server.apiUrl}/known.call`, { headers })).status).toBe(405);
    expect((await call(server, 'known.call', '{"a":')).status).toBe(400);
    expect((await call(server, 'known.call', '')).status).toBe(200);
    const large = await call(server, 'known.call', `"${'x'.repeat(9 * 1024 * 1024)}"`);
    expect(large.status).toBe(413);
  });

  it('opens the event stream to the token alone, from our own page alone', async () => {
    const server = await start();
    const { host, origin } = new URL(server.uiUrl);
    const open = (protocols: string[], pageOrigin = origin) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(`ws://${host}/ws`, protocols, { origin: pageOrigin });
        socket.on('message', (data) => {
          resolve(data.toString());
          socket.close();
        });
        socket.on('error', (error) => resolve(error.message));
      });
    expect(JSON.parse(await open(['hookglass', server.token]))).toEqual({
      kind: 'snapshot',
      snapshot: { version: '1' },
    });
    expect(await open(['hookglass', 'wrong'])).toContain('403');
    expect(await open(['hookglass'])).toContain('403');
    expect(await open(['hookglass', server.token], 'https://evil.example')).toContain('403');
  });

  it('takes the next free port by itself, but says so when a given one is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    await expect(start(port)).rejects.toMatchObject({ code: 'port-taken' });
    await expect(start(port)).rejects.toThrow(`Port ${port}`);
  });
});

describe('a file that an export made', () => {
  const file = (open: () => Readable) => ({ name: 'a.har', contentType: 'application/json', open });

  it('is sent as it is made, to whoever knows its path', async () => {
    const made = file(() => Readable.from([Buffer.from('{"a":'), Buffer.from('1}')]));
    const { apiUrl } = await start(0, (path) => (path === '/download/x' ? made : null));
    const origin = new URL(apiUrl).origin;
    const reply = await send(`${origin}/download/x`, {});
    expect(reply).toMatchObject({ status: 200, text: '{"a":1}' });
    expect(reply.headers['content-disposition']).toBe('attachment; filename="a.har"');
    expect((await send(`${origin}/download/y`, {})).status).toBe(404);
    expect((await send(`${origin}/download/x`, { headers: { Host: 'evil.example' } })).status).toBe(
      403,
    );
  });

  it('is broken off when it cannot be made to its end', async () => {
    const broken = file(() =>
      Readable.from(
        (async function* () {
          yield Buffer.from('{"a":');
          throw new Error('gone');
        })(),
      ),
    );
    const { apiUrl } = await start(0, () => broken);
    const reading = fetch(`${new URL(apiUrl).origin}/download/x`).then((reply) => reply.text());
    await expect(reading).rejects.toThrow();
  });
});
