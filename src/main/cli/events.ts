// hookglass events: the sample events that there are of a provider.

import { findProvider } from '../engine/verify/index.ts';
import { type Command, readProvider } from './command.ts';
import { parseOptions } from './mistake.ts';

const EVENTS_HELP = `Usage: hookglass events --provider ID [--json]

Lists the sample events of a provider, one a line, for: hookglass send --event TYPE

  --provider ID  whose events: stripe, github, slack, …
  --json         print them as a JSON list
  --help         print this
`;

const OPTIONS = {
  provider: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export const events: Command = async (args, { out }) => {
  const { values } = parseOptions({ args, options: OPTIONS, allowPositionals: false });
  if (values.help) {
    out(EVENTS_HELP);
    return 0;
  }
  const samples = findProvider(readProvider(values.provider))?.samples.events ?? [];
  const types = samples.map(({ eventType }) => eventType);
  out(values.json ? `${JSON.stringify(types)}\n` : types.map((type) => `${type}\n`).join(''));
  return 0;
};
