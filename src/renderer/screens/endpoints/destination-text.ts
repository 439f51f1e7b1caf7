// The destination field: what was typed as a full URL, what is wrong with it, whether it is this
// machine, and where a sample request would go.

const examples = 'for example http://localhost:3000/webhooks';

/** What was typed with the part that people leave out: `3000` and `localhost:3000/x` become URLs. */
export function completeDestination(text: string): string {
  const trimmed = text.trim();
  if (/^:?\d{1,5}(?=$|\/)/.test(trimmed)) return `http://localhost:${trimmed.replace(/^:/, '')}`;
  if (/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(?=$|[:/])/i.test(trimmed))
    return `http://${trimmed}`;
  return trimmed;
}

/** What is wrong with a destination, in words; null when it is fine or empty. */
export function destinationProblem(text: string): string | null {
  const typed = completeDestination(text);
  if (typed === '') return null;
  if (typed.length > 4096) return 'A URL may have at most 4,096 characters.';
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(typed))
    return `Start with http:// or https://, ${examples}.`;
  const url = parse(typed);
  if (url === null) return `This is not a URL. Write it in full, ${examples}.`;
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return `Only http:// and https:// can be forwarded to, ${examples}.`;
  }
  if (url.hash !== '') return 'A part after # is never sent to a server. Remove it.';
  return null;
}

/** True for URLs that stay on this machine. */
export function isLoopback(text: string): boolean {
  const host = (parse(completeDestination(text))?.hostname ?? '').replace(/\.$/, '');
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(host)
  );
}

/** Scheme, host and port, as confirmations are remembered; null when it is no URL. */
export function originOf(text: string): string | null {
  return parse(completeDestination(text))?.origin ?? null;
}

/** Where `<path><rest>` would be forwarded to: the endpoint's prefix is replaced by the destination's path. */
export function forwardedUrl(destination: string, rest: string): string | null {
  const url = parse(completeDestination(destination));
  if (url === null) return null;
  return `${url.origin}${url.pathname.replace(/\/$/, '')}${rest}${url.search}`;
}

/** A base URL and a path prefix as one URL. */
export function joinUrl(base: string, path: string): string {
  return `${base.replace(/\/+$/, '')}${path.startsWith('/') ? path : `/${path}`}`;
}

function parse(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
