// The built command as a shell sees it: what it prints, where, and the code it ends with.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { version } from '../../package.json';
import { atEndOfFile, makeFolder } from './support/at-end.ts';
import { startHeadless } from './support/headless.ts';
import { root } from './support/paths.ts';

/** Runs the command to its end. */
async function run(...args: string[]) {
  const own = args.includes('--data-dir') ? [] : ['--data-dir', makeFolder()];
  const command = [join(root, 'out/main/headless.js'), '--tunnel', 'none', ...own, ...args];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { out, err, code };
}

it('prints its version and its help', async () => {
  expect(await run('--version')).toEqual({ out: `${version}\n`, err: '', code: 0 });
  const help = await run('--help');
  expect(help.code).toBe(0);
  expect(help.out).toContain('--tunnel-host URL');
});

it.each([
  [['--bogus'], '--bogus'],
  [['--port', 'x'], '--port'],
  [['--tunnel', 'carrier-pigeon'], '--tunnel'],
  [['--forward', 'localhost'], '--forward'],
  [['--provider', 'nobody'], 'nobody'],
])('says in one line on stderr what is wrong with %j, and ends with 2', async (args, words) => {
  const { out, err, code } = await run(...args);
  expect([out, code]).toEqual(['', 2]);
  expect(err).toMatch(/^hookglass: [^\n]+\n$/);
  expect(err).toContain(words);
});

/** Runs one of the commands for a single request, with this on its standard input. */
async function runWith(input: string | Buffer, ...args: string[]) {
  const child = spawn(process.execPath, [join(root, 'out/main/headless.js'), ...args]);
  child.stdin.end(input);
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { out, err, code };
}

it('signs a request, verifies it, and says why a changed one is not verified', async () => {
  const signer = ['--provider', 'stripe', '--secret', 'whsec_e2e'];
  const raw = 'POST /hooks HTTP/1.1\r\nContent-Type: application/json\r\n\r\n{"id":"evt_1"}';
  const { out: signed } = await runWith(raw, 'sign', ...signer);
  expect(await runWith(signed, 'verify', ...signer)).toMatchObject({ err: '', code: 0 });
  const changed = await runWith(`${signed}\n`, 'verify', ...signer, '--json');
  expect(changed.code).toBe(1);
  expect(JSON.parse(changed.out)).toMatchObject({
    ...{ status: 'failed', findings: [{ cause: 'body-trailing-newline' }] },
  });
  const unusable = await runWith('hello', 'verify', ...signer);
  expect([unusable.out, unusable.code]).toEqual(['', 2]);
  expect(unusable.err).toMatch(/^hookglass verify: [^\n]+\n$/);
});

it('sends a sample event to a running Hookglass, which verifies it', async () => {
  const host = await startHeadless();
  const secrets = [{ label: 'current', value: 'github-e2e' }];
  await host.call('endpoints.create', { name: 'g', path: '/g', provider: 'github', secrets });
  const { out: listed } = await runWith('', 'events', '--provider', 'github');
  expect(listed.split('\n')).toContain('workflow_run');
  const to = `${host.receiverUrl}/g`;
  const signer = ['--provider', 'github', '--secret', 'github-e2e'];
  const sent = await runWith('', 'send', ...signer, '--event', 'workflow_run', '--to', to);
  expect(sent).toEqual({ out: `workflow_run sent to ${to}: 200\n`, err: '', code: 0 });
  const { items } = await host.call('deliveries.list', {});
  expect(items).toMatchObject([{ eventType: 'workflow_run', verdict: { status: 'verified' } }]);
});

it('ends with 1 when a given port is taken, for requests or for the interface', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  atEndOfFile(() => other.close());
  const port = String((other.address() as AddressInfo).port);
  for (const args of [
    ['--port', port],
    ['--port', '0', '--ui-port', port],
  ]) {
    const { out, err, code } = await run(...args);
    expect([out, code]).toEqual(['', 1]);
    expect(err).toContain(`Port ${port} is already in use`);
  }
});

it('ends with 1 when another Hookglass has the data folder, and with --json says so there too', async () => {
  const host = await startHeadless();
  const { out, err, code } = await run('--json', '--port', '0', '--data-dir', host.dataDir);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ type: 'error', error: { code: 'data-folder-in-use' } });
  expect(err).toContain(host.dataDir);
});

it('stops cleanly on SIGINT, also while a request waits for its answer', async () => {
  const host = await startHeadless();
  await host.call('endpoints.create', {
    name: 'slow',
    path: '/slow',
    respond: { mode: 'canned', delayMs: 60_000 },
  });
  const answer = fetch(`${host.receiverUrl}/slow`, { method: 'POST' }).then(
    ({ status }) => status,
    () => 'cut off',
  );
  const listed = async (): Promise<void> => {
    const { items } = await host.call('deliveries.list', {});
    if (items.length === 0) return listed();
  };
  await listed();
  const exit = once(host.process, 'exit');
  host.process.kill('SIGINT');
  expect((await exit)[0]).toBe(0);
  expect(await answer).toBe(200);
});
