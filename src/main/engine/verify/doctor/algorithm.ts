// The signature is of another algorithm, or covers other parts of the request.

import { HASHES, type HashName } from '../hash-text.ts';
import type { Rule } from '../provider.ts';
import type { Case, Hypothesis, Trial } from './case.ts';
import { optionFor, setting } from './options.ts';

export const algorithm: Hypothesis = {
  rulesOut: 'another hash',
  *tries(subject) {
    for (const hash of HASHES) yield hashed(subject, hash, rehashed);
    for (const hash of HASHES) yield hashed(subject, hash, renamed);
    for (const hash of HASHES) {
      for (const [content, words] of [
        ['{secret}{body}', 'the secret followed by the body'],
        ['{body}{secret}', 'the body followed by the secret'],
      ] as const) {
        yield otherAlgorithm(
          subject,
          (rule) => digestRule(rule, hash, content),
          `a plain ${hash.toUpperCase()} of ${words}, without HMAC`,
        );
      }
    }
  },
};

type Rehash = (rule: Rule, hash: HashName) => Rule | null;

function hashed(subject: Case, hash: HashName, rehash: Rehash): Trial {
  const label = hash.toUpperCase();
  const suggested = setting(optionFor(subject.provider, 'hash'), hash);
  const trial = otherAlgorithm(subject, (rule) => rehash(rule, hash), `made with ${label}`);
  return { ...trial, finding: { ...trial.finding, ...suggested } };
}

function rehashed(rule: Rule, hash: HashName): Rule | null {
  switch (rule.scheme) {
    case 'hmac':
    case 'digest':
      return rule.hash === hash ? null : { ...rule, hash };
    case 'rsa':
    case 'ecdsa':
      if (hash !== 'sha1' && hash !== 'sha256') return null;
      return rule.hash === hash ? null : { ...rule, hash };
    default:
      return null;
  }
}

/** `sha256=` goes with its hash. */
function renamed(rule: Rule, hash: HashName): Rule | null {
  if (rule.scheme !== 'hmac' && rule.scheme !== 'digest') return null;
  const { signature } = rule;
  if (signature.style !== 'plain' || !signature.prefix?.includes(rule.hash)) return null;
  const prefix = signature.prefix.replace(rule.hash, hash);
  return rule.hash === hash ? null : { ...rule, hash, signature: { ...signature, prefix } };
}

function digestRule(rule: Rule, hash: HashName, signedContent: string): Rule | null {
  if (rule.scheme !== 'hmac' && rule.scheme !== 'digest') return null;
  if (rule.scheme === 'digest' && rule.hash === hash && rule.signedContent === signedContent) {
    return null;
  }
  const { encoding, signature, timestamp, when } = rule;
  if (encoding.startsWith('{')) return null;
  return {
    scheme: 'digest',
    hash,
    encoding: encoding as 'hex' | 'base64' | 'base64url',
    signature,
    signedContent,
    timestamp,
    ...(when && { when }),
  };
}

function otherAlgorithm(
  { sender, rules, provider }: Case,
  rule: (rule: Rule) => Rule | null,
  words: string,
): Trial {
  const option = optionFor(provider, 'hash');
  const isOpen = option !== null;
  const hash = rules.flatMap((each) => ('hash' in each ? [each.hash.toUpperCase()] : []))[0] ?? '';
  return {
    rule,
    finding: {
      cause: 'algorithm',
      message: `The signature is ${words}, which is not how ${isOpen ? 'it is set to be verified here' : `${sender} signs`}${hash === '' ? '' : ` (${hash})`}.`,
      proof: `The signature matches when it is computed as ${words}.`,
      fix: isOpen
        ? `Set "${option.label}" to the one that the sender uses.`
        : `Have the sender sign as ${sender} documents it, or choose the provider that signs this way.`,
      side: isOpen ? 'here' : 'sender',
    },
  };
}

const CONTENTS: readonly { content: string; words: string }[] = [
  { content: '{body}', words: 'the body alone' },
  { content: '', words: 'an empty message' },
  { content: '{timestamp}.{body}', words: 'the time, a dot and the body' },
  { content: '{timestamp}{body}', words: 'the time and the body' },
  { content: '{body}{timestamp}', words: 'the body and the time' },
  { content: '{timestamp}:{body}', words: 'the time, a colon and the body' },
  { content: '{body}.{timestamp}', words: 'the body, a dot and the time' },
  { content: '{timestamp}', words: 'the time alone' },
  { content: '{id}.{timestamp}.{body}', words: 'the id, the time and the body, with dots between' },
  { content: '{id}{timestamp}{body}', words: 'the id, the time and the body' },
  { content: 'v0:{timestamp}:{body}', words: 'v0, the time and the body, with colons between' },
  { content: '{url}{body}', words: 'the URL and the body' },
  { content: '{method}{url}{body}', words: 'the method, the URL and the body' },
  { content: '{url}', words: 'the URL alone' },
];

/** BlockMark signs an empty message, for one: those who build such a sender often sign the body. */
export const signedContent: Hypothesis = {
  rulesOut: 'a signature of other parts of the request, such as the body without the time',
  *tries({ provider, sender, rules }) {
    const option = optionFor(provider, 'signedContent');
    const isOpen = option !== null;
    const [own] = rules.flatMap((rule) => ('signedContent' in rule ? [rule.signedContent] : []));
    if (own === undefined) return;
    const usual = own === '' ? 'an empty message' : own;
    for (const { content, words } of CONTENTS) {
      yield {
        rule: (rule) =>
          'signedContent' in rule && rule.signedContent !== content
            ? { ...rule, signedContent: content }
            : null,
        finding: {
          cause: 'signed-content',
          message: `The sender signs ${words}, while ${isOpen ? 'what is set here is' : `${sender} signs`} ${usual}.`,
          proof: `The signature matches when ${words} is signed.`,
          fix: isOpen
            ? `Set "${option.label}" to ${content === '' ? 'what the sender signs' : content}.`
            : `Have the sender sign ${usual}, as ${sender} documents it.`,
          side: isOpen ? 'here' : 'sender',
          ...setting(option, content),
        },
      };
    }
  },
};
