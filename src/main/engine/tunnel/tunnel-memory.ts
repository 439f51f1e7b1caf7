// What is remembered of tunnels between runs: the name to ask for again and the URLs there were.

/** How many earlier URLs are kept. */
export const HISTORY_LIMIT = 20;

export interface RememberedUrl {
  url: string;
  /** ISO 8601. */
  lastSeenAt: string;
}

export interface TunnelMemory {
  /** The server that gave the name. */
  host: string | null;
  subdomain: string | null;
  /** The latest first: the one in use, or the last one that was. */
  urls: RememberedUrl[];
}

/** A stored memory, or an empty one where it is missing or damaged. */
export function parseMemory(stored: unknown): TunnelMemory {
  const { host, subdomain, urls } = isRecord(stored) ? stored : {};
  return {
    host: typeof host === 'string' ? host : null,
    subdomain: typeof subdomain === 'string' ? subdomain : null,
    urls: (Array.isArray(urls) ? urls : [])
      .filter(isRememberedUrl)
      .map(({ url, lastSeenAt }) => ({ url, lastSeenAt }))
      .slice(0, HISTORY_LIMIT + 1),
  };
}

export interface GivenTunnel {
  host: string;
  subdomain: string | null;
  url: string;
  /** ISO 8601. */
  at: string;
}

/** The memory after a tunnel was given: its URL comes first, each URL is there once, bounded. */
export function remember(memory: TunnelMemory, given: GivenTunnel): TunnelMemory {
  const earlier = memory.urls.filter(({ url }) => url !== given.url);
  return {
    host: given.host,
    subdomain: given.subdomain,
    urls: [{ url: given.url, lastSeenAt: given.at }, ...earlier].slice(0, HISTORY_LIMIT + 1),
  };
}

/** The memory after the latest URL was seen to work. */
export function markSeen(memory: TunnelMemory, at: string): TunnelMemory {
  const [latest, ...earlier] = memory.urls;
  return latest ? { ...memory, urls: [{ ...latest, lastSeenAt: at }, ...earlier] } : memory;
}

/** The URLs there were before the one in use (null: none is), newest first. */
export function historyOf(memory: TunnelMemory, inUse: string | null): RememberedUrl[] {
  return memory.urls.filter(({ url }) => url !== inUse).slice(0, HISTORY_LIMIT);
}

function isRememberedUrl(value: unknown): value is RememberedUrl {
  return isRecord(value) && typeof value.url === 'string' && typeof value.lastSeenAt === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
