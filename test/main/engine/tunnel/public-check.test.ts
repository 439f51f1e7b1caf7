// What a public URL may turn out to be, each as a real server on this machine.

import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createProbe } from '../../../../src/main/engine/tunnel/probe.ts';
import { checkPublicUrl } from '../../../../src/main/engine/tunnel/public-check.ts';

const probe = createProbe();
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serve(handler: RequestListener): Promise<string> {
  const server = createServer(handler);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://name.localhost:${(server.address() as AddressInfo).port}`;
}

const check = (publicUrl: string, timeoutMs = 10_000) =>
  checkPublicUrl({ publicUrl, probe, timeoutMs, signal: new AbortController().signal });

const reminder = `<html><h1>You are about to visit: name.loca.lt</h1>
<p>To access the website, please enter the tunnel password below.</p></html>`;

describe('checkPublicUrl', () => {
  it('is content when this very receiver answers, and forgets the check', async () => {
    let asked = '';
    const url = await serve((request, response) => {
      asked = request.url ?? '';
      response.end(probe.matches(request.method ?? '', asked));
    });
    expect(await check(url)).toEqual({ outcome: 'reached' });
    expect(probe.matches('GET', asked)).toBeNull();
  });

  it('is not content with an echo, or with another run of Hookglass', async () => {
    const echo = await serve((request, response) => response.end(request.url));
    const reason = `${echo} is answered by somebody else: it leads to another machine now`;
    expect(await check(echo)).toEqual({ outcome: 'failed', reason });
    const other = createProbe();
    const otherRun = await serve((request, response) =>
      response.end(other.matches(request.method ?? '', request.url ?? '') ?? 'ok'),
    );
    expect(await check(otherRun)).toMatchObject({ outcome: 'failed' });
  });

  it('is not content with the right answer under the wrong status', async () => {
    const url = await serve((request, response) =>
      response.writeHead(201).end(probe.matches(request.method ?? '', request.url ?? '')),
    );
    expect(await check(url)).toMatchObject({ outcome: 'failed' });
  });

  it.each([
    [404, 'no longer knows http://name.localhost'],
    [408, 'is overloaded or cannot reach this machine (it answered 408)'],
    [502, 'is overloaded or cannot reach this machine (it answered 502)'],
    [503, 'is overloaded or cannot reach this machine (it answered 503)'],
    [504, 'is overloaded or cannot reach this machine (it answered 504)'],
    [301, 'answered 301 instead of passing the check on'],
    [500, 'answered 500 instead of passing the check on'],
  ])('says in words what a status of %i means', async (status, words) => {
    const url = await serve((_, response) => response.writeHead(status).end());
    expect(await check(url)).toEqual({
      ...{ outcome: 'failed', reason: expect.stringContaining(words) },
    });
  });

  it.each([
    [401, reminder],
    [511, reminder],
    [511, ''],
    [200, '<p>This website is served for free via a localtunnel.</p>'],
  ])('knows the reminder page under status %i', async (status, page) => {
    const url = await serve((_, response) =>
      response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' }).end(page),
    );
    expect(await check(url)).toEqual({
      outcome: 'blocked',
      reason: expect.stringMatching(
        /shows the tunnel server's reminder page, .*asks for a password/,
      ),
    });
  });

  it('gives up on a server that never answers', async () => {
    const silent = createTcpServer();
    servers.push(silent);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const url = `http://name.localhost:${(silent.address() as AddressInfo).port}`;
    expect(await check(url, 100)).toEqual({
      ...{ outcome: 'failed', reason: `${url} did not answer within 0.1 s` },
    });
  });

  it('does not blame the tunnel for a name that this machine cannot resolve', async () => {
    expect(await check('http://hookglass.invalid')).toMatchObject({
      outcome: 'unknown',
      reason: expect.stringContaining('cannot be found'),
    });
  });
});
