// What a provider's own headers are for, from its rules: which carries the signature, the time, an id.

import type { HeaderRole, ProviderHeader } from '../../../shared/provider-info.ts';
import type { Provider, Rule } from './provider.ts';

/** Names as the provider writes them, the most telling role of each; a name may hold `{option:…}`. */
export function headerRoles({ rules, messageId, eventType }: Provider): ProviderHeader[] {
  const roles = new Map<string, ProviderHeader>();
  const add = (name: string, role: HeaderRole) => {
    const key = name.toLowerCase();
    if (name !== '' && !roles.has(key)) roles.set(key, { name, role });
  };
  for (const rule of rules) addRule(rule, add);
  for (const name of headersIn(messageId)) add(name, 'message-id');
  for (const name of headersIn(eventType)) add(name, 'event-type');
  for (const rule of rules) {
    if (!('signedContent' in rule)) continue;
    for (const [, name = ''] of rule.signedContent.matchAll(/\{header:([\w-]+)\}/g)) {
      add(name, 'signed');
    }
  }
  return [...roles.values()];
}

function addRule(rule: Rule, add: (name: string, role: HeaderRole) => void): void {
  if (rule.scheme === 'basic-auth') add('Authorization', 'secret');
  if (rule.scheme === 'token' && rule.token.in === 'header') add(rule.token.name, 'secret');
  if (rule.scheme === 'jwt' && rule.token.in === 'header') add(rule.token.name, 'signature');
  if ('signature' in rule && rule.signature.in === 'header') add(rule.signature.name, 'signature');
  if ('timestamp' in rule && rule.timestamp !== null) {
    for (const name of headersIn(rule.timestamp.from)) add(name, 'timestamp');
  }
}

/** The headers of a source such as `header:X-Id` or `header:X-Id|json:$.id`; see source.ts. */
function headersIn(source: string | null): string[] {
  return [...(source ?? '').matchAll(/(?:^|[|+])header:([^|+]+)/g)].map(([, name = '']) => name);
}
