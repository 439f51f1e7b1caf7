// The order in which providers are offered, and the search among them.

import type { ProviderInfo } from '../../../shared/model.ts';

export interface ProviderGroup {
  title: string;
  providers: ProviderInfo[];
}

/** The ones that people set up most, roughly in that order; the generic forms cover most others. */
const FIRST: readonly string[] = [
  ...['stripe', 'github', 'shopify', 'slack', 'twilio', 'paypal', 'meta', 'whatsapp', 'discord'],
  ...['gitlab', 'hubspot', 'sendgrid', 'square', 'jira', 'zoom', 'linear', 'clerk', 'svix'],
  ...['standard-webhooks', 'hmac'],
];

const CATEGORIES: Readonly<Record<string, string>> = {
  ai: 'AI',
  crm: 'CRM',
  work: 'Work tools',
  web3: 'Web3',
};

/** A category for people: `payments` is `Payments`. */
export function categoryWords(category: string): string {
  return CATEGORIES[category] ?? category.charAt(0).toUpperCase() + category.slice(1);
}

/** All of them: the most used ones first, then everyone by name. */
export function groupProviders(providers: readonly ProviderInfo[]): ProviderGroup[] {
  const first = FIRST.flatMap((id) => providers.find((provider) => provider.id === id) ?? []);
  const others = providers
    .filter((provider) => !first.includes(provider))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
  return [
    { title: 'Most used', providers: first },
    { title: 'All others', providers: others },
  ].filter((group) => group.providers.length > 0);
}

/**
 * Those whose name, id or category has every word of the query, the best match first. Case, accents
 * and what stands between letters make no difference: `drop box` finds Dropbox.
 */
export function searchProviders(providers: readonly ProviderInfo[], query: string): ProviderInfo[] {
  const words = wordsOf(query);
  const whole = words.join('');
  if (whole === '') return [...providers];
  const found = providers.flatMap((provider, index) => {
    const rank = rankOf(provider, words, whole);
    return rank === null ? [] : [{ provider, rank, index }];
  });
  return found.sort((a, b) => a.rank - b.rank || a.index - b.index).map(({ provider }) => provider);
}

/** Null when it does not match; the lower the better. */
function rankOf(
  { id, name, category }: ProviderInfo,
  words: readonly string[],
  whole: string,
): number | null {
  const named = wordsOf(name);
  const joined = named.join('');
  if (joined === whole || id === whole) return 0;
  if (joined.startsWith(whole)) return 1;
  if (named.some((word) => word.startsWith(whole))) return 2;
  if (joined.includes(whole) || wordsOf(id).join('').includes(whole)) return 3;
  const known = [...named, ...wordsOf(id), ...wordsOf(categoryWords(category)), category];
  return words.every((word) => known.some((text) => text.startsWith(word))) ? 4 : null;
}

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
