// What the interface shows of the providers, from their data.

import type { ProviderInfo } from '../../../shared/model.ts';
import { compileProvider } from './compile.ts';
import type { Provider } from './provider.ts';
import { PROVIDERS } from './providers.ts';

/** All providers, in the order in which they are offered. */
export function providerInfos(): ProviderInfo[] {
  return PROVIDERS.map(infoOf);
}

function infoOf(provider: Provider): ProviderInfo {
  const { judges } = compileProvider(provider, {});
  const rule = 'problem' in judges ? null : judges[0];
  return {
    id: provider.id,
    name: provider.name,
    category: provider.category,
    docs: provider.docs,
    confidence: provider.confidence,
    secretHint: provider.secretHint,
    scheme: rule?.scheme ?? '',
    signatureHeader: rule?.header ?? null,
    toleranceSeconds: rule?.toleranceSeconds ?? null,
    deadlineSeconds: provider.deadlineSeconds,
    retries: provider.retries,
    handshake: provider.handshake !== null,
    options: provider.options.map((option) => ({ ...option })),
    sampleEvents: provider.samples.events.map(({ eventType }) => eventType),
    notes: [...provider.notes],
  };
}
