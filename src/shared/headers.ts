// Ordered header pairs: the truth about an HTTP message's headers, with the lookups that need it.
// Order, case and duplicates are kept; nothing here merges or lower-cases what came over the wire.

export type HeaderPair = [name: string, value: string];
export type HeaderList = HeaderPair[];

/** The first value of a header, its name compared without case; null when it is not there. */
export function getHeader(headers: HeaderList, name: string): string | null {
  const wanted = name.toLowerCase();
  for (const [candidate, value] of headers) {
    if (candidate.length === wanted.length && candidate.toLowerCase() === wanted) return value;
  }
  return null;
}

/** Every value of a header in order, its name compared without case. */
export function getAllHeaders(headers: HeaderList, name: string): string[] {
  const wanted = name.toLowerCase();
  return headers.filter(([candidate]) => candidate.toLowerCase() === wanted).map(([, v]) => v);
}

/** The pairs whose lower-cased name is not in `names` (which are given in lower case). */
export function withoutHeaders(headers: HeaderList, names: ReadonlySet<string>): HeaderList {
  return headers.filter(([name]) => !names.has(name.toLowerCase()));
}

/** Node's flat `rawHeaders` ([name, value, name, value, …]) as pairs. */
export function pairsOf(rawHeaders: readonly string[]): HeaderList {
  const pairs: HeaderList = [];
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    pairs.push([rawHeaders[i] ?? '', rawHeaders[i + 1] ?? '']);
  }
  return pairs;
}
