// Which endpoint a request belongs to: the longest path prefix wins, on whole path segments.

/** The path of a request target, as bytes came: no decoding, no query. */
export function pathOfTarget(target: string): string {
  const rest = target.startsWith('/') ? target : withoutOrigin(target);
  const end = rest.search(/[?#]/);
  const path = end === -1 ? rest : rest.slice(0, end);
  return path.startsWith('/') ? path : `/${path}`;
}

function withoutOrigin(target: string): string {
  return target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
}

/** True when `path` is `prefix` or lies below it: `/a` covers `/a` and `/a/b`, not `/ab`. */
export function covers(prefix: string, path: string): boolean {
  if (prefix === '/') return true;
  if (!path.startsWith(prefix)) return false;
  return path.length === prefix.length || path[prefix.length] === '/';
}

/** The endpoint with the longest covering path. `endpoints` always holds the default one at `/`. */
export function matchEndpoint<E extends { path: string }>(
  endpoints: Iterable<E>,
  target: string,
): E | null {
  const path = pathOfTarget(target);
  let best: E | null = null;
  for (const endpoint of endpoints) {
    if (covers(endpoint.path, path) && (!best || endpoint.path.length > best.path.length)) {
      best = endpoint;
    }
  }
  return best;
}
