// The key was made of the secret in another way: decoded or not, with its prefix or without.

import type { KeyForm } from '../hmac.ts';
import type { Rule } from '../provider.ts';
import type { Secret } from '../scheme.ts';
import type { Case, Hypothesis, Trial } from './case.ts';
import { optionFor, setting } from './options.ts';

const FORMS: readonly { key: KeyForm; when: string }[] = [
  { key: 'utf8', when: 'the secret is used as plain text, without decoding it' },
  { key: 'base64', when: 'the secret is decoded from base64 to make the key' },
  { key: 'hex', when: 'the secret is decoded from hexadecimal to make the key' },
];

/** The same secret in other spellings, for any scheme. */
const SPELLINGS: readonly { spell(value: string): string; when: string }[] = [
  {
    spell: (value) => value.replaceAll('-', '+').replaceAll('_', '/'),
    when: 'the secret is decoded from base64url to make the key',
  },
  {
    spell: (value) => Buffer.from(value).toString('base64'),
    when: 'the secret is encoded in base64 first',
  },
  {
    spell: (value) => Buffer.from(value).toString('hex'),
    when: 'the secret is encoded in hexadecimal first',
  },
  {
    spell: (value) => Buffer.from(value, 'base64').toString(),
    when: 'the secret is decoded from base64 first',
  },
  {
    spell: (value) => Buffer.from(value, 'hex').toString(),
    when: 'the secret is decoded from hexadecimal first',
  },
];

export const secretEncoding: Hypothesis = {
  rulesOut: 'the secret decoded from base64 or hexadecimal, or used without decoding',
  *tries(subject) {
    for (const secret of subject.secrets) {
      for (const { key, when } of FORMS) yield encoding(subject, secret, when, key);
      for (const { spell, when } of SPELLINGS) {
        const value = spell(secret.value);
        if (value === '' || value === secret.value) continue;
        for (const key of [null, 'utf8', 'base64'] as const) {
          yield encoding(subject, { ...secret, value }, when, key);
        }
      }
      const otherwise = 'the key is read in the other encoding';
      yield encoding(subject, secret, otherwise, null, otherKeyEncoding);
      for (const { value, without } of stripped(secret.value)) {
        for (const { key, when } of FORMS) {
          const words = `${when}, without ${without}`;
          yield encoding(subject, { ...secret, value }, words, key);
        }
      }
    }
  },
};

export const secretPrefix: Hypothesis = {
  rulesOut: 'the secret with or without its prefix',
  *tries(subject) {
    for (const secret of subject.secrets) {
      for (const { value, without } of stripped(secret.value)) {
        yield prefix(subject, secret, value, `it is used without ${without}`);
      }
      for (const text of knownPrefixes(subject)) {
        const value = text + secret.value;
        if (secret.value.startsWith(text)) continue;
        yield prefix(subject, secret, value, `"${text}" is put before it`);
      }
    }
  },
};

function keyed(key: KeyForm): (rule: Rule) => Rule | null {
  return (rule) => (rule.scheme === 'hmac' && rule.key !== key ? { ...rule, key } : null);
}

function otherKeyEncoding(rule: Rule): Rule | null {
  if (rule.scheme !== 'ed25519') return null;
  const { encoding } = rule.publicKey;
  const other = encoding === 'hex' ? 'base64' : 'hex';
  return { ...rule, publicKey: { ...rule.publicKey, encoding: other } };
}

function encoding(
  { provider, sender }: Case,
  secret: Secret,
  when: string,
  key: KeyForm | null,
  rule = key === null ? undefined : keyed(key),
): Trial {
  const proof = `The signature matches when ${when}.`;
  const change = { secrets: [secret], ...(rule && { rule }) };
  const option = optionFor(provider, 'key');
  if (option !== null) {
    const message = `The sender makes its key of the secret "${secret.label}" in another way than is set here.`;
    const fix = `Set "${option.label}" to what the sender does, or enter the secret in the other form.`;
    const said = { cause: 'secret-encoding', message, proof, fix, side: 'here' } as const;
    return { ...change, finding: { ...said, ...(key && setting(option, key)) } };
  }
  const message = `The sender makes its key of the secret "${secret.label}" in another way than ${sender} does.`;
  const fix = `Enter the secret exactly as ${sender} shows it. If it is, have the sender make its key as ${sender} documents it.`;
  return { ...change, finding: { cause: 'secret-encoding', message, proof, fix, side: 'sender' } };
}

function prefix({ sender }: Case, replaces: Secret, value: string, when: string): Trial {
  const { label } = replaces;
  return {
    secrets: [{ ...replaces, value }],
    replaces,
    finding: {
      cause: 'secret-prefix',
      message: `The secret "${label}" has another prefix here than where the request was signed.`,
      proof: `The signature matches the secret when ${when}.`,
      fix: `Enter the secret exactly as ${sender} shows it, with its prefix when it has one. If it is, the sender has it differently.`,
      side: 'here',
      suggestion: { kind: 'mend-secret', label },
    },
  };
}

const PREFIXES = [
  /^Bearer\s+/i,
  /^v\d+,(?:whsec_)?/,
  /^[A-Z][A-Z0-9_]*=/,
  /^[A-Za-z0-9]+_(?:test|live|prod)_/,
  /^[A-Za-z][A-Za-z0-9]*_/,
  /^[A-Za-z][A-Za-z0-9]*-/,
  /^[a-z0-9]+=/,
];

function stripped(value: string): { value: string; without: string }[] {
  return PREFIXES.flatMap((pattern) => {
    const [found = ''] = pattern.exec(value) ?? [];
    const rest = value.slice(found.length);
    // A prefix is short: more than that would be half of the secret.
    if (found === '' || found.length > 16 || rest === '') return [];
    return [{ value: rest, without: 'what stands before it' }];
  });
}

function knownPrefixes({ provider }: Case): string[] {
  const hinted = [...(provider.secretHint ?? '').matchAll(/\b([A-Za-z0-9]+_)(?:…|\.\.\.|<)/g)];
  return [...new Set([...hinted.map(([, text = '']) => text), 'whsec_', 'v1,whsec_', 'Bearer '])];
}
