// The signature is right, but written in another way, or cut. What is compared here is for the owner's
// eyes only, long after the answer was given: these comparisons need no constant time.

import type { Algorithm } from '../algorithm.ts';
import { compileContentRule } from '../content-rule.ts';
import { digest } from '../digest.ts';
import type { Encoding } from '../hash-text.ts';
import { hmac } from '../hmac.ts';
import type { Rule } from '../provider.ts';
import type { Judge, Problem, RuleContext } from '../scheme.ts';
import { quotedList } from '../words.ts';
import type { Case, Hypothesis, Trial } from './case.ts';
import { optionFor, setting } from './options.ts';

/** Whether what was given is the expected signature in another guise. */
type Comparison = (expected: string, given: string) => boolean;

const WORDS: Record<Encoding, string> = {
  hex: 'hexadecimal',
  base64: 'base64',
  base64url: 'base64url',
  '0xhex': 'hexadecimal behind 0x',
};

export const signatureEncoding: Hypothesis = {
  rulesOut: 'a signature in another encoding, case or frame',
  *tries(subject) {
    for (const encoding of ['hex', 'base64', 'base64url', '0xhex'] as const) {
      const recoded = (rule: Rule) => withEncoding(rule, encoding);
      yield told(subject, {
        encoding,
        rule: recoded,
        judge: comparing(same),
        is: `written in ${WORDS[encoding]}`,
      });
    }
    yield told(subject, { judge: comparing(sameButForCase), is: 'written in another case' });
    for (const encoding of ['hex', 'base64'] as const) {
      const framed = (rule: Rule) => withoutFrame(withEncoding(rule, encoding) ?? rule);
      const is = 'written with something else around it, or without what belongs there';
      yield told(subject, { rule: framed, judge: comparing(sameInside), is });
    }
    const twice = (expected: string, given: string) => decoded(given) === expected;
    const hex = (rule: Rule) => withEncoding(rule, 'hex') ?? rule;
    const is = 'its hexadecimal digits, encoded in base64 once more';
    yield told(subject, { rule: hex, judge: comparing(twice), is });
  },
};

interface Guise extends Pick<Trial, 'judge' | 'rule'> {
  /** Completes "the signature is …". */
  is: string;
  encoding?: Encoding;
}

function told({ provider, sender }: Case, { is, encoding, ...change }: Guise): Trial {
  const option = optionFor(provider, 'encoding');
  const names = [option, optionFor(provider, 'prefix')].flatMap((each) => each?.label ?? []);
  const isOpen = option !== null;
  return {
    ...change,
    finding: {
      cause: 'signature-encoding',
      message: `The signature is right, but it is ${is}, unlike ${isOpen ? 'what is expected here' : `${sender} writes it`}.`,
      proof: `The signature matches when it is read as ${is}.`,
      fix: isOpen
        ? `Set ${quotedList(names)} to how the sender writes it.`
        : `Have the sender write the signature as ${sender} documents it.`,
      side: isOpen ? 'here' : 'sender',
      ...(encoding && setting(option, encoding)),
    },
  };
}

/** So many characters are no accident. */
const ENOUGH = 16;

export const signatureTruncated: Hypothesis = {
  rulesOut: 'a signature that was cut',
  *tries({ sender }) {
    const parts: readonly { is: string; compare: Comparison }[] = [
      { is: 'end', compare: (expected, given) => expected.startsWith(given) },
      { is: 'beginning', compare: (expected, given) => expected.endsWith(given) },
    ];
    for (const { is, compare } of parts) {
      yield {
        judge: comparing((expected, given) => {
          const text = given.trim();
          return (
            text.length >= ENOUGH && text.length < bare(expected).length && compare(expected, text)
          );
        }),
        finding: {
          cause: 'signature-truncated',
          message: `The signature was cut: its ${is} is missing.`,
          proof: `What is there of the signature matches; its ${is} is not there.`,
          fix: `Look for what limits the length of headers between ${sender} and here, or for a column or variable that is too short at the sender.`,
          side: 'between',
        },
      };
    }
  },
};

function withEncoding(rule: Rule, encoding: Encoding): Rule | null {
  switch (rule.scheme) {
    case 'hmac':
    case 'digest':
      return rule.encoding === encoding ? null : { ...rule, encoding };
    case 'ed25519':
    case 'rsa':
    case 'ecdsa':
      if (encoding !== 'hex' && encoding !== 'base64') return null;
      return rule.encoding === encoding ? null : { ...rule, encoding };
    default:
      return null;
  }
}

/** The rule with a signature that is the whole text, whatever stands around it usually. */
function withoutFrame(rule: Rule): Rule | null {
  if (rule.scheme !== 'hmac' && rule.scheme !== 'digest') return null;
  const { signature } = rule;
  if (signature.style === 'positional' || rule.timestamp?.from === 'signature') return null;
  const { style: _, ...place } = signature;
  return { ...rule, signature: { ...place, style: 'plain', prefix: '' } };
}

/** The rule's judge, but for how it compares; only for those who can compute the signature. */
function comparing(
  compare: Comparison,
): (rule: Rule, context: RuleContext) => Judge | Problem | null {
  return (rule, context) => {
    switch (rule.scheme) {
      case 'hmac': {
        const own = hmac(rule);
        return 'problem' in own ? own : compileContentRule(rule, lenient(own, compare), context);
      }
      case 'digest':
        return compileContentRule(rule, lenient(digest(rule), compare), context);
      default:
        return null;
    }
  };
}

function lenient<Key>(own: Algorithm<Key>, compare: Comparison): Algorithm<Key> {
  return {
    ...own,
    complaint: () => null,
    begin(key) {
      const work = own.begin(key);
      return {
        ...work,
        matches(candidates) {
          const expected = work.signature();
          return expected !== null && candidates.some((given) => compare(expected, given));
        },
      };
    },
  };
}

const bare = (text: string) => text.replace(/=+$/, '');
const same: Comparison = (expected, given) => bare(expected) === bare(lowered(expected, given));
const sameButForCase: Comparison = (expected, given) =>
  bare(expected).toLowerCase() === bare(given).toLowerCase();

/** Hexadecimal has no case. */
function lowered(expected: string, given: string): string {
  return /^(?:0x)?[0-9a-f]+$/.test(expected) ? given.toLowerCase() : given;
}

const FRAME = /^["']?(?:[\w-]{1,20}[=:,]\s*)?/;

const sameInside: Comparison = (expected, given) => {
  const text = unescaped(given).trim().replace(/["']$/, '');
  return [text, text.replace(FRAME, ''), text.replaceAll(' ', '+')].some((inside) =>
    same(expected, inside),
  );
};

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const decoded = (text: string) => Buffer.from(text, 'base64').toString('latin1');
