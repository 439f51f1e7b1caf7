// Where a test event can go, and what is told of it before it does. Pure.

import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { assertNever } from '../../../shared/assert-never.ts';
import type { Endpoint, ProviderInfo } from '../../../shared/model.ts';

export type Place = 'receiver' | 'destination' | 'public';

export const PLACES: { value: Place; label: string }[] = [
  { value: 'receiver', label: 'Receiver' },
  { value: 'destination', label: 'Your server' },
  { value: 'public', label: 'Public URL' },
];

export interface PlaceWords {
  /** Null where it cannot go there. */
  url: string | null;
  /** What that means, or why it cannot. */
  words: string;
}

/** What sending it there means for this endpoint. */
export function placeWords(
  place: Place,
  endpoint: Pick<Endpoint, 'path' | 'forwardTo' | 'publicUrl'>,
  receiverUrl: string,
  tunnelUrl: string | null,
): PlaceWords {
  const at = (base: string) => base.replace(/\/$/, '') + endpoint.path;
  switch (place) {
    case 'receiver':
      return { url: at(receiverUrl), words: 'It shows up in the list, as any other delivery.' };
    case 'destination':
      return endpoint.forwardTo === null
        ? { url: null, words: 'This endpoint forwards to no server.' }
        : { url: endpoint.forwardTo, words: 'It goes there directly, and not into the list.' };
    case 'public': {
      const url = endpoint.publicUrl ?? (tunnelUrl === null ? null : at(tunnelUrl));
      return url === null
        ? { url, words: 'There is no public URL now.' }
        : { url, words: 'It goes all the way round, as if the provider had sent it.' };
    }
    default:
      return assertNever(place);
  }
}

/** What it is signed with. */
export type Way = 'secret' | 'test-key' | 'nothing';

const WAYS: Record<Way, string> = { secret: 'Secret', 'test-key': 'Test key', nothing: 'Nothing' };

type Signer = Pick<ProviderInfo, 'name' | 'testKey'>;

/** What there is to sign with, the usual one first. */
export function waysFor(
  { secrets }: Pick<Endpoint, 'secrets'>,
  signer: Signer | undefined,
): { value: Way; label: string }[] {
  const hasSecret = secrets.length > 0 && signer?.testKey !== 'only';
  const key: Way[] = signer?.testKey ? ['test-key'] : [];
  // Beside a shared secret a key is a matter of choice.
  const last: Way[] = signer?.testKey === 'also' ? ['nothing', ...key] : [...key, 'nothing'];
  const ways: Way[] = hasSecret ? ['secret', ...last] : last;
  return ways.map((value) => ({ value, label: WAYS[value] }));
}

/** What that means. */
export function signingWords(
  { provider, secrets }: Pick<Endpoint, 'provider' | 'secrets'>,
  { id, name, testKey }: Signer & Pick<ProviderInfo, 'id'>,
  way: Way,
): string {
  const [secret] = secrets;
  const foreign = provider !== null && provider !== id;
  const though = foreign ? ', though the endpoint is set to another provider' : '';
  switch (way) {
    case 'secret':
      return `Signed with the secret “${secret?.label ?? ''}”${though}.`;
    case 'test-key':
      return `Signed with a key made for this endpoint, which accepts it beside that of ${withoutNote(name)}${though}.`;
    case 'nothing':
      return secret === undefined && testKey !== 'only'
        ? 'Unsigned: this endpoint has no secret.'
        : 'Unsigned, as it might come from a stranger.';
    default:
      return assertNever(way);
  }
}

/** `Discord (interactions and webhook events)` is Discord. */
const withoutNote = (name: string) => name.replace(/ \([^()]*\)$/, '');

/** Where a text that was to be JSON goes wrong, and how; null when it does not. */
export function jsonProblem(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch {
    const errors: ParseError[] = [];
    parse(text, errors, { disallowComments: true });
    const [first] = errors;
    if (first === undefined) return 'This is not valid JSON.';
    const before = text.slice(0, first.offset).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    const what = MISTAKES[printParseErrorCode(first.error)] ?? 'this is not valid JSON';
    return `Line ${before.length}, column ${column}: ${what}.`;
  }
}

const MISTAKES: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this is no value; texts stand in double quotes',
  InvalidNumberFormat: 'this number is not written as JSON has it',
  PropertyNameExpected: 'a name in double quotes is missing',
  ValueExpected: 'a value is missing',
  ColonExpected: 'a colon is missing',
  CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'a closing } is missing',
  CloseBracketExpected: 'a closing ] is missing',
  EndOfFileExpected: 'the JSON has ended before this',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfComment: 'JSON has no comments',
  UnexpectedEndOfString: 'the closing quote is missing',
  UnexpectedEndOfNumber: 'this number is not whole',
  InvalidUnicode: '\\u takes four hexadecimal digits',
  InvalidEscapeCharacter: 'this backslash stands for nothing',
  InvalidCharacter: 'a line break or tab inside a text is written as \\n or \\t',
};

/** True unless it is something else, such as a form. */
export function isJsonType(contentType: string | null): boolean {
  return contentType === null || /json/i.test(contentType);
}
