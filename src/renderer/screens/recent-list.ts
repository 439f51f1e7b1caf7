// Short lists of what was lately used, newest first, kept by this window: a convenience, never more.

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem'>;

export interface RecentList {
  /** Newest first; nothing when the storage is damaged or not there. */
  all(storage: Storage): string[];
  /** Puts an item first. A storage that refuses (full, private browsing) costs only the memory. */
  remember(storage: Storage, item: string): void;
}

export function createRecentList(key: string, most: number): RecentList {
  const all = (storage: Storage): string[] => {
    try {
      const stored: unknown = JSON.parse(storage.getItem(key) ?? '[]');
      if (!Array.isArray(stored)) return [];
      return stored.filter((item) => typeof item === 'string').slice(0, most);
    } catch {
      return [];
    }
  };
  return {
    all,
    remember(storage, item) {
      const others = all(storage).filter((other) => other !== item);
      try {
        storage.setItem(key, JSON.stringify([item, ...others].slice(0, most)));
      } catch {
        // Only a convenience is lost.
      }
    },
  };
}

/** Where deliveries were sent by hand. */
export const recentDestinations = createRecentList('hookglass.recent-destinations', 8);

/** What was run from the palette. */
export const recentCommands = createRecentList('hookglass.recent-commands', 5);
