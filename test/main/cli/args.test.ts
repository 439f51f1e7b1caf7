// The command line: what is accepted, and the one line said when it is not.

import { describe, expect, it } from 'vitest';
import { HELP, type Options, readArgs } from '../../../src/main/cli/args.ts';

function options(args: string[], environment = {}): Options {
  const parsed = readArgs(args, environment);
  if (parsed.kind !== 'run') throw new Error(`not run: ${JSON.stringify(parsed)}`);
  return parsed.options;
}

function mistake(args: string[]): string {
  const parsed = readArgs(args, {});
  return parsed.kind === 'mistake' ? parsed.message : `no mistake: ${parsed.kind}`;
}

describe('readArgs', () => {
  it('leaves everything to the defaults without arguments', () => {
    expect(options([])).toEqual({
      port: null,
      uiPort: null,
      dataDir: null,
      forward: null,
      provider: null,
      secret: null,
      tunnel: null,
      tunnelHost: null,
      subdomain: null,
      json: false,
      open: true,
    });
  });

  it('reads every option', () => {
    const args =
      '--port 0 --ui-port=5000 --data-dir d --forward http://localhost:3000/hooks --provider stripe --secret whsec_x --tunnel localtunnel --tunnel-host https://t.example --subdomain calm-otter --json --no-open';
    expect(options(args.split(' '))).toEqual({
      port: 0,
      uiPort: 5000,
      dataDir: 'd',
      forward: 'http://localhost:3000/hooks',
      provider: 'stripe',
      secret: 'whsec_x',
      tunnel: 'localtunnel',
      tunnelHost: 'https://t.example',
      subdomain: 'calm-otter',
      json: true,
      open: false,
    });
  });

  it('takes the secret from the environment, and prefers the option', () => {
    expect(options([], { HOOKGLASS_SECRET: 'from-env' }).secret).toBe('from-env');
    expect(options(['--secret', 'given'], { HOOKGLASS_SECRET: 'from-env' }).secret).toBe('given');
    expect(options([], { HOOKGLASS_SECRET: '' }).secret).toBeNull();
  });

  it.each([
    [['--port', 'abc'], '--port takes a port'],
    [['--port', '65536'], '--port takes a port'],
    [['--port', '-1'], '--port'],
    [['--ui-port', '1.5'], '--ui-port takes a port'],
    [['--forward', 'localhost:3000'], '--forward takes an http'],
    [['--forward', 'ftp://x'], '--forward takes an http'],
    [['--tunnel', 'ngrok'], '--tunnel takes none or localtunnel'],
    [['--subdomain', 'A_b'], '--subdomain takes 4 to 63'],
    [['--data-dir', ''], '--data-dir needs a value'],
    [['--bogus'], '--bogus'],
    [['stray'], 'stray'],
    [['--json=yes'], '--json'],
    [['--port'], '--port'],
  ])('says in one line what is wrong with %j', (args, expected) => {
    const message = mistake(args);
    expect(message).toContain(expected);
    expect(message).not.toContain('\n');
  });

  it('asks for help and version before anything else', () => {
    expect(readArgs(['--help'], {}).kind).toBe('help');
    expect(readArgs(['--version'], {}).kind).toBe('version');
  });

  it('passes over what is Chromium’s in the desktop app, and keeps its own', () => {
    const args = ['--no-sandbox', '--remote-debugging-port=0', 'x', '--data-dir', '/d', '--port=0'];
    const parsed = readArgs(args, {}, { ignoreUnknown: true });
    expect(parsed).toMatchObject({ kind: 'run', options: { dataDir: '/d', port: 0 } });
  });

  it('names every option in the help', () => {
    for (const option of ['--port', '--ui-port', '--data-dir', '--forward', '--provider']) {
      expect(HELP).toContain(option);
    }
    for (const option of ['--secret', '--tunnel', '--tunnel-host', '--subdomain', '--json']) {
      expect(HELP).toContain(option);
    }
  });
});
