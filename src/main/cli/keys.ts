// hookglass keys: a fresh pair of keys, for test events of a provider that signs with a private one.

import { findProvider, generateKeyPair, keyRuleOf } from '../engine/verify/index.ts';
import { type Command, readProvider } from './command.ts';
import { Mistake, parseOptions } from './mistake.ts';

const KEYS_HELP = `Usage: hookglass keys --provider ID [--json]

Makes a fresh pair of keys in the form of a provider that signs with a private key: the public one for
the endpoint that is to verify, the private one for hookglass sign and hookglass send. Where the provider
publishes its keys, an endpoint with a key of its own fetches none.

  --provider ID  whose form: discord, sendgrid, paypal, …
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
  const found = provider && keyRuleOf(provider);
  const pair = found && generateKeyPair(found.rule);
  if (!pair) throw new Mistake(`${provider?.name} signs with a secret, and with no pair of keys.`);
  const { publicKey, privateKey } = pair;
  const text = `Public key, for the endpoint:\n${publicKey.trim()}\n\nPrivate key, for --secret:\n${privateKey.trim()}\n`;
  out(values.json ? `${JSON.stringify(pair)}\n` : text);
  return 0;
};
