#!/usr/bin/env node
// The `hookglass` command: reads what is asked for, and loads no more than that takes.

import { version } from '../../../package.json';
import { HELP, readArgs } from '../cli/args.ts';
import { commandOf } from '../cli/command-names.ts';

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const command = commandOf(args);
  if (command !== null) {
    const { runCommand } = await import('../cli/run-command.ts');
    process.exitCode = await runCommand(command, args.slice(1));
    return;
  }
  const parsed = readArgs(args, process.env);
  switch (parsed.kind) {
    case 'help':
      process.stdout.write(HELP);
      return;
    case 'version':
      process.stdout.write(`${version}\n`);
      return;
    case 'mistake':
      process.stderr.write(`hookglass: ${parsed.message}\n`);
      process.exitCode = 2;
      return;
    case 'run': {
      const { run } = await import('./run.ts');
      return run(parsed.options);
    }
  }
}

await main();
