// The parts of the URL that a provider calls, exactly as it wrote them: nothing is decoded, encoded or
// normalised, as a signature would not survive that.

export interface UrlParts {
  url: string;
  /** Without the query. */
  'url.base': string;
  /** The path alone. */
  'url.path': string;
  /** Path and query. */
  'url.target': string;
}

export function publicUrlParts(url: string): UrlParts {
  const [origin = ''] = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url) ?? [];
  const target = url.slice(origin.length);
  const [path = ''] = target.split('?');
  return { url, 'url.base': origin + path, 'url.path': path, 'url.target': target };
}
