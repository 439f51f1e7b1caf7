// What the interface shows of the providers, from their data.

import type { ProviderInfo } from '../../../shared/model.ts';
import { compileProvider } from './compile.ts';
import { headerRoles } from './header-roles.ts';
import { keyRuleOf, signsWithKeyOnly } from './key-pair.ts';
import type { Provider, Rule } from './provider.ts';
import { PROVIDERS } from './providers.ts';
import { SPECIAL_PARTS } from './special/index.ts';

let infos: readonly ProviderInfo[] | null = null;

/** All providers, in the order in which they are offered. Made once: every open interface asks for them. */
export function providerInfos(): ProviderInfo[] {
  infos ??= PROVIDERS.map(infoOf);
  return [...infos];
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
    headers: headerRoles(provider),
    signsUrl: signsUrl(provider),
    toleranceSeconds: rule?.toleranceSeconds ?? null,
    deadlineSeconds: provider.deadlineSeconds,
    retries: provider.retries,
    handshake: provider.handshake !== null,
    callsBack: [provider.handshake ?? []].flat().some(({ callBack }) => callBack !== undefined),
    testKey: signsWithKeyOnly(provider) ? 'only' : keyRuleOf(provider) && 'also',
    options: provider.options.map((option) => ({ ...option })),
    sampleEvents: provider.samples.events.map(({ eventType }) => eventType),
    notes: [...provider.notes],
  };
}

const URL_PARTS = [
  /\{url(?:\.\w+)?\}/,
  ...[...SPECIAL_PARTS].flatMap(([name, { covers }]) =>
    covers.includes('url') ? [new RegExp(`\\{${name.replaceAll('.', '\\.')}\\}`)] : [],
  ),
];

/** Wherever a rule names the URL: in the signed content, or in what a token claims. */
function signsUrl({ rules, options }: Provider): boolean {
  const texts = [...rules.flatMap(textsOf), ...options.map((option) => option.default)];
  const hashed = rules.some((rule) => rule.scheme === 'jwt' && rule.urlHash !== undefined);
  return hashed || texts.some((text) => URL_PARTS.some((part) => part.test(text)));
}

function textsOf(rule: Rule): string[] {
  if ('signedContent' in rule) return [rule.signedContent];
  if (rule.scheme !== 'jwt') return [];
  return Object.values(rule.claims ?? {}).flatMap((claim) =>
    typeof claim === 'boolean' ? [] : claim,
  );
}
