// Runs the built `hookglass` command as a script would: its own process, --json, free ports.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { CallInput, CallName, CallResults } from '../../../src/shared/contract.ts';
import type { Attempt, Delivery, Finding, TunnelStatus } from '../../../src/shared/model.ts';
import { atEndOfFile, makeFolder } from './at-end.ts';
import { type Lines, readLines } from './lines.ts';
import { root } from './paths.ts';

export interface Ready {
  type: 'ready';
  receiverUrl: string;
  uiUrl: string;
  apiUrl: string;
  token: string;
  publicUrl: string | null;
}

export type Printed =
  | Ready
  | { type: 'delivery'; delivery: Delivery }
  | { type: 'findings'; deliveryId: string; findings: Finding[] }
  | { type: 'attempt'; attempt: Attempt }
  | { type: 'tunnel'; status: TunnelStatus }
  | { type: 'error'; error: { code: string; message: string } };

export interface HeadlessOptions {
  /** Its own empty one unless given; one that is given can be used again after a stop. */
  dataDir?: string;
  /** Options besides --json, --data-dir and the ports; `--tunnel none` unless they name a tunnel. */
  args?: string[];
  env?: Record<string, string>;
}

export interface Headless extends Omit<Ready, 'type'> {
  dataDir: string;
  process: ChildProcess;
  /** Every object printed so far. */
  printed(): Printed[];
  /** The first object of this type, printed already or to come, that also passes `test`. */
  waitFor<T extends Printed['type']>(
    type: T,
    test?: (line: Extract<Printed, { type: T }>) => boolean,
  ): Promise<Extract<Printed, { type: T }>>;
  /** One call of the API; throws with its code and message when it is refused. */
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallResults[N]>;
  /** SIGTERM; answers the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL, as a crash would end it. */
  kill9(): Promise<void>;
}

/** Resolves when it is ready for requests; rejects with its output when it ends before that. */
export async function startHeadless(options: HeadlessOptions = {}): Promise<Headless> {
  const dataDir = options.dataDir ?? makeFolder();
  const child = spawnHost(dataDir, options);
  const lines = readLines(child.stdout);
  const errors = readLines(child.stderr);
  const end = endWith(child);
  atEndOfFile(() => end('SIGKILL'));

  const waitFor: Headless['waitFor'] = (type, test) => find(lines, type, test);
  const ready = await waitFor('ready').catch((error: Error) => {
    throw new Error(
      `The host ended before it was ready.\n${error.message}\n${errors.all.join('\n')}`,
    );
  });
  return {
    ...ready,
    dataDir,
    process: child,
    printed: () => lines.all.map((line) => JSON.parse(line) as Printed),
    waitFor,
    call: (name, input) => call(ready, name, input),
    stop: () => end('SIGTERM'),
    kill9: async () => void (await end('SIGKILL')),
  };
}

function spawnHost(dataDir: string, { args = [], env }: HeadlessOptions) {
  const tunnel = args.includes('--tunnel') ? [] : ['--tunnel', 'none'];
  const own = ['--json', '--port', '0', '--ui-port', '0', '--data-dir', dataDir, ...tunnel];
  return spawn(process.execPath, [join(root, 'out/main/headless.js'), ...own, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // A tester's own secret must not find its way in.
    env: { ...process.env, HOOKGLASS_SECRET: '', ...env },
  });
}

function endWith(child: ChildProcess): (signal: NodeJS.Signals) => Promise<number | null> {
  const exited = once(child, 'exit') as Promise<[number | null]>;
  return async (signal) => {
    child.kill(signal);
    return (await exited)[0];
  };
}

function find<T extends Printed['type']>(
  lines: Lines,
  type: T,
  test: (line: Extract<Printed, { type: T }>) => boolean = () => true,
): Promise<Extract<Printed, { type: T }>> {
  return lines.find((text) => {
    const line = JSON.parse(text) as Printed;
    if (line.type !== type) return undefined;
    const wanted = line as Extract<Printed, { type: T }>;
    return test(wanted) ? wanted : undefined;
  });
}

async function call<N extends CallName>(
  { apiUrl, token }: Ready,
  name: N,
  input: CallInput<N>,
): Promise<CallResults[N]> {
  const response = await fetch(`${apiUrl}/${name}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(input),
  });
  const answer = (await response.json()) as
    | { ok: true; result: CallResults[N] }
    | { ok: false; error: { code: string; message: string } };
  if (answer.ok) return answer.result;
  throw new Error(`${name}: ${answer.error.code}: ${answer.error.message}`);
}
