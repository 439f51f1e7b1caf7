// hookglass sign: a request, or a sample event, as the provider would have signed it.

import {
  parseRawRequest,
  privateKeyKind,
  signRequest,
  writeRawRequest,
} from '../engine/verify/index.ts';
import { type Command, onlyFile, readInput, readSigner, SIGNER_OPTIONS } from './command.ts';
import { Mistake, parseOptions } from './mistake.ts';

const SIGN_HELP = `Usage: hookglass sign --provider ID --secret VALUE [options] [FILE]

Reads one raw HTTP request (request line, headers, a blank line, the exact bytes of the body) from FILE
or standard input, and prints it signed as the provider signs.

  --provider ID        who is to have signed it: stripe, github, slack, …
  --secret VALUE       signing secret (or HOOKGLASS_SECRET); a private key in PEM where the provider has
                       one: hookglass keys makes a pair; both where it signs a secret with its key
  --url PUBLIC_URL     the URL as the provider knows it, for those who sign it
  --at ISO_TIME        the time to sign with, such as 2026-11-22T12:00:00Z (now)
  --option NAME=VALUE  an option of the provider, such as header=X-Acme-Signature
  --help               print this

Ends with 0, or with 2 when it cannot be signed.
`;

export const sign: Command = async (args, surroundings) => {
  const options = SIGNER_OPTIONS;
  const { values, positionals } = parseOptions({ args, options, allowPositionals: true });
  if (values.help) {
    surroundings.out(SIGN_HELP);
    return 0;
  }
  const { secrets, ...signer } = readSigner(values, surroundings);
  const signing = signingSecrets(secrets);
  const request = parseRawRequest(await readInput(onlyFile(positionals), surroundings));
  if ('problem' in request) throw new Mistake(request.problem);
  const messageId = `msg_${surroundings.newId()}`;
  const signed = signRequest({ ...signer, ...signing, request, messageId });
  if ('problem' in signed) throw new Mistake(signed.problem);
  surroundings.out(writeRawRequest(signed));
  return 0;
};

/** What is signed is signed with one, or with a private key and a secret that is signed with it. */
export function signingSecrets(secrets: readonly string[]): { secret: string; key?: string } {
  const keys = secrets.filter((text) => privateKeyKind(text) !== null);
  const [secret, another] = secrets.filter((text) => !keys.includes(text));
  const [key, anotherKey] = keys;
  if (secret === undefined && key === undefined) {
    throw new Mistake('A secret is needed to sign: give it by --secret, or in HOOKGLASS_SECRET.');
  }
  if (another !== undefined || anotherKey !== undefined) {
    throw new Mistake('Only one --secret can sign.');
  }
  return { secret: secret ?? '', ...(key !== undefined && { key }) };
}
