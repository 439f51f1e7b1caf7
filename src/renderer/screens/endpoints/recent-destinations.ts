// The destinations that deliveries were lately sent to by hand, newest first; kept by this browser or window.

const KEY = 'hookglass.recent-destinations';
const MOST = 8;

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem'>;

/** At most eight URLs, newest first; nothing when the storage is damaged or not there. */
export function recentDestinations(storage: Storage): string[] {
  try {
    const stored: unknown = JSON.parse(storage.getItem(KEY) ?? '[]');
    if (!Array.isArray(stored)) return [];
    return stored.filter((url) => typeof url === 'string').slice(0, MOST);
  } catch {
    return [];
  }
}

/** Puts a URL first. A storage that refuses (full, private browsing) costs only the memory. */
export function rememberDestination(storage: Storage, url: string): void {
  const others = recentDestinations(storage).filter((other) => other !== url);
  try {
    storage.setItem(KEY, JSON.stringify([url, ...others].slice(0, MOST)));
  } catch {
    // Only a convenience is lost.
  }
}
