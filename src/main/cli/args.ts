// The command line: its options, their checks, and the words of its help. Pure, so that a mistake is
// told in one line before anything starts.

import type { TunnelKind } from '../../shared/model.ts';
import { Mistake, parseOptions, requireUrl } from './mistake.ts';

export interface Options {
  /** Null: 4747, or the next free one. 0: any free one. */
  port: number | null;
  /** Null: 4748, or the next free one. 0: any free one. */
  uiPort: number | null;
  dataDir: string | null;
  forward: string | null;
  provider: string | null;
  secret: string | null;
  tunnel: TunnelKind | null;
  tunnelHost: string | null;
  subdomain: string | null;
  json: boolean;
  open: boolean;
}

/** What the options say about the default endpoint. */
export function runOverrides({ forward, provider, secret }: Options) {
  return { forwardTo: forward, provider, secret };
}

export type Parsed =
  | { kind: 'run'; options: Options }
  | { kind: 'version' }
  | { kind: 'help' }
  | { kind: 'mistake'; message: string };

export const HELP = `Usage: hookglass [options]
       hookglass verify|sign|send|events|keys|list|export|import [options]

Receives webhooks on this machine, verifies and shows them, and forwards them to your server.
The commands verify and sign are for a single request, send, events and keys for test events, and
list, export and import for what was received; each says more with --help.

  --port N             port to receive on (4747, or the next free one; 0 picks a free one)
  --ui-port N          port of the interface and the API (4748, or the next free one; 0 picks one)
  --data-dir DIR       where deliveries, settings and secrets are kept
  --forward URL        forward to this server, such as http://localhost:3000/webhooks
  --provider ID        who sends: stripe, github, slack, shopify, standard-webhooks, hmac, …
  --secret VALUE       signing secret, for this run only (or HOOKGLASS_SECRET)
  --tunnel KIND        none, or localtunnel for a public URL (the default)
  --tunnel-host URL    tunnel server to use (https://localtunnel.me)
  --subdomain NAME     name to ask the tunnel server for
  --json               print one JSON object a line
  --no-open            do not open the browser
  --version            print the version
  --help               print this
`;

const OPTIONS = {
  port: { type: 'string' },
  'ui-port': { type: 'string' },
  'data-dir': { type: 'string' },
  forward: { type: 'string' },
  provider: { type: 'string' },
  secret: { type: 'string' },
  tunnel: { type: 'string' },
  'tunnel-host': { type: 'string' },
  subdomain: { type: 'string' },
  json: { type: 'boolean' },
  'no-open': { type: 'boolean' },
  version: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/**
 * Reads the arguments (without node and script). `environment.HOOKGLASS_SECRET` stands in for
 * `--secret`, which other users of the machine could read in the process list.
 * `ignoreUnknown` is for Electron, whose command line also carries Chromium's switches.
 */
export function readArgs(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  { ignoreUnknown = false } = {},
): Parsed {
  try {
    const values = parse(args, ignoreUnknown);
    if (values.help) return { kind: 'help' };
    if (values.version) return { kind: 'version' };
    return {
      kind: 'run',
      options: {
        port: readPort('--port', values.port),
        uiPort: readPort('--ui-port', values['ui-port']),
        dataDir: readText('--data-dir', values['data-dir']),
        forward: readUrl('--forward', values.forward),
        provider: readText('--provider', values.provider),
        secret: readText('--secret', values.secret ?? (environment.HOOKGLASS_SECRET || undefined)),
        tunnel: readTunnel(values.tunnel),
        tunnelHost: readUrl('--tunnel-host', values['tunnel-host']),
        subdomain: readSubdomain(values.subdomain),
        json: values.json ?? false,
        open: !values['no-open'],
      },
    };
  } catch (error) {
    if (error instanceof Mistake) return { kind: 'mistake', message: error.message };
    throw error;
  }
}

function parse(args: readonly string[], ignoreUnknown: boolean) {
  const known = ignoreUnknown
    ? args.filter((arg, i) => isOurs(arg) || isValueOfOurs(args, i))
    : args;
  return parseOptions({ args: [...known], options: OPTIONS, allowPositionals: false }).values;
}

function nameOf(arg: string): string {
  return arg.replace(/^--/, '').split('=')[0] ?? '';
}

function isOurs(arg: string): boolean {
  return arg.startsWith('--') && Object.hasOwn(OPTIONS, nameOf(arg));
}

function isValueOfOurs(args: readonly string[], index: number): boolean {
  const previous = args[index - 1];
  if (!previous || args[index]?.startsWith('--') || !isOurs(previous) || previous.includes('=')) {
    return false;
  }
  return OPTIONS[nameOf(previous) as keyof typeof OPTIONS].type === 'string';
}

function readPort(option: string, value: string | undefined): number | null {
  if (value === undefined) return null;
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (!(port <= 65_535))
    throw new Mistake(`${option} takes a port from 0 to 65535, not “${value}”.`);
  return port;
}

function readText(option: string, value: string | undefined): string | null {
  if (value === undefined) return null;
  if (value === '') throw new Mistake(`${option} needs a value.`);
  return value;
}

function readUrl(option: string, value: string | undefined): string | null {
  return value === undefined ? null : requireUrl(option, value);
}

function readTunnel(value: string | undefined): TunnelKind | null {
  if (value === undefined) return null;
  if (value === 'none' || value === 'localtunnel') return value;
  throw new Mistake(`--tunnel takes none or localtunnel, not “${value}”.`);
}

function readSubdomain(value: string | undefined): string | null {
  if (value === undefined) return null;
  if (/^[a-z0-9](?:[a-z0-9-]{2,61}[a-z0-9])$/.test(value)) return value;
  throw new Mistake(`--subdomain takes 4 to 63 of a-z, 0-9 and -, not “${value}”.`);
}
