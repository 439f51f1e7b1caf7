// From "Get a public URL" to a URL that changed: a real localtunnel server, seen in the window.

import { once } from 'node:events';
import { createServer, connect as dial, type Server, type Socket } from 'node:net';
import { beforeAll, expect, it } from 'vitest';
import { type LocaltunnelServer, startLocaltunnelServer } from '../support/localtunnel-server.ts';
import { atEndOfFile } from './support/at-end.ts';
import { type FreshApp, hasRows, setStage } from './support/fresh-app.ts';
import { seen } from './support/inbox.ts';
import { freePort } from './support/send.ts';

let app: FreshApp;
let gate: Gate;
let server: LocaltunnelServer;
const name = 'calm-otter';

beforeAll(async () => {
  server = await startServer();
  gate = await startGate();
  await gate.open(server.port);
  const stage = await setStage();
  app = await stage.open();
});

const header = () => app.page.getByRole('region', { name: 'Public URL' });
const copied = () => app.page.evaluate(() => navigator.clipboard.readText());
/** What the browser tells a page when the machine has another network. */
const changeNetwork = () => app.page.evaluate(() => window.dispatchEvent(new Event('online')));

it('gets a public URL from the server in the settings, shows it and copies it', async () => {
  const { page, inbox } = app;
  await page.keyboard.press('Control+,');
  await inbox.dialog.getByRole('tab', { name: 'Public URL' }).click();
  const field = inbox.dialog.getByLabel('Tunnel server');
  await field.fill('not a url');
  await page.keyboard.press('Enter');
  await inbox.dialog.getByRole('alert').waitFor();
  await field.fill(`http://localhost:${gate.port}`);
  await page.keyboard.press('Enter');
  await inbox.dialog.getByLabel('Saved').first().waitFor();
  await inbox.dialog.getByLabel('Wanted name').fill(name);
  await page.keyboard.press('Escape');

  await header().getByRole('button', { name: 'Get a public URL' }).click();
  await header().getByText(`http://${name}.localhost:${gate.port}`).waitFor();
  await header()
    .getByText(/^reached (just now|\d+ s ago)$/)
    .waitFor();
  await header().getByRole('button', { name: /^Copy/ }).click();
  await seen(copied).toBe(`http://${name}.localhost:${gate.port}`);
});

it('shows a request from outside as it arrives', async () => {
  const body = Buffer.from([0, 1, 2, 0xff, 0x0d, 0x0a]);
  const answer = await server.publicRequest({ name, method: 'PUT', target: '/outside?a=1', body });
  expect(answer.status).toBe(200);
  await hasRows(app.inbox, 1);
  await app.inbox.row(/PUT, \/outside\?a=1, /).waitFor();
});

it('says in words that the URL does not answer, and that it does again', async () => {
  await gate.close();
  await changeNetwork();
  await header()
    .getByText(/^last reached /)
    .waitFor();
  const banner = app.page.getByRole('status').getByText(/refuses connections/);
  await banner.waitFor();
  expect(await banner.textContent()).toContain('checking again in');
  await gate.open(server.port);
  await changeNetwork();
  await header()
    .getByText(/^reached (just now|\d+ s ago)$/)
    .waitFor();
  await banner.waitFor({ state: 'detached' });
});

it('says that it reconnects, and is loud when the URL is another one then', async () => {
  const { page, inbox } = app;
  await gate.close();
  await server.stop();
  await header()
    .getByText(/^(Reconnecting|Trying again)/)
    .waitFor();
  await header().getByRole('button', { name: 'Try again' }).waitFor();
  await page
    .getByRole('status')
    .getByText(/trying again in/)
    .waitFor();

  // The server is back, but somebody else has the name now.
  server = await startServer();
  await takeName(server);
  await gate.open(server.port);
  const banner = page.getByRole('alert').filter({ hasText: 'The public URL changed.' });
  // It asks for the old name a few times first: its own last connection may still hold it.
  const tryAgain = header().getByRole('button', { name: 'Try again' });
  await expect
    .poll(
      async () => {
        if (await tryAgain.isVisible()) await tryAgain.click();
        return banner.isVisible();
      },
      { timeout: 20_000, interval: 250 },
    )
    .toBe(true);
  const old = `http://${name}.localhost:${gate.port}`;
  expect(await banner.textContent()).toContain(`Providers still send to ${old}`);
  await banner.getByRole('button', { name: 'Copy the new URL' }).click();
  await seen(copied).toMatch(new RegExp(`^http://(?!${name})[a-z0-9-]+\\.localhost:${gate.port}$`));
  const url = await copied();
  await header().getByText(url).waitFor();
  const answer = await server.publicRequest({ name: new URL(url).hostname.split('.')[0]! });
  expect(answer.status).toBe(200);
  await hasRows(inbox, 2);

  await banner.getByRole('button', { name: 'Dismiss' }).click();
  await page.reload();
  await header().getByText(url).waitFor();
  expect(await banner.count()).toBe(0);
  await page.keyboard.press('Control+,');
  await inbox.dialog.getByRole('tab', { name: 'Public URL' }).click();
  await inbox.dialog.getByRole('listitem').getByText(old).waitFor();
  await page.keyboard.press('Escape');
});

it('gives the URL up when asked to', async () => {
  await app.page.locator('header').first().getByRole('button', { name: 'More' }).click();
  await app.page.getByRole('menuitem', { name: 'Give up the public URL' }).click();
  await header().getByText('On this machine only').waitFor();
  await header().getByRole('button', { name: 'Get a public URL' }).waitFor();
  expect(app.problems).toEqual([]);
});

async function startServer(): Promise<LocaltunnelServer> {
  const started = await startLocaltunnelServer();
  atEndOfFile(started.stop);
  return started;
}

/** As another client of the server does: asks for the name, and keeps a connection for it. */
async function takeName(server: LocaltunnelServer): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${server.port}/${name}`);
  const { id, port } = (await answer.json()) as { id: string; port: number };
  expect(id).toBe(name);
  const socket = dial(port, '127.0.0.1');
  await once(socket, 'connect');
  atEndOfFile(() => socket.destroy());
}

interface Gate {
  port: number;
  /** Leads to the server on this port until closed. */
  open(to: number): Promise<void>;
  close(): Promise<void>;
}

/** The address that the world knows the server by, which can be cut off and lead to another server. */
async function startGate(): Promise<Gate> {
  const port = await freePort();
  let listening: Server | null = null;
  const sockets = new Set<Socket>();
  const gate: Gate = {
    port,
    open(to) {
      const server = createServer((socket) => {
        const onward = dial(to, '127.0.0.1');
        for (const end of [socket, onward]) {
          sockets.add(end);
          end.on('close', () => sockets.delete(end));
          end.on('error', () => end.destroy());
        }
        socket.pipe(onward).pipe(socket);
      });
      listening = server;
      return new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
    },
    async close() {
      const closing = listening;
      listening = null;
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => (closing ? closing.close(() => resolve()) : resolve()));
    },
  };
  atEndOfFile(gate.close);
  return gate;
}
