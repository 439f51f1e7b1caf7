// The providers, in the order in which they are offered.

import { completeProvider } from './complete.ts';
import type { Provider } from './provider.ts';
import { ENTRIES } from './providers/index.ts';
import { countHeaders } from './recognition.ts';

const use = countHeaders(ENTRIES);

export const PROVIDERS: readonly Provider[] = ENTRIES.map((entry) => completeProvider(entry, use));

const byId: ReadonlyMap<string, Provider> = new Map(
  PROVIDERS.map((provider) => [provider.id, provider]),
);

/** The provider of that id; null when there is none, such as one that only a later version knows. */
export function findProvider(id: string): Provider | null {
  return byId.get(id) ?? null;
}
