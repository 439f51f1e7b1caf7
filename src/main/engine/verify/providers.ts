// The providers, in the order in which they are offered.

import { completeProvider } from './complete.ts';
import type { Provider, ProviderEntry } from './provider.ts';
import * as entries from './providers/index.ts';
import { countHeaders, type HeaderUse } from './recognition.ts';

/** By id; the generic one, which is nobody's, comes last. */
const ENTRIES: readonly ProviderEntry[] = Object.values(entries).sort((a, b) => {
  if (a.id === 'hmac' || b.id === 'hmac') return a.id === 'hmac' ? 1 : -1;
  return a.id < b.id ? -1 : 1;
});

let use: HeaderUse | null = null;

function headerUse(): HeaderUse {
  use ??= countHeaders(ENTRIES);
  return use;
}

export const PROVIDERS: readonly Provider[] = ENTRIES.map((entry) =>
  completeProvider(entry, headerUse),
);

const byId: ReadonlyMap<string, Provider> = new Map(
  PROVIDERS.map((provider) => [provider.id, provider]),
);

/** The provider of that id; null when there is none, such as one that only a later version knows. */
export function findProvider(id: string): Provider | null {
  return byId.get(id) ?? null;
}
