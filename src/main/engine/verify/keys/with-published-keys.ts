// A rule whose public key the provider publishes, rather than the user pasting it: judged with what is
// there, and without a verdict while nothing is.

import type { KeyObject } from 'node:crypto';
import type { Verdict } from '../../../../shared/model.ts';
import type { Judge, RuleContext, Secret, VerifyInput } from '../scheme.ts';
import type { KeysAt, PublishedKey } from './keys.ts';
import { compileKeysAt, verdictWithoutKey } from './published-keys.ts';

export interface SecretUse {
  /** The secret is part of what is signed, so that a key alone verifies nothing. */
  isSigned: boolean;
  /** The key that a secret itself is, if it is one: then none is fetched. */
  keyOf(secret: string): KeyObject | null;
}

/** Stands for a secret where only its absence would be told. */
const PLACEHOLDER: Secret = { label: '', value: '' };

/** The judge with keys of its provider's. */
export function withPublishedKeys(
  judge: Judge,
  spec: KeysAt,
  { providerName }: RuleContext,
  use: SecretUse,
): Judge {
  const find = compileKeysAt(spec, providerName);

  function verify(input: VerifyInput): Verdict {
    const { secrets, view } = input;
    const own = secrets.filter(({ value }) => use.keyOf(value) !== null);
    if (use.isSigned && own.length > 0) {
      return judge.verify({ ...input, secrets: ownPairs(spec, use, own, secrets) });
    }
    if (use.isSigned ? secrets.length === 0 : own.length > 0) return judge.verify(input);
    if (!judge.isPresent(view)) return judge.verify({ ...input, secrets: [PLACEHOLDER] });
    const found = find(view, { kid: null, receivedAt: input.receivedAt }, input.keys);
    if (found.state === 'none') {
      const { checks } = judge.verify({ ...input, secrets: [], lockedSecrets: false });
      return verdictWithoutKey({ ...judge, providerName, warnings: [] }, checks, found.absence);
    }
    const verdict = judge.verify({ ...input, secrets: paired(found.keys, use, secrets) });
    return use.isSigned ? verdict : withoutSecretWords(verdict, providerName, found.host);
  }

  const sign: Judge['sign'] = (input) => {
    if (!use.isSigned) return judge.sign(input);
    if (input.key !== undefined) {
      return judge.sign({ ...input, secret: input.secret || (spec.simulated ?? '') });
    }
    const problem = `${providerName} signs with a private key of its own. Sign with a test key instead.`;
    return { problem };
  };

  return { ...judge, verify, sign };
}

function paired(
  keys: readonly PublishedKey[],
  { isSigned }: SecretUse,
  secrets: readonly Secret[],
): Secret[] {
  const owners = isSigned ? secrets : [PLACEHOLDER];
  return owners.flatMap((secret) => keys.map(({ key }) => ({ ...secret, publicKey: key })));
}

/** Each key of the user's own with each secret that is signed, told by the name of the key. */
function ownPairs(
  { simulated }: KeysAt,
  { keyOf }: SecretUse,
  own: readonly Secret[],
  secrets: readonly Secret[],
): Secret[] {
  const others = secrets.filter((secret) => !own.includes(secret)).map(({ value }) => value);
  const signed = others.length === 0 && simulated !== undefined ? [simulated] : others;
  return own.flatMap(({ label, value: key }) => {
    const publicKey = keyOf(key);
    return publicKey === null ? [] : signed.map((value) => ({ label, value, publicKey }));
  });
}

/** There was no secret to match, or not to match. */
function withoutSecretWords(verdict: Verdict, providerName: string, host: string): Verdict {
  const checks = verdict.checks.map((check) => {
    if (check.name !== 'signature') return check;
    return { ...check, detail: `${check.ok ? 'matches' : 'does not match'} the key at ${host}` };
  });
  if (verdict.reason !== 'signature-mismatch') return { ...verdict, checks, secretLabel: null };
  const hint = `The signature was not made with the key that ${providerName} publishes at ${host}. It came from somewhere else, or something on the way changed what is signed.`;
  return { ...verdict, checks, hint, secretLabel: null };
}
