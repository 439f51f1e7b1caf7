// Where a request on an endpoint goes: the destination's path and query, followed by the request's
// own behind the endpoint's prefix. The request's bytes are not decoded, normalised or encoded
// anew.

export interface JoinedTarget {
  /** For the request line. */
  path: string;
  /** The full URL, for people: without the destination's password and fragment. */
  url: string;
}

/**
 * A request for exactly the endpoint's path goes to exactly the destination; what comes after the
 * prefix is appended to it. The destination's own query comes first.
 */
export function joinTarget(endpointPath: string, target: string, destination: URL): JoinedTarget {
  const { path, query } = splitTarget(target);
  const rest = behindPrefix(endpointPath, path);
  const base = rest === '' ? destination.pathname : destination.pathname.replace(/\/$/, '');
  const joined = base + rest + joinQueries(destination.search.slice(1), query);
  return { path: joined, url: destination.origin + joined };
}

/** The path and query of a request target; a query is null where there is no `?`. */
function splitTarget(target: string): { path: string; query: string | null } {
  // Absolute form (RFC 9112, 3.2.2): what a client sends that takes us for a proxy.
  const withoutOrigin = target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
  const mark = withoutOrigin.indexOf('?');
  const path = mark === -1 ? withoutOrigin : withoutOrigin.slice(0, mark);
  const query = mark === -1 ? null : withoutOrigin.slice(mark + 1);
  // `*` and `host:port` name no path.
  return { path: path.startsWith('/') ? path : '', query };
}

function behindPrefix(endpointPath: string, path: string): string {
  const prefix = endpointPath.replace(/\/+$/, '');
  if (prefix === '') return path === '/' ? '' : path;
  if (path === prefix) return '';
  return path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path;
}

function joinQueries(own: string, given: string | null): string {
  if (own === '') return given === null ? '' : `?${given}`;
  return given === null || given === '' ? `?${own}` : `?${own}&${given}`;
}
