// hookglass export: deliveries of a data folder as a file, also while Hookglass runs on it.

import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { ExportFormat } from '../../shared/model.ts';
import type { Command } from './command.ts';
import { dataDirOf } from './data-dir.ts';
import { Mistake, parseOptions } from './mistake.ts';
import { refuse, told } from './told.ts';

const EXPORT_HELP = `Usage: hookglass export --format FORMAT [options] [ID …]

Writes deliveries to a file: those with the given ids, or all that the filter finds. Signing secrets are
never in it.

  --format FORMAT  hookglass (every byte, for another Hookglass), har (for browsers) or ndjson (a line each)
  --output FILE    where to (a name made of the time); - for standard output
  --query FILTER   only those that it finds, such as: verdict:failed after:1h
  --endpoint NAME  only those of the endpoint with this name or path
  --redact         leave out passwords, cookies and tokens in headers and addresses; signatures stay
  --data-dir DIR   where the deliveries are kept
  --help           print this
`;

const OPTIONS = {
  format: { type: 'string' },
  output: { type: 'string', short: 'o' },
  query: { type: 'string' },
  endpoint: { type: 'string' },
  redact: { type: 'boolean' },
  'data-dir': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const FORMATS: readonly ExportFormat[] = ['hookglass', 'har', 'ndjson'];

export const exportCommand: Command = async (args, { out, now }) => {
  const { values, positionals } = parseOptions({ args, options: OPTIONS, allowPositionals: true });
  if (values.help) {
    out(EXPORT_HELP);
    return 0;
  }
  const format = readFormat(values.format);
  // The other commands need no database.
  const { openExport } = await import('../engine/exchange/offline.ts');
  const stored = told(() => openExport(dataDirOf(values['data-dir'] ?? null), now));
  try {
    const file = stored.file({
      ...{ format, redact: values.redact ?? false, query: values.query },
      endpointId: endpointOf(stored.endpointId, values.endpoint),
      ids: positionals.length === 0 ? undefined : positionals,
    });
    const target = values.output ?? file.name;
    if (target === '-') {
      for await (const chunk of file.open()) out(chunk);
      return 0;
    }
    await pipeline(file.open(), createWriteStream(target)).catch(refuse);
    out(`${target}\n`);
    return 0;
  } finally {
    stored.close();
  }
};

function readFormat(text: string | undefined): ExportFormat {
  const format = FORMATS.find((name) => name === text);
  if (format !== undefined) return format;
  throw new Mistake(`--format takes ${FORMATS.join(', ')}${text ? `, not “${text}”` : ''}.`);
}

function endpointOf(find: (text: string) => string | null, text: string | undefined) {
  if (text === undefined) return null;
  const id = find(text);
  if (id === null) throw new Mistake(`There is no endpoint “${text}”.`);
  return id;
}
