// A signature, or a header that it covers, did not come. What helps depends on how the provider shows
// that it is itself: by a secret that has to be set there, or by a key of its own.

import type { Finding } from '../../../../shared/model.ts';
import type { Rule } from '../provider.ts';
import { wordList } from '../words.ts';
import type { Case } from './case.ts';
import { headersMissing, signatureHeaders } from './header-names.ts';

/** A header that the signature needs is not there: whoever sends it, nothing can be computed. */
export function headerMissing(subject: Case): Finding | null {
  const { verdict, sender } = subject;
  if (verdict.reason === 'signature-missing') return signatureMissing(subject);
  const needed = verdict.checks.find(({ name, ok }) => name === 'well-formed' && !ok)?.detail ?? '';
  if (!needed.endsWith('which the signature covers')) return null;
  const signatures = signatureHeaders(subject);
  const name = headersMissing(subject).find((header) => !signatures.includes(header));
  if (name === undefined) return null;
  return {
    cause: 'header-missing',
    message: `The ${name} header, which the signature covers, did not come.`,
    proof: `The request has a signature but no ${name} header.`,
    fix: `Find what stands between ${sender} and here, and have it pass on all headers.`,
    side: 'between',
  };
}

function signatureMissing(subject: Case): Finding {
  const { provider, view, sender, verdict } = subject;
  const absent =
    verdict.checks.find(({ name }) => name === 'header-present')?.detail ?? 'no signature';
  const own = provider.clues.flatMap(({ at, points }) =>
    at.startsWith('header:') && points > 1 ? [at.slice('header:'.length).toLowerCase()] : [],
  );
  const others = view.headers
    .map(([name]) => name)
    .filter((name) => own.includes(name.toLowerCase()));
  const { elsewhere, there, side } = ADVICE[proofOfSender(subject.rules)];
  if (others.length === 0) {
    return {
      cause: 'header-missing',
      message: `The request is not signed as ${sender} signs: it has ${absent}.`,
      proof: `It has ${absent}, and no other header that is ${sender}'s own.`,
      fix: elsewhere(sender),
      side: 'sender',
    };
  }
  return {
    cause: 'header-missing',
    message: `It comes from ${sender} by its headers, but it has ${absent}.`,
    proof: `It has ${wordList([...new Set(others)].slice(0, 3), 'and')}, and ${absent}.`,
    fix: there(sender),
    side,
  };
}

type SenderProof = 'secret' | 'own-key' | 'token' | 'password';

interface Advice {
  /** Where nothing else of the request is the sender's. */
  elsewhere(sender: string): string;
  /** Where other headers are. */
  there(sender: string): string;
  /** Where it is to be mended then. */
  side: Finding['side'];
}

const ADVICE: Record<SenderProof, Advice> = {
  secret: {
    elsewhere: (sender) =>
      `If ${sender} sent it, set a signing secret there. If something else did, it belongs elsewhere.`,
    there: (sender) =>
      `Set a signing secret at ${sender}: most send no signature without one. If there is one, something on the way removes the header.`,
    side: 'sender',
  },
  'own-key': {
    elsewhere: (sender) =>
      `${sender} signs with a key of its own, and no secret has to be set there for that. So something else sent it, or something on the way took the signature out.`,
    there: (sender) =>
      `${sender} signs with a key of its own, and no secret has to be set there for that. Find what takes the signature out on the way, and have it pass on everything.`,
    side: 'between',
  },
  token: {
    elsewhere: (sender) =>
      `If ${sender} sent it, have it send its token along. If something else did, it belongs elsewhere.`,
    there: (sender) =>
      `Have ${sender} send its token along. If it does, something on the way removes it.`,
    side: 'sender',
  },
  password: {
    elsewhere: (sender) =>
      `If ${sender} sent it, set the user name and password there. If something else did, it belongs elsewhere.`,
    there: (sender) =>
      `Set the user name and password at ${sender}. If they are set, something on the way removes the Authorization header.`,
    side: 'sender',
  },
};

/** The usual rule is the first. */
function proofOfSender([rule]: readonly Rule[]): SenderProof {
  switch (rule?.scheme) {
    case 'rsa':
    case 'ecdsa':
    case 'ed25519':
      return 'own-key';
    case 'jwt':
      return rule.algs[0].startsWith('HS') ? 'secret' : 'own-key';
    case 'token':
      return 'token';
    case 'basic-auth':
      return 'password';
    default:
      return 'secret';
  }
}
