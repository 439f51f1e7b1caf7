// Atlassian's hash of a request, which the claim `qsh` of its tokens holds: method, path and query in
// a canonical form (https://developer.atlassian.com/cloud/jira/platform/understanding-jwt-for-connect-apps/).

import { createHash } from 'node:crypto';

/** `basePath` is the path of the app's own URL, which does not count. */
export function requestHash(method: string, target: string, basePath: string): string {
  const [path = '', ...rest] = target.split('?');
  const parts = [
    method.toUpperCase(),
    canonicalPath(path, basePath),
    canonicalQuery(rest.join('?')),
  ];
  return createHash('sha256').update(parts.join('&')).digest('hex');
}

function canonicalPath(path: string, basePath: string): string {
  const base = basePath.replace(/\/+$/, '');
  const inside = path.startsWith(base) ? path.slice(base.length) : path;
  const rooted = inside.startsWith('/') ? inside : `/${inside}`;
  const escaped = rooted.replaceAll('&', '%26');
  return escaped.length > 1 && escaped.endsWith('/') ? escaped.slice(0, -1) : escaped;
}

/** Sorted by name; the values of a name that is repeated are sorted, and joined by commas. */
function canonicalQuery(query: string): string {
  const values = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(query)) {
    // The token itself can be there.
    if (name === 'jwt') continue;
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return [...values.keys()]
    .sort()
    .map((name) => `${encoded(name)}=${(values.get(name) ?? []).sort().map(encoded).join(',')}`)
    .join('&');
}

/** Everything but the unreserved characters of RFC 3986. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
