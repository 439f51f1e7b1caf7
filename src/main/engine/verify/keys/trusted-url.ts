// Whether a URL that a request names for its key is a place of the provider's own. Whoever makes a
// request can have it name a key of theirs, so everything but the known form is refused.

/** A plain host name of AWS's regions: `us-east-1`, `us-gov-west-1`. Buckets are called otherwise. */
const REGION = '[a-z]{2}(?:-[a-z]+){1,2}-\\d{1,2}';

export interface TrustedPlaces {
  hosts: readonly string[];
  endsWith?: string;
}

/** The URL as it will be fetched; null when it is not one that may be. */
export function trustedUrl(text: string, { hosts, endsWith = '' }: TrustedPlaces): string | null {
  const url = urlOf(text);
  if (url === null || url.protocol !== 'https:') return null;
  if (url.port !== '' || url.username !== '' || url.password !== '') return null;
  if (!hosts.some((pattern) => hostPattern(pattern).test(url.hostname))) return null;
  if (url.search !== '' || url.hash !== '' || !url.pathname.endsWith(endsWith)) return null;
  return url.href;
}

/** The host of a URL, for people; the text itself when it is none. */
export function hostOf(text: string): string {
  return urlOf(text)?.hostname || text;
}

/** Null when the text is no URL. */
export function urlOf(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function hostPattern(pattern: string): RegExp {
  const labels = pattern.split('.').map((label) => {
    if (label === '*') return '[a-z0-9-]+(?:\\.[a-z0-9-]+)*';
    return label === '<region>' ? REGION : label;
  });
  return new RegExp(`^${labels.join('\\.')}$`);
}
