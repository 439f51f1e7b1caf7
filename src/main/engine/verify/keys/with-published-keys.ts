// A rule whose public key the provider publishes, rather than the user pasting it: judged with what is
// there, and without a verdict while nothing is.

import type { Verdict } from '../../../../shared/model.ts';
import type { Judge, RuleContext, Secret, VerifyInput } from '../scheme.ts';
import type { KeysAt, PublishedKey } from './keys.ts';
import { compileKeysAt, verdictWithoutKey } from './published-keys.ts';

export interface SecretUse {
  /** The secret is part of what is signed, so that a key alone verifies nothing. */
  isSigned: boolean;
  /** True for a secret that is a key itself: then none is fetched. */
  isKey(secret: string): boolean;
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
    const asUsual = use.isSigned
      ? secrets.length === 0
      : secrets.some(({ value }) => use.isKey(value));
    if (asUsual) return judge.verify(input);
    if (!judge.isPresent(view)) return judge.verify({ ...input, secrets: [PLACEHOLDER] });
    const found = find(view, null, input.keys);
    if (found.state === 'none') {
      const { checks } = judge.verify({ ...input, secrets: [], lockedSecrets: false });
      return verdictWithoutKey({ ...judge, providerName, warnings: [] }, checks, found.absence);
    }
    const verdict = judge.verify({ ...input, secrets: paired(found.keys, use, secrets) });
    return use.isSigned ? verdict : withoutSecretWords(verdict, providerName, found.host);
  }

  const sign: Judge['sign'] = (input) => {
    if (!use.isSigned) return judge.sign(input);
    const problem = `${providerName} signs with a key of its own, for which nothing can stand in.`;
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
