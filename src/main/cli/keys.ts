// hookglass keys: a fresh pair of keys, for test events of a provider that signs with a private one.

import { findProvider, generateKeyPair } from '../engine/verify/index.ts';
import { type Command, readProvider } from './command.ts';
import { Mistake, parseOptions } from './mistake.ts';

export const KEYS_HELP = `Usage: hookglass keys --provider ID [--json]

Makes a fresh pair of keys in the form of a provider that signs with a private key: the public one for
the endpoint that is to verify, the private one for hookglass sign and hookglass send.

  --provider ID  whose form: discord, sendgrid, …
  --json         print them as a JSON object
  --help         print this
`;

const OPTIONS = {
  provider: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export const keys: Command = async (args, { out }) => {
  const { values } = parseOptions({ args, options: OPTIONS, allowPositionals: false });
  if (values.help) {
    out(KEYS_HELP);
    return 0;
  }
  const provider = findProvider(readProvider(values.provider));
  // Test events are signed by the first of its rules.
  const rule = provider?.rules[0];
  const pair = rule === undefined || 'keysAt' in rule ? null : generateKeyPair(rule);
  if (pair === null) {
    throw new Mistake(`${provider?.name} signs with no pair of keys that could be made here.`);
  }
  const { publicKey, privateKey } = pair;
  const text = `Public key, for the endpoint:\n${publicKey.trim()}\n\nPrivate key, for --secret:\n${privateKey.trim()}\n`;
  out(values.json ? `${JSON.stringify(pair)}\n` : text);
  return 0;
};
