// Cross-checks against many providers' own libraries, each in the same way: what they sign we verify,
// what we sign they verify, and of what is changed both say the same.

import { describe, expect, it } from 'vitest';
import { compileProvider } from '../../../../src/main/engine/verify/compile.ts';
import { generateKeyPair } from '../../../../src/main/engine/verify/key-pair.ts';
import { findProvider } from '../../../../src/main/engine/verify/providers.ts';
import type { SignedRequest } from '../../../../src/main/engine/verify/view.ts';
import type { HeaderList } from '../../../../src/shared/headers.ts';
import type { Verdict } from '../../../../src/shared/model.ts';
import { verdictOf } from './judging.ts';
import {
  CALLED_URL,
  LIBRARIES,
  type Library,
  type Message,
  PUBLIC_KEY_LIBRARIES,
} from './official-libraries.ts';
import { MORE_LIBRARIES } from './official-libraries-more.ts';

type Unsigned = Omit<Library, 'secret' | 'sign'>;

/** The libraries look at the clock themselves. */
const now = () => Date.now();

/** Bodies that every library takes for an event: GoCardless's wants a list of events in it. */
const EVENTS = [
  '{"id":"evt_1","events":[],"type":"x"}',
  '{\n  "name": "Zoë ☕ 漢字",\n  "events": []\n}\n',
  '{"events":[],"a":"\\u0000"} ',
];
const COMPACT = EVENTS.map((body) => JSON.stringify(JSON.parse(body)));

const bodiesOf = ({ bodies, compactJsonOnly }: Unsigned) =>
  bodies ?? (compactJsonOnly ? COMPACT : EVENTS);

/** The last letter of the first name in the body, in another case: still the JSON of an event. */
const otherEvent = (body: string) => body.replace(/[a-z]"/, (end) => end.toUpperCase());

const otherOf = (secret: string) => `${secret.slice(0, -4)}abcd`;

/** A request signed by us as the provider would, of this body. */
function signedByUs(library: Unsigned, secret: string, body: string): Message {
  const { provider: id, options = {}, rule = 0, contentType = 'application/json' } = library;
  const provider = findProvider(id);
  const judges = provider === null ? null : compileProvider(provider, options).judges;
  if (judges === null || 'problem' in judges) throw new Error(`no provider ${id}`);
  const headers: HeaderList = [['Content-Type', contentType]];
  // Pusher's library looks for the key's id as well.
  if (id === 'pusher') headers.push(['X-Pusher-Key', 'key']);
  const { origin, pathname, search } = new URL(CALLED_URL);
  const request: SignedRequest = {
    ...{ method: 'POST', target: pathname + search, publicOrigin: origin, headers },
    body: { kind: 'memory', bytes: Buffer.from(body) },
  };
  const signed = judges[rule]?.sign({ request, secret, at: now(), messageId: 'msg_1' });
  if (signed === undefined || 'problem' in signed) throw new Error(signed?.problem ?? 'no rule');
  const { bytes } = signed.body as { bytes: Buffer };
  return { url: origin + signed.target, headers: signed.headers, body: bytes.toString() };
}

async function signedByThem(library: Library, body: string): Promise<Message> {
  return { url: CALLED_URL, headers: [], body, ...(await library.sign?.(body, now())) };
}

function ourVerdict({ provider, options = {} }: Unsigned, secret: string, message: Message) {
  return verdictOf(message, { provider, options, secrets: [secret], receivedAt: now() }).status;
}

/** True when the library accepts the request; it may refuse by an exception. */
async function accepts(
  library: Unsigned,
  { url, headers, body }: Message,
  secret: string,
): Promise<boolean> {
  const byName = headers.map(([name, value]) => [name.toLowerCase(), value]);
  try {
    const received = { url, body, headers: Object.fromEntries(byName) };
    return (await library.verify(received, secret)) === true;
  } catch {
    return false;
  }
}

async function agreeOn(
  library: Unsigned,
  message: Message,
  secret: string,
  other: string,
): Promise<void> {
  const both = async (changed: Message, key: string): Promise<[boolean, Verdict['status']]> => [
    await accepts(library, changed, key),
    ourVerdict(library, key, changed),
  ];
  const { change = otherEvent } = library;
  const changed = { ...message, body: change(message.body) };
  expect(changed.body).not.toBe(message.body);
  expect(await both(message, secret)).toEqual([true, 'verified']);
  expect(await both(changed, secret)).toEqual([false, 'failed']);
  expect(await both(message, other)).toEqual([false, 'failed']);
}

const SECRET_LIBRARIES = [...LIBRARIES, ...MORE_LIBRARIES].map((library): [string, Library] => [
  `${library.npm} (${library.provider})`,
  library,
]);

describe.each(SECRET_LIBRARIES)('%s', (_, library) => {
  const { secret } = library;

  it.each(bodiesOf(library))(
    'verifies what we sign, and refuses with us what is changed: %j',
    async (body) => {
      await agreeOn(library, signedByUs(library, secret, body), secret, otherOf(secret));
    },
  );
});

describe.each(SECRET_LIBRARIES.filter(([, { sign }]) => sign !== undefined))('%s', (_, library) => {
  const { secret } = library;

  it.each(bodiesOf(library))(
    'signs what we verify, and refuses with us what is changed: %j',
    async (body) => {
      await agreeOn(library, await signedByThem(library, body), secret, otherOf(secret));
    },
  );
});

describe.each(PUBLIC_KEY_LIBRARIES)('$npm', (library) => {
  it.each(EVENTS)(
    'verifies what we sign, and refuses with us what is changed: %j',
    async (body) => {
      const [rule] = findProvider(library.provider)?.rules ?? [];
      const pair = rule === undefined ? null : generateKeyPair(rule);
      const other = rule === undefined ? null : generateKeyPair(rule);
      if (pair === null || other === null) throw new Error('no keys');
      const message = signedByUs(library, pair.privateKey, body);
      await agreeOn(library, message, pair.publicKey, other.publicKey);
    },
  );
});

describe.each(
  MORE_LIBRARIES.filter(({ provider }) =>
    ['twilio', 'messagebird', 'contentful'].includes(provider),
  ),
)('$npm', (library) => {
  it('agrees that another URL is another request', async () => {
    const { secret } = library;
    const [body = ''] = bodiesOf(library);
    const message = signedByUs(library, secret, body);
    const elsewhere = { ...message, url: message.url.replace('a=1', 'a=2') };
    expect(await accepts(library, elsewhere, secret)).toBe(false);
    expect(ourVerdict(library, secret, elsewhere)).toBe('failed');
  });
});
