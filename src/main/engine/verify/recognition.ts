// The clues that a provider's own entry gives away: the headers that only it sends. A header that many
// share says little, and gives several guesses.

import type { Clue, ProviderEntry, Rule } from './provider.ts';
import { headersOf } from './source.ts';

/** How many providers send a header with a value of such a form, by {@link keyOf}. */
export type HeaderUse = ReadonlyMap<string, number>;

/** So common that they say nothing, or a matter of the user's choice. */
const COMMON: ReadonlySet<string> = new Set([
  ...['authorization', 'content-type', 'idempotency-key', 'user-agent'],
]);
/** A header that more providers than this send is no more than a hint. */
const FEW = 4;

export function countHeaders(entries: readonly ProviderEntry[]): HeaderUse {
  const use = new Map<string, number>();
  for (const entry of entries) {
    for (const key of new Set([...ownHeaders(entry)].map(keyOf))) {
      use.set(key, (use.get(key) ?? 0) + 1);
    }
  }
  return use;
}

export function cluesOf(entry: ProviderEntry, use: HeaderUse): Clue[] {
  const clues: Clue[] = [];
  for (const header of ownHeaders(entry)) {
    const [name, { like, isSignature }] = header;
    const count = use.get(keyOf(header)) ?? 1;
    const points = count === 1 ? 3 : count <= FEW && isSignature ? 2 : 1;
    const says = `${/^(?:[aeiou]|x-)/i.test(name) ? 'an' : 'a'} ${name} header`;
    clues.push({ at: `header:${name}`, points, says, ...(like && { like }) });
  }
  return clues;
}

function keyOf([name, { like }]: [name: string, header: OwnHeader]): string {
  return `${name.toLowerCase()} ${like?.source ?? ''}`;
}

interface OwnHeader {
  like: RegExp | null;
  isSignature: boolean;
}

/** The headers that the entry names, as it spells them. */
function ownHeaders({ rules, messageId = '', eventType = '' }: ProviderEntry) {
  const headers = new Map<string, OwnHeader>();
  const add = (name: string, header: OwnHeader) => {
    const isKnown = [...headers.keys()].some((other) => other.toLowerCase() === name.toLowerCase());
    if (isKnown || COMMON.has(name.toLowerCase()) || name.includes('{option:')) return;
    headers.set(name, header);
  };
  for (const rule of rules) {
    const signature = placeOf(rule);
    if (signature !== null) add(signature.name, { like: signature.like, isSignature: true });
    const from = 'timestamp' in rule ? (rule.timestamp?.from ?? '') : '';
    if (from.startsWith('header:')) add(from.slice(7), { like: null, isSignature: false });
  }
  for (const name of [...headersOf(eventType), ...headersOf(messageId)]) {
    add(name, { like: null, isSignature: false });
  }
  return headers;
}

function placeOf(rule: Rule): { name: string; like: RegExp | null } | null {
  if (rule.scheme === 'jwt') {
    return rule.token.in === 'header' ? { name: rule.token.name, like: /eyJ/ } : null;
  }
  if (rule.scheme === 'token') {
    return rule.token.in === 'header' ? { name: rule.token.name, like: null } : null;
  }
  if (!('signature' in rule) || rule.signature.in !== 'header') return null;
  return { name: rule.signature.name, like: formOf(rule) };
}

/** What the text of a signature must be to be one of this rule; null when anything may be one. */
function formOf(rule: Extract<Rule, { signature: unknown }>): RegExp | null {
  const { signature } = rule;
  switch (signature.style) {
    case 'plain': {
      const form = hashForm(rule);
      if (form === null && !signature.prefix) return null;
      return new RegExp(`^${escaped(signature.prefix ?? '')}${form === null ? '' : `${form}$`}`);
    }
    case 'list':
      if (signature.anyUpTo !== undefined) return new RegExp(escaped(signature.anyUpTo));
      return new RegExp(`(?:^|${escaped(signature.separator)}) *${escaped(signature.prefix)}`);
    case 'kv':
      return new RegExp(`(?:^|[^\\w-])(?:${signature.sigKeys.map(escaped).join('|')})=`);
    case 'positional':
      return null;
  }
}

const BYTES: Readonly<Record<string, number>> = {
  ...{ sha1: 20, sha256: 32, sha384: 48, sha512: 64 },
  keccak256: 32,
};

/** How the result of the rule's hash is written; null when that is not known. */
function hashForm(rule: Extract<Rule, { signature: unknown }>): string | null {
  if (rule.scheme !== 'hmac' && rule.scheme !== 'digest') return null;
  const bytes = BYTES[rule.hash];
  if (bytes === undefined) return null;
  if (rule.encoding === 'hex') return `[0-9a-fA-F]{${bytes * 2}}`;
  if (rule.encoding === '0xhex') return `0x[0-9a-fA-F]{${bytes * 2}}`;
  if (rule.encoding !== 'base64') return null;
  const characters = Math.ceil((bytes * 4) / 3);
  return `[A-Za-z0-9+/]{${characters}}={0,2}`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
