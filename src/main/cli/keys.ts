// hookglass keys: a pair of keys to try a provider with that signs with a private key of its own.

import { findProvider, generateKeyPair } from '../engine/verify/index.ts';
import { type Command, readProvider } from './command.ts';
import { Mistake, parseOptions } from './mistake.ts';

export const KEYS_HELP = `Usage: hookglass keys --provider ID [--json]

Makes a pair of keys for a provider that signs with a private key: the public one
for the endpoint, as the provider would show it, and the private one, in PEM, as
the secret of hookglass sign and hookglass send: --secret="$(cat key.pem)".

  --provider ID  whose form of keys: discord, sendgrid, wise, …
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
  for (const rule of provider?.rules ?? []) {
    const pair = generateKeyPair(rule);
    if (pair === null) continue;
    const { publicKey, privateKey } = pair;
    out(values.json ? `${JSON.stringify(pair)}\n` : `${publicKey.trim()}\n\n${privateKey}`);
    return 0;
  }
  throw new Mistake(`${provider?.name} signs with a secret that both sides know, not with keys.`);
};
