// The headers that a case's rules read, and the headers that the request has.

import { headersOf } from '../source.ts';
import { compileTemplate, headersCovered } from '../template.ts';
import type { Case } from './case.ts';

/** The names of the headers that the rules read, each once, as the provider writes them. */
export function headersRead({ rules, context }: Case): string[] {
  const names = new Map<string, string>();
  const add = (name: string) => {
    if (name !== '' && !names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
  };
  for (const rule of rules) {
    if ('token' in rule && rule.token.in === 'header') add(rule.token.name);
    if (!('signedContent' in rule)) continue;
    if (rule.signature.in === 'header') add(rule.signature.name);
    const { from = '' } = rule.timestamp ?? {};
    if (from.startsWith('header:')) for (const name of headersOf(from)) add(name);
    const template = compileTemplate(rule.signedContent);
    if ('problem' in template) continue;
    for (const name of headersCovered(template)) add(name);
    if (template.coversId && context.messageId !== null) {
      const [first] = headersOf(context.messageId);
      if (first !== undefined) add(first);
    }
  }
  return [...names.values()];
}

/** Those of the headers that the rules read which the request does not have. */
export function headersMissing(subject: Case): string[] {
  const present = new Set(subject.view.headers.map(([name]) => name.toLowerCase()));
  return headersRead(subject).filter((name) => !present.has(name.toLowerCase()));
}

/** The headers in which a signature may be. */
export function signatureHeaders({ rules }: Case): string[] {
  return rules.flatMap((rule) => {
    if ('token' in rule) return rule.token.in === 'header' ? [rule.token.name] : [];
    if (!('signature' in rule)) return [];
    return rule.signature.in === 'header' ? [rule.signature.name] : [];
  });
}
