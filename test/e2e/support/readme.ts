// What README.md tells a newcomer to do, taken from its own text, so that the walk cannot drift from it.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { atEndOfFile } from './at-end.ts';
import { readLines } from './lines.ts';
import { root } from './paths.ts';
import { freePort } from './send.ts';

export interface Walk {
  name: string;
  path: string;
  provider: string;
  secret: string;
  /** Sends a signed request to `http://127.0.0.1:4747`. */
  sendBlock: string;
  /** Starts a server on port 3000 that prints what it gets. */
  serverBlock: string;
  destination: string;
}

/** The parts of "Five minutes" that a person types. Fails when the text no longer has them. */
export function readWalk(): Walk {
  const text = readFileSync(join(root, 'README.md'), 'utf8');
  const walk = /## Five minutes\n([\s\S]*?)\n## /.exec(text)?.[1] ?? '';
  const prose = walk.replaceAll(/\s+/g, ' ');
  const [, name, path, provider, secret] =
    /name `([^`]+)`, path `([^`]+)`, provider \*([^*]+)\*, signing secret `([^`]+)`/.exec(prose) ??
    [];
  const blocks = [...walk.matchAll(/```sh\n([\s\S]*?)\n *```/g)].map((match) => match[1] ?? '');
  const found = {
    ...{ name, path, provider, secret },
    sendBlock: blocks.find((block) => block.includes('curl')),
    serverBlock: blocks.find((block) => block.includes('listen(3000)'))?.trim(),
    destination: /set \*Forward to\* to `([^`]+)`/.exec(prose)?.[1],
  };
  for (const [part, value] of Object.entries(found)) {
    expect(value, `README's walk no longer says its ${part} as this test reads it`).toBeTruthy();
  }
  return found as Walk;
}

/** Runs what is pasted into a shell, and answers what it printed. */
export async function bash(script: string): Promise<string> {
  const child = spawn('bash', ['-e'], { stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.end(`${script}\n`);
  const out = readLines(child.stdout);
  const errors = readLines(child.stderr);
  const [code] = await once(child, 'close');
  expect(code, errors.all.join('\n')).toBe(0);
  return out.all.join('\n');
}

/** Starts README's own server on a free port, and waits until it takes connections. */
export async function startReadmeServer({ serverBlock, destination }: Walk) {
  const port = await freePort();
  const script = serverBlock.replace('listen(3000)', `listen(${port})`);
  const child = spawn('bash', ['-c', `exec ${script}`], { stdio: ['ignore', 'pipe', 'inherit'] });
  atEndOfFile(() => child.kill());
  const printed = readLines(child.stdout);
  const answers = () => fetch(`http://localhost:${port}/is-it-up`).then((answer) => answer.text());
  await vi.waitFor(answers, { timeout: 10_000, interval: 20 });
  return { url: destination.replace(':3000', `:${port}`), printed };
}
