// Runs a command as the process would, with its own environment, clock and input.

import { Readable } from 'node:stream';
import type { Command, Surroundings } from '../../../src/main/cli/command.ts';
import { Mistake } from '../../../src/main/cli/mistake.ts';

export const NOON = Date.parse('2026-03-04T12:00:00Z');

export interface Ran {
  code: number;
  out: string;
  /** Null when nothing was wrong. */
  mistake: string | null;
}

export interface RunOptions {
  stdin?: Buffer | string;
  environment?: Surroundings['environment'];
  now?: number;
}

export async function run(
  command: Command,
  args: string[],
  { stdin = '', environment = {}, now = NOON }: RunOptions = {},
): Promise<Ran> {
  const written: Buffer[] = [];
  let count = 0;
  const surroundings: Surroundings = {
    environment,
    stdin: Readable.from([Buffer.from(stdin)]),
    out: (text) => void written.push(Buffer.from(text)),
    now: () => now,
    newId: () => `id${++count}`,
  };
  const out = () => Buffer.concat(written).toString('latin1');
  try {
    const code = await command(args, surroundings);
    return { code, out: out(), mistake: null };
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    return { code: 2, out: out(), mistake: error.message };
  }
}
