// The commands by name, and what they share of the process: where they write, how they end.

import { randomUUID } from 'node:crypto';
import type { Command, Surroundings } from './command.ts';
import type { CommandName } from './command-names.ts';
import { events } from './events.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { keys } from './keys.ts';
import { list } from './list.ts';
import { Mistake } from './mistake.ts';
import { send } from './send.ts';
import { sign } from './sign.ts';
import { verify } from './verify.ts';

/** Beside this program, once both are bundled. */
const READER_WORKER = new URL('./reader-worker.js', import.meta.url);

const COMMANDS: Readonly<Record<CommandName, Command>> = {
  verify,
  sign,
  send,
  events,
  keys,
  list,
  export: exportCommand,
  import: importCommand(READER_WORKER),
};

/** Answers the exit code. A mistake is one line on stderr, and 2. */
export async function runCommand(name: CommandName, args: string[]): Promise<number> {
  const surroundings: Surroundings = {
    environment: process.env,
    stdin: process.stdin,
    out: (text) => void process.stdout.write(text),
    now: Date.now,
    newId: randomUUID,
  };
  // Whoever reads the output may have seen enough.
  process.stdout.on('error', () => {});
  try {
    return await COMMANDS[name](args, surroundings);
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    process.stderr.write(`hookglass ${name}: ${error.message}\n`);
    return 2;
  }
}
