// The keys with which an endpoint has its test events signed, where its provider signs with a private
// key: accepted beside the provider's own, and never a reason to fetch anything.

import type { Verdict } from '../../../shared/model.ts';
import { type KeyKind, keyKindOf } from './key-pair.ts';
import type { Provider } from './provider.ts';
import type { Judge, Secret, VerifyInput } from './scheme.ts';

/** The public half; the private one is known to the engine alone. */
export interface TestKey {
  kind: KeyKind;
  /** PEM. */
  publicKey: string;
}

/** What verdicts call it, where they name the secret that matched. */
const TEST_KEY_LABEL = 'test key';
/** What tokens call it. */
export const TEST_KEY_ID = 'hookglass-test';

const DETAIL = 'matches the test key of this endpoint';

/**
 * The verdict on a request that was signed with one of the keys; null for every other, which is judged
 * as if there were none.
 */
export function judgeByTestKeys(
  { rules, name, sender = name }: Pick<Provider, 'rules' | 'name' | 'sender'>,
  judges: readonly Judge[],
  input: VerifyInput,
  testKeys: readonly TestKey[],
): Verdict | null {
  for (const [index, rule] of rules.entries()) {
    const judge = judges[index];
    const fitting = testKeys.filter(({ kind }) => kind === keyKindOf(rule));
    if (judge === undefined || fitting.length === 0) continue;
    if (!judge.isPresent(input.view) || !judge.applies(input.view)) continue;
    const own = fitting.map(
      ({ publicKey }): Secret => ({ label: TEST_KEY_LABEL, value: publicKey }),
    );
    // What is signed can hold the secret, which is then the same for every key.
    const isSigned = 'signedContent' in rule && rule.signedContent.includes('{secret}');
    const secrets = isSigned ? [...own, ...input.secrets] : own;
    const verdict = judge.verify({ ...input, secrets, lockedSecrets: false, keys: undefined });
    if (verdict.secretLabel === TEST_KEY_LABEL) return inWords(verdict, sender);
  }
  return null;
}

function inWords(verdict: Verdict, sender: string): Verdict {
  const warning = `This was signed with the test key of this endpoint: Hookglass made it, and not ${sender}.`;
  const checks = verdict.checks.map((check) =>
    check.name === 'signature' && check.ok ? { ...check, detail: DETAIL } : check,
  );
  return { ...verdict, checks, warnings: [warning, ...verdict.warnings] };
}
