// hookglass verify: is this request genuine, and if not, why.

import { createKeyCache } from '../engine/keys/key-cache.ts';
import { withKeys } from '../engine/keys/with-keys.ts';
import { findProvider, parseRawRequest, verifyRequest } from '../engine/verify/index.ts';
import { type Command, onlyFile, readInput, readSigner, SIGNER_OPTIONS } from './command.ts';
import { Mistake, parseOptions } from './mistake.ts';
import { verdictWords } from './verdict-words.ts';

const VERIFY_HELP = `Usage: hookglass verify --provider ID --secret VALUE [options] [FILE]

Reads one raw HTTP request (request line, headers, a blank line, the exact bytes of the body) from FILE
or standard input, and says whether its signature holds, and if not, why. A key that the provider
publishes is fetched from there, unless it is given as the secret.

  --provider ID        who signed it: stripe, github, slack, …
  --secret VALUE       signing secret (or HOOKGLASS_SECRET); repeat it, and any of them may match
  --url PUBLIC_URL     the URL as the provider knows it, for those who sign it
  --at ISO_TIME        judge its age as of then, such as 2026-11-22T12:00:00Z (now)
  --tolerance SECONDS  how old or new it may be, or off (what the provider documents)
  --option NAME=VALUE  an option of the provider, such as header=X-Acme-Signature
  --json               print the verdict as a JSON object
  --help               print this

Ends with 0 when it is verified, 1 when it is not, and 2 when there is nothing to judge.
`;

const OPTIONS = {
  ...SIGNER_OPTIONS,
  tolerance: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** Nobody else waits here: more is tried than in the app. */
const MAX_DOCTOR_MS = 2000;

export const verify: Command = async (args, surroundings) => {
  const { values, positionals } = parseOptions({ args, options: OPTIONS, allowPositionals: true });
  if (values.help) {
    surroundings.out(VERIFY_HELP);
    return 0;
  }
  const signer = readSigner(values, surroundings);
  const toleranceSeconds = readTolerance(values.tolerance);
  const request = parseRawRequest(await readInput(onlyFile(positionals), surroundings));
  if ('problem' in request) throw new Mistake(request.problem);
  const patience = { budgetMs: MAX_DOCTOR_MS, clock: () => performance.now() };
  const cache = createKeyCache({ monotonic: patience.clock });
  const verdict = await withKeys(cache, (keys) =>
    verifyRequest({ ...request, ...signer, toleranceSeconds, keys, ...patience }),
  );
  if ('problem' in verdict) throw new Mistake(verdict.problem);
  const name = findProvider(signer.provider)?.name ?? signer.provider;
  surroundings.out(values.json ? `${JSON.stringify(verdict)}\n` : verdictWords(name, verdict));
  return verdict.status === 'verified' ? 0 : 1;
};

function readTolerance(text: string | undefined): number | null | undefined {
  if (text === undefined) return undefined;
  if (text === 'off') return null;
  if (/^\d{1,9}(?:\.\d+)?$/.test(text)) return Number(text);
  throw new Mistake(`--tolerance takes a number of seconds, or off, not “${text}”.`);
}
