// What is said of a signature that does not match, at once and without trying anything: finding out
// why is the doctor's. It never says what the right signature would have been.

import type { ContentRule } from './content-spec.ts';
import type { SignatureFinding } from './finding.ts';
import type { Secret, VerifyInput } from './scheme.ts';
import { quotedList } from './words.ts';

/** `usable` are those of the endpoint's secrets that can be a key of this scheme. */
export function mismatch<Key>(
  rule: ContentRule<Key>,
  input: VerifyInput,
  usable: readonly Secret[],
): SignatureFinding {
  const { secrets, lockedSecrets } = input;
  const unusable = secrets.filter((secret) => !usable.includes(secret));
  const parts = [
    hintOf(rule, input, usable),
    unusable.length > 0 && usable.length > 0 ? unusableWords(rule, unusable) : null,
    lockedSecrets ? 'Further secrets are locked and were not tried.' : null,
  ];
  const check = { name: 'signature' as const, ok: false, detail: detailOf(rule, secrets, usable) };
  const hint = parts.filter((part) => part !== null).join(' ');
  return { outcome: 'mismatch', check, hint };
}

function detailOf<Key>(
  rule: ContentRule<Key>,
  secrets: readonly Secret[],
  usable: readonly Secret[],
): string {
  const labels = quotedList(usable.map(({ label }) => label));
  if (usable.length === 0) return unusableWords(rule, secrets);
  if (usable.length === 1) return `does not match the secret ${labels}`;
  return `matches none of the secrets ${labels}`;
}

function unusableWords<Key>({ algorithm }: ContentRule<Key>, secrets: readonly Secret[]): string {
  const labels = quotedList(secrets.map(({ label }) => label));
  const noun = secrets.length === 1 ? 'secret' : 'secrets';
  return `The ${noun} ${labels} cannot be a key for ${algorithm.label} here: ${algorithm.keyForm} is expected.`;
}

function hintOf<Key>(
  rule: ContentRule<Key>,
  { secrets }: VerifyInput,
  usable: readonly Secret[],
): string {
  const { providerName } = rule;
  if (usable.length === 0) return unusableWords(rule, secrets);
  const labels = quotedList(usable.map(({ label }) => label));
  const which =
    usable.length === 1
      ? `the secret ${labels}`
      : `any of the ${usable.length} secrets (${labels})`;
  const what = rule.template.coversBody
    ? ', and that nothing on the way changed the body or what is signed with it'
    : '';
  return `The signature was not made with ${which}. Check that the secret is the one that ${providerName} shows for this URL${what}.`;
}
