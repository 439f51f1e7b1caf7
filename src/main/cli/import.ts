// hookglass import: brings deliveries in from files, while Hookglass does not run.

import type { ImportResult } from '../../shared/contract.ts';
import type { Command } from './command.ts';
import { dataDirOf } from './data-dir.ts';
import { Mistake, parseOptions } from './mistake.ts';
import { refuse } from './told.ts';

const IMPORT_HELP = `Usage: hookglass import [options] FILE …

Brings deliveries in: from a .hookglass or HAR file, a raw HTTP request or a curl command in a file. Each
is checked as of when it was received. Nobody is answered and nothing is forwarded, and what is there
already is not brought in twice. While Hookglass runs, import in its window instead.

  --endpoint NAME  check them by the endpoint with this name or path (the one that their path belongs to)
  --data-dir DIR   where the deliveries are kept
  --json           print what came of it as a JSON object a line
  --help           print this
`;

const OPTIONS = {
  endpoint: { type: 'string' },
  'data-dir': { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** `readerWorker` is the bundled program of the store's threads. */
export function importCommand(readerWorker: URL): Command {
  return async (args, { out }) => {
    const parsed = parseOptions({ args, options: OPTIONS, allowPositionals: true });
    const { values, positionals } = parsed;
    if (values.help) {
      out(IMPORT_HELP);
      return 0;
    }
    if (positionals.length === 0) throw new Mistake('Name a FILE to import.');
    const { openImport } = await import('../engine/exchange/offline.ts');
    const dataDir = dataDirOf(values['data-dir'] ?? null);
    const opened = await openImport(dataDir, readerWorker).catch(refuse);
    try {
      for (const path of positionals) {
        const result = await opened.take(path, values.endpoint ?? null).catch(refuse);
        out(values.json ? `${JSON.stringify({ path, ...result })}\n` : inWords(path, result));
      }
    } finally {
      await opened.close();
    }
    return 0;
  };
}

function inWords(path: string, { imported, known }: ImportResult): string {
  const there = known === 0 ? '' : `, ${known} there already`;
  return `${path}: ${imported} imported${there}\n`;
}
