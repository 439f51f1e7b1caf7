// Which of a provider's options say how its requests are judged, found in its own rules: so that what
// the doctor says of a setting is true of every provider that has one.

import type { ProviderOption, Suggestion } from '../../../../shared/model.ts';
import type { Provider, Rule } from '../provider.ts';

/** What a rule takes from an option; undefined where rules of its kind have nothing of the sort. */
type Part = (rule: Rule) => string | undefined;

export const PARTS = {
  hash: (rule) => ('hash' in rule ? rule.hash : undefined),
  encoding: (rule) => ('encoding' in rule ? rule.encoding : undefined),
  key: (rule) => (rule.scheme === 'hmac' ? rule.key : undefined),
  signedContent: (rule) => ('signedContent' in rule ? rule.signedContent : undefined),
  header: (rule) =>
    'signature' in rule && rule.signature.in === 'header' ? rule.signature.name : undefined,
  prefix: (rule) =>
    'signature' in rule && rule.signature.style === 'plain' ? rule.signature.prefix : undefined,
} as const satisfies Record<string, Part>;

/** The option that sets this part of the provider's rules; null where it is fixed. */
export function optionFor(
  { rules, options }: Pick<Provider, 'rules' | 'options'>,
  part: keyof typeof PARTS,
): ProviderOption | null {
  for (const rule of rules) {
    const [, key] = /^\{option:(\w+)\}$/.exec(PARTS[part](rule) ?? '') ?? [];
    const found = options.find((option) => option.key === key);
    if (found !== undefined) return found;
  }
  return null;
}

const LONGEST_VALUE = 200;

/** What to set the option to; nothing where there is no option, or it does not take the value. */
export function setting(option: ProviderOption | null, value: string): { suggestion?: Suggestion } {
  if (option === null || option.choices?.includes(value) === false) return {};
  if (value === '' || value.length > LONGEST_VALUE) return {};
  return { suggestion: { kind: 'option', option: option.key, label: option.label, value } };
}
