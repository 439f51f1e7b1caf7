// A token that is genuine, but claims something else than what is here: one claim after the other is
// left aside.

import type { Finding } from '../../../../shared/model.ts';
import type { JwtRule } from '../jwt-rule.ts';
import type { Case, Hypothesis, Trial } from './case.ts';

export const claims: Hypothesis = {
  rulesOut: 'a genuine token that was made for something else',
  *tries(subject) {
    for (const rule of subject.rules) if (rule.scheme === 'jwt') yield* triesOf(rule, subject);
  },
};

function* triesOf(rule: JwtRule, { sender }: Case): Generator<Trial> {
  for (const name of Object.keys(rule.claims ?? {})) {
    yield without(rule, { claims: { ...rule.claims, [name]: '' } }, otherClaim(name, sender));
  }
  const { bodyHash, urlHash, requestHash, ...rest } = rule;
  const urls = urlHash ?? requestHash;
  if (urls !== undefined) {
    const trial = bodyHash === undefined ? rest : { ...rest, bodyHash };
    yield { rule: (each) => (each === rule ? trial : null), finding: otherUrl(urls.claim, sender) };
  }
  if (bodyHash === undefined) return;
  const trial: JwtRule = {
    ...rest,
    ...(urlHash && { urlHash }),
    ...(requestHash && { requestHash }),
  };
  yield {
    rule: (each) => (each === rule ? trial : null),
    finding: otherBody(bodyHash.claim, sender),
  };
}

function without(rule: JwtRule, change: Partial<JwtRule>, finding: Finding): Trial {
  return { rule: (each) => (each === rule ? { ...rule, ...change } : null), finding };
}

function otherClaim(name: string, sender: string): Finding {
  return {
    cause: 'claim',
    message: `The token is genuine, but its claim ${name} is not what is expected here.`,
    proof: `Everything matches but the claim ${name}.`,
    fix: `Compare the options and the public URL here with what is set up at ${sender}.`,
    side: 'here',
  };
}

function otherUrl(claim: string, sender: string): Finding {
  return {
    cause: 'claim',
    message: 'The token is genuine, but it was made for another URL.',
    proof: `Everything matches but the claim ${claim}, which is about the URL.`,
    fix: `Set the public URL here to the one that ${sender} has.`,
    side: 'here',
  };
}

function otherBody(claim: string, sender: string): Finding {
  return {
    cause: 'claim',
    message: 'The token is genuine, but it was made for another body.',
    proof: `Everything matches but the claim ${claim}, the hash of the body.`,
    fix: `Find what stands between ${sender} and here, and have it pass the bytes of the body on as they are.`,
    side: 'between',
  };
}
