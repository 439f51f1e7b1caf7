// Where a provider's requests carry a secret itself, and where a signature: for those who pass requests
// on and must not give the one away, nor spoil the other.

import { type Options, openRules } from './compile.ts';
import type { Rule } from './provider.ts';
import { findProvider } from './providers.ts';

export interface CredentialPlaces {
  /** Headers that carry a secret, in lower case. */
  headers: readonly string[];
  /** Parameters of the query that do. */
  query: readonly string[];
  /** Headers that carry a signature, in lower case. */
  signatures: readonly string[];
}

/** Nothing for a provider that there is not. */
export function credentialPlaces(id: string | null, options: Options): CredentialPlaces {
  const provider = id === null ? null : findProvider(id);
  const rules = provider === null ? [] : openRules(provider, options).rules;
  return {
    headers: rules.flatMap((rule) => secretHeader(rule)),
    query: rules.flatMap((rule) =>
      rule.scheme === 'token' && rule.token.in === 'query' ? [rule.token.name] : [],
    ),
    signatures: rules.flatMap((rule) => signatureHeader(rule)),
  };
}

function secretHeader(rule: Rule): string[] {
  if (rule.scheme === 'basic-auth') return ['authorization'];
  return rule.scheme === 'token' && rule.token.in === 'header'
    ? [rule.token.name.toLowerCase()]
    : [];
}

function signatureHeader(rule: Rule): string[] {
  if (rule.scheme === 'jwt') {
    return rule.token.in === 'header' ? [rule.token.name.toLowerCase()] : [];
  }
  if (!('signature' in rule)) return [];
  return rule.signature.in === 'header' ? [rule.signature.name.toLowerCase()] : [];
}
