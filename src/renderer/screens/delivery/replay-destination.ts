// The destination behind an attempt's full URL: what has to be given for it to go there once more.

/**
 * The URL to which the engine would append this request's path and query to reach `url`; null when the
 * two do not fit together, because the endpoint's path was changed since.
 */
export function destinationBehind(
  url: string,
  target: string,
  endpointPath: string,
): string | null {
  const [at, sent] = splitQuery(url);
  const [path, given] = splitQuery(target);
  const rest = behindPrefix(endpointPath.replace(/\/+$/, ''), path);
  if (!at.endsWith(rest)) return null;
  const query = queryBehind(sent, given);
  if (query === null) return null;
  const base = at.slice(0, at.length - rest.length);
  return query === '' ? base : `${base}?${query}`;
}

function splitQuery(text: string): [path: string, query: string] {
  const mark = text.indexOf('?');
  return mark === -1 ? [text, ''] : [text.slice(0, mark), text.slice(mark + 1)];
}

function behindPrefix(prefix: string, path: string): string {
  if (prefix === '') return path === '/' ? '' : path;
  if (path === prefix) return '';
  return path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path;
}

/** The destination's own query, which stands before the request's. */
function queryBehind(sent: string, given: string): string | null {
  if (given === '') return sent;
  if (sent === given) return '';
  return sent.endsWith(`&${given}`) ? sent.slice(0, -given.length - 1) : null;
}
