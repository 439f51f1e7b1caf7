// Where a test event can go, and what is told of it before it does. Pure.

import type { Endpoint } from '../../../shared/model.ts';

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
  }
}

/** How it will be signed. */
export function signingWords(
  { provider, secrets }: Pick<Endpoint, 'provider' | 'secrets'>,
  chosen: string,
): string {
  const [secret] = secrets;
  if (secret === undefined) return 'Unsigned: this endpoint has no secret.';
  const foreign = provider !== null && provider !== chosen;
  return `Signed with the secret “${secret.label}”${foreign ? ', though the endpoint is set to another provider' : ''}.`;
}

/** What is wrong with a text that was to be JSON; null when nothing is. */
export function jsonProblem(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch {
    return 'This is not valid JSON. It is sent as it is.';
  }
}

/** True unless it is something else, such as a form. */
export function isJsonType(contentType: string | null): boolean {
  return contentType === null || /json/i.test(contentType);
}
