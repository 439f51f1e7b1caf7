// What the interface shows of the providers, from their data.

import type { ProviderInfo } from '../../../shared/model.ts';
import { compileProvider } from './compile.ts';
import type { Provider } from './provider.ts';
import { PROVIDERS } from './providers.ts';
import { SPECIAL_PARTS } from './special/index.ts';

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
    signsUrl: signsUrl(provider),
    toleranceSeconds: rule?.toleranceSeconds ?? null,
    deadlineSeconds: provider.deadlineSeconds,
    retries: provider.retries,
    handshake: provider.handshake !== null,
    options: provider.options.map((option) => ({ ...option })),
    sampleEvents: provider.samples.events.map(({ eventType }) => eventType),
    notes: [...provider.notes],
  };
}

const URL_PART = /\{url(?:\.\w+)?\}/;
const SPECIAL_URL_PARTS = [...SPECIAL_PARTS].flatMap(([name, { covers }]) =>
  covers.includes('url') ? [`{${name}}`] : [],
);

/** Wherever a rule names the URL: in the signed content, or in what a token claims. */
function signsUrl({ rules, options }: Provider): boolean {
  const text = JSON.stringify([rules, options.map((option) => option.default)]);
  if (rules.some((rule) => rule.scheme === 'jwt' && rule.urlHash !== undefined)) return true;
  return URL_PART.test(text) || SPECIAL_URL_PARTS.some((part) => text.includes(part));
}
