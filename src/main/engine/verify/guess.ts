// Which provider a request looks like, from the clues that the providers' own data gives: its headers,
// its query and its body.

import type { HeaderList } from '../../../shared/headers.ts';
import type { ProviderGuess } from '../../../shared/model.ts';
import type { Clue, Provider } from './provider.ts';
import { PROVIDERS } from './providers.ts';
import { compileSource, headersOf, type SourceReader } from './source.ts';
import { createView, type RequestView, type SignedRequest } from './view.ts';
import { wordList } from './words.ts';

const ENOUGH_POINTS = 2;
const MAX_GUESSES = 8;
/** Clues are about forms of names and signatures; what follows further on is not looked at. */
const MAX_LOOKED_AT = 512;

interface Suspicion {
  provider: Provider;
  clue: Clue;
  read: SourceReader;
}

interface Suspicions {
  /** By the header's lower-cased name: few of them can apply to one request. */
  inHeaders: ReadonlyMap<string, readonly Suspicion[]>;
  elsewhere: readonly Suspicion[];
}

let collected: Suspicions | null = null;

/** Of all providers, collected with the first guess: a start has better things to do. */
function suspicions(): Suspicions {
  collected ??= collectSuspicions();
  return collected;
}

function collectSuspicions(): Suspicions {
  const inHeaders = new Map<string, Suspicion[]>();
  const elsewhere: Suspicion[] = [];
  for (const provider of PROVIDERS) {
    for (const clue of provider.clues) {
      const suspicion = { provider, clue, read: compileSource(clue.at) };
      const names = headersOf(clue.at);
      if (names.length === 0) elsewhere.push(suspicion);
      for (const name of names) {
        const key = name.toLowerCase();
        inHeaders.set(key, [...(inHeaders.get(key) ?? []), suspicion]);
      }
    }
  }
  return { inHeaders, elsewhere };
}

/** Best first. The body may be only the beginning of one. */
export function guessProviders(request: SignedRequest): ProviderGuess[] {
  const view = createView(request, false);
  const guesses = guessFrom(view);
  const isOpen = guesses.every(({ provider }) => provider === 'hmac');
  return isOpen ? [...guesses, ...guessFaintly(view)] : guesses;
}

/**
 * Those who sign in such a header, where they are few enough for one to choose from; first those with the
 * most sample events, which are there for who is used most.
 */
function guessFaintly(view: RequestView): ProviderGuess[] {
  const { inHeaders } = suspicions();
  const found = view.headers
    .filter(([name]) => SIGNATURE_NAME.test(name))
    .flatMap(([name]) => inHeaders.get(name.toLowerCase()) ?? [])
    .filter(({ clue, read }) => clue.like !== undefined && matches(clue, read(view)));
  if (found.length >= MAX_GUESSES) return [];
  const used = ({ provider }: Suspicion) => provider.samples.events.length;
  return found
    .sort((a, b) => used(b) - used(a))
    .map(({ provider: { id, name }, clue }) => ({
      ...{ provider: id, name, reason: `it has ${clue.says}, as others have` },
    }));
}

/** As {@link guessProviders}, of a request that has been opened already. */
export function guessFrom(view: RequestView): ProviderGuess[] {
  const names = new Set(view.headers.map(([name]) => name.toLowerCase()));
  const { inHeaders, elsewhere } = suspicions();
  const possible = new Set(elsewhere);
  for (const name of names) for (const each of inHeaders.get(name) ?? []) possible.add(each);
  const seen = new Map<Provider, Clue[]>();
  for (const { provider, clue, read } of possible) {
    if (!matches(clue, read(view))) continue;
    seen.set(provider, [...(seen.get(provider) ?? []), clue]);
  }
  const found: { guess: ProviderGuess; points: number }[] = [];
  for (const provider of PROVIDERS) {
    const clues = provider.clues.filter((clue) => seen.get(provider)?.includes(clue));
    const points = clues.reduce((sum, clue) => sum + clue.points, 0);
    if (points < ENOUGH_POINTS) continue;
    const reason = `it has ${wordList(
      clues.map(({ says }) => says),
      'and',
    )}`;
    found.push({ guess: { provider: provider.id, name: provider.name, reason }, points });
  }
  if (found.length === 0) return guessGeneric(view.headers);
  return found
    .sort((a, b) => b.points - a.points)
    .slice(0, MAX_GUESSES)
    .map(({ guess }) => guess);
}

function matches({ like }: Clue, value: string | null): boolean {
  return value !== null && (like === undefined || like.test(value.slice(0, MAX_LOOKED_AT)));
}

const SIGNATURE_NAME = /signature|hmac|digest/i;
const HMAC_FORMS: readonly [form: RegExp, says: string][] = [
  [/^(?:[a-z0-9]+=)?[0-9a-f]{64}$/i, '64 hexadecimal digits, like an HMAC-SHA256'],
  [/^(?:[a-z0-9]+=)?[0-9a-f]{40}$/i, '40 hexadecimal digits, like an HMAC-SHA1'],
  [/^(?:[a-z0-9]+=)?[0-9a-f]{128}$/i, '128 hexadecimal digits, like an HMAC-SHA512'],
  [/^[A-Za-z0-9+/]{43}=$/, '44 characters of base64, like an HMAC-SHA256'],
  [/^[A-Za-z0-9+/]{27}=$/, '28 characters of base64, like an HMAC-SHA1'],
  [/^[A-Za-z0-9+/]{86}==$/, '88 characters of base64, like an HMAC-SHA512'],
];

/** When no provider is recognised: a header that holds what an HMAC looks like. */
function guessGeneric(headers: HeaderList): ProviderGuess[] {
  for (const [name, value] of headers) {
    if (!SIGNATURE_NAME.test(name)) continue;
    const form = HMAC_FORMS.find(([pattern]) => pattern.test(value.slice(0, MAX_LOOKED_AT)));
    if (form === undefined) continue;
    const reason = `its ${name.slice(0, 100)} header holds ${form[1]}`;
    return [{ provider: 'hmac', name: 'Generic HMAC', reason }];
  }
  return [];
}
