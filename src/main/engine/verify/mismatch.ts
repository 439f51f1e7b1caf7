// Why a signature does not match: a few usual mistakes are tried out, so that the hint can name the
// one at hand. It never says what the right signature would have been.

import type { ContentRule } from './content-spec.ts';
import type { SignatureFinding } from './finding.ts';
import type { Secret, VerifyInput } from './scheme.ts';
import { matchingKey } from './signed-content.ts';
import type { TemplateValues } from './template.ts';
import { quotedList } from './words.ts';

/** Larger bodies are not tried with variations: mismatches may come in floods. */
const MAX_TRIED_BYTES = 16 * 1024;
const MAX_TRIED_SECRETS = 3;

/** `usable` are those of the endpoint's secrets that can be a key of this scheme. */
export function mismatch<Key>(
  rule: ContentRule<Key>,
  input: VerifyInput,
  values: TemplateValues,
  candidates: readonly string[],
  usable: readonly Secret[],
): SignatureFinding {
  const { secrets, lockedSecrets } = input;
  const unusable = secrets.filter((secret) => !usable.includes(secret));
  const parts = [
    hintOf(rule, input, values, candidates, usable),
    unusable.length > 0 && usable.length > 0 ? unusableWords(rule, unusable) : null,
    lockedSecrets ? 'Further secrets of this endpoint are locked and were not tried.' : null,
  ];
  const check = { name: 'signature' as const, ok: false, detail: detailOf(rule, secrets, usable) };
  return { outcome: 'mismatch', check, hint: parts.filter((part) => part !== null).join(' ') };
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
  input: VerifyInput,
  values: TemplateValues,
  candidates: readonly string[],
  usable: readonly Secret[],
): string {
  const { providerName } = rule;
  const cause = causeOf(rule, input, values, candidates, usable);
  if (cause !== null) return cause;
  if (usable.length === 0) return unusableWords(rule, input.secrets);
  const labels = quotedList(usable.map(({ label }) => label));
  const which =
    usable.length === 1
      ? `the secret ${labels}`
      : `any of the ${usable.length} secrets (${labels})`;
  const what = rule.template.coversBody
    ? ', and that nothing on the way changed the body or what is signed with it'
    : '';
  return `The signature was not made with ${which}. Check that the secret is the one that ${providerName} shows for this endpoint${what}.`;
}

/** A known mistake that explains the mismatch, as a sentence. */
function causeOf<Key>(
  rule: ContentRule<Key>,
  { view, secrets }: VerifyInput,
  values: TemplateValues,
  candidates: readonly string[],
  usable: readonly Secret[],
): string | null {
  const { body } = view;
  if (body.kind === 'file' || body.bytes.length > MAX_TRIED_BYTES) return null;
  for (const { label, value } of secrets.slice(0, MAX_TRIED_SECRETS)) {
    for (const { key, when } of rule.algorithm.variants(value)) {
      if (matchingKey(rule, values, [key], candidates) === 0) {
        return `With the secret "${label}" the signature matches when ${when}. Set the secret, and the provider, accordingly.`;
      }
    }
  }
  if (!rule.template.coversBody) return null;
  const keys = usable.slice(0, MAX_TRIED_SECRETS).flatMap(({ value }) => {
    const key = rule.algorithm.readKey(value);
    return key === null ? [] : [key];
  });
  for (const [bytes, when] of bodyVariants(body.bytes, view.jsonAt([]))) {
    const changed = {
      ...values,
      request: { ...values.request, body: { kind: 'memory' as const, bytes } },
    };
    if (matchingKey(rule, changed, keys, candidates) >= 0) {
      return `The signature matches when ${when}: something between ${rule.providerName} and here rewrites the body.`;
    }
  }
  return null;
}

const LINE_BREAK_AT_END = /\r?\n$/;

function bodyVariants(bytes: Buffer, json: unknown): [bytes: Buffer, when: string][] {
  const text = bytes.toString('latin1');
  const variants: [Buffer, string][] = LINE_BREAK_AT_END.test(text)
    ? [
        [
          Buffer.from(text.replace(LINE_BREAK_AT_END, ''), 'latin1'),
          'the line break at the end of the body is removed',
        ],
      ]
    : [[Buffer.from(`${text}\n`, 'latin1'), 'a line break is added at the end of the body']];
  if (json === undefined) return variants;
  try {
    variants.push(
      [Buffer.from(JSON.stringify(json)), 'the JSON of the body is written without white space'],
      [
        Buffer.from(JSON.stringify(json, null, 2)),
        'the JSON of the body is indented by two spaces',
      ],
    );
  } catch {
    // Thousands of nested brackets can be parsed, but writing them exhausts the stack.
  }
  return variants;
}
