// hookglass send: posts a sample event, signed as the provider signs, with fresh ids and the time of
// now.

import { sendRequest } from '../engine/send-request.ts';
import {
  type JsonValue,
  type Problem,
  retarget,
  type Sample,
  setInBody,
  signSample,
  urlAndTarget,
} from '../engine/verify/index.ts';
import { type Command, readInput, readSigner, SIGNER_OPTIONS } from './command.ts';
import { Mistake, parseOptions, requireUrl } from './mistake.ts';
import { printable } from './printable.ts';
import { signingSecrets } from './sign.ts';

const SEND_HELP = `Usage: hookglass send --provider ID --event TYPE --secret VALUE --to URL [options]

Sends a test event, signed as the provider signs, with fresh ids and the time of now, and prints what
it was answered.

  --provider ID        who is to have sent it: stripe, github, slack, …
  --event TYPE         which of its events (the first); hookglass events lists them, and with --body
                       it may be any other
  --secret VALUE       signing secret (or HOOKGLASS_SECRET); a private key in PEM where the provider has
                       one: hookglass keys makes a pair; both where it signs a secret with its key
  --to URL             where to send it
  --url PUBLIC_URL     the URL as the provider knows it, for those who sign it (what --to says)
  --set PATH=VALUE     set a value of the body, such as data.object.amount=100; may be repeated
  --body FILE          send the bytes of this file, or of standard input for -, as the body
  --at ISO_TIME        the time to sign with, such as 2026-11-22T12:00:00Z (now)
  --option NAME=VALUE  an option of the provider, such as header=X-Acme-Signature
  --json               print what came of it as a JSON object
  --help               print this

Ends with 0 when it was answered below 400, 1 when it was not, or nobody answered, and 2 when it cannot
be sent.
`;

const OPTIONS = {
  ...SIGNER_OPTIONS,
  event: { type: 'string' },
  to: { type: 'string' },
  set: { type: 'string', multiple: true },
  body: { type: 'string' },
  json: { type: 'boolean' },
} as const;

export const send: Command = async (args, surroundings) => {
  const { values } = parseOptions({ args, options: OPTIONS, allowPositionals: false });
  if (values.help) {
    surroundings.out(SEND_HELP);
    return 0;
  }
  const { provider, secrets, url, at, providerOptions } = readSigner(values, surroundings);
  if (values.to === undefined) throw new Mistake('--to is needed: the URL to send it to.');
  const to = requireUrl('--to', values.to);
  const signedFor = url ?? to;
  const body = values.body === undefined ? null : await readInput(values.body, surroundings);
  const sample = signSample({
    ...{ provider, options: providerOptions, ...signingSecrets(secrets) },
    ...{ url: urlAndTarget(signedFor), eventType: values.event ?? null },
    body: body ?? undefined,
    edit: (own, { headers }) => edited(own, headers, values.set ?? []),
    ...{ at, newId: surroundings.newId },
  });
  if ('problem' in sample) throw new Mistake(sample.problem);

  const target = retarget(sample.target, signedFor, to);
  const outcome = await sendRequest(new URL(to), { ...sample, target });
  const { eventType } = sample;
  const sent = { provider, eventType, to, status: null, failure: null, ...outcome };
  surroundings.out(values.json ? `${JSON.stringify(sent)}\n` : inWords(sent));
  return sent.status !== null && sent.status < 400 ? 0 : 1;
};

interface Sent {
  eventType: string;
  to: string;
  status: number | null;
  failure: string | null;
}

function inWords({ eventType, to, status, failure }: Sent): string {
  const what = status === null ? `was not sent to ${to}: ${failure}` : `sent to ${to}: ${status}`;
  return `${printable(`${eventType} ${what}`, 2000)}\n`;
}

function edited(
  body: Buffer,
  headers: Sample['headers'],
  pairs: readonly string[],
): Buffer | Problem {
  let result = body;
  for (const pair of pairs) {
    const equals = pair.indexOf('=');
    if (equals < 1) throw new Mistake(`--set takes PATH=VALUE, not “${pair}”.`);
    const value = valueIn(pair.slice(equals + 1));
    const next = setInBody(result, headers, pair.slice(0, equals), value);
    if ('problem' in next) return next;
    result = next;
  }
  return result;
}

/** `1`, `true` and `{"a":1}` are JSON; anything else is text. */
function valueIn(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text;
  }
}
