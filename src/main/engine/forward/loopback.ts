// Which destinations are this very machine, judged by name alone, and what an origin is.

const IPV4_LOOPBACK = /^127\.\d+\.\d+\.\d+$/;

/**
 * True when a URL can only lead to this machine: `localhost`, any name below it, 127.0.0.0/8 or
 * ::1, in whatever form the URL parser understands (hex, octal, short). `0.0.0.0` is not: it names
 * every address of a machine, and where connecting to it works at all is up to the system. False
 * for what is not an http or https URL.
 */
export function isLoopback(url: string): boolean {
  const parsed = parseHttpUrl(url);
  return parsed !== null && isLoopbackHost(parsed.hostname);
}

/** The same for a host name as the URL parser writes it (`[::1]` with its brackets). */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === '[::1]' || IPV4_LOOPBACK.test(hostname) || isLocalhostName(hostname);
}

/** `localhost` and every name below it, which RFC 6761 reserves for this machine. */
export function isLocalhostName(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/\.$/, '');
  return name === 'localhost' || name.endsWith('.localhost');
}

/**
 * Scheme, host and port of a URL, such as `https://example.com:8443`; the text itself when it is no
 * URL.
 */
export function originOf(url: string): string {
  return parseHttpUrl(url)?.origin ?? url;
}

/** The URL when it is one of http or https, else null. */
export function parseHttpUrl(url: string): URL | null {
  try {
    const parsed = new URL(url);
    return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed : null;
  } catch {
    return null;
  }
}
