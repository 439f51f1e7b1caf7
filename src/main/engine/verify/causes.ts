// Why a signature does not match: a few usual mistakes are tried out, to name the one at hand.

import type { Finding } from '../../../shared/model.ts';
import type { KeyVariant } from './algorithm.ts';
import type { ContentRule } from './content-spec.ts';
import type { Secret, VerifyInput } from './scheme.ts';
import { matchingKey } from './signed-content.ts';
import type { TemplateValues } from './template.ts';
import { withBody } from './view.ts';

/** Larger bodies are not tried with variations: mismatches may come in floods. */
const MAX_TRIED_BYTES = 16 * 1024;
const MAX_TRIED_SECRETS = 3;

export interface Cause {
  hint: string;
  finding: Finding;
}

/** A known mistake that explains the mismatch; null when none does. */
export function findCause<Key>(
  rule: ContentRule<Key>,
  { view, secrets }: VerifyInput,
  values: TemplateValues,
  candidates: readonly string[],
  usable: readonly Secret[],
): Cause | null {
  const { body } = view;
  if (body.kind === 'file' || body.bytes.length > MAX_TRIED_BYTES) return null;
  for (const { label, value } of secrets.slice(0, MAX_TRIED_SECRETS)) {
    for (const variant of rule.algorithm.variants(value)) {
      if (matchingKey(rule, values, [{ key: variant.key, secret: value }], candidates) === 0) {
        return secretCause(rule, label, variant);
      }
    }
  }
  if (!rule.template.coversBody) return null;
  const keys = usable.slice(0, MAX_TRIED_SECRETS).flatMap(({ value }) => {
    const key = rule.algorithm.readKey(value);
    return key === null ? [] : [{ key, secret: value }];
  });
  for (const variant of bodyVariants(body.bytes, view.jsonAt([]))) {
    const changed = { ...values, request: withBody(view, variant.bytes) };
    if (matchingKey(rule, changed, keys, candidates) >= 0) return bodyCause(rule, variant);
  }
  return null;
}

function secretCause<Key>(
  { algorithm, providerName }: ContentRule<Key>,
  label: string,
  { cause, when }: KeyVariant<Key>,
): Cause {
  const hint = `With the secret "${label}" the signature matches when ${when}. Set the secret, and the provider, accordingly.`;
  const proof = `The signature matches when ${when}.`;
  if (cause === 'secret-whitespace') {
    const message = `There is white space around the secret "${label}" that is no part of it.`;
    const fix = 'Enter the secret of this endpoint again, without the white space.';
    return { hint, finding: { cause, message, proof, fix, side: 'here' } };
  }
  const message = `The sender makes its key of the secret "${label}" in another way than ${providerName} does.`;
  const fix = `Have the sender use the secret as ${algorithm.keyForm}, or set this endpoint to a provider that reads secrets as the sender does.`;
  return { hint, finding: { cause, message, proof, fix, side: 'sender' } };
}

function bodyCause<Key>(
  { providerName }: ContentRule<Key>,
  { cause, message, when }: BodyVariant,
): Cause {
  const proof = `The signature matches when ${when}`;
  const hint = `${proof}: something between ${providerName} and here rewrites the body.`;
  const fix = `Find what stands between ${providerName} and here, and have it pass the bytes of the body on as they are.`;
  return { hint, finding: { cause, message, proof: `${proof}.`, fix, side: 'between' } };
}

interface BodyVariant {
  bytes: Buffer;
  cause: Finding['cause'];
  /** What has happened when these bytes are those that were signed. */
  message: string;
  /** Completes "it matches when …". */
  when: string;
}

const LINE_BREAK_AT_END = /\r?\n$/;

function bodyVariants(bytes: Buffer, json: unknown): BodyVariant[] {
  const variants = [withoutOrWithLineBreak(bytes.toString('latin1'))];
  if (json === undefined) return variants;
  const cause = 'body-reserialised';
  const message = 'The JSON of the body was written anew after it was signed.';
  try {
    variants.push(
      {
        ...{ bytes: Buffer.from(JSON.stringify(json)), cause, message },
        when: 'the JSON of the body is written without white space',
      },
      {
        ...{ bytes: Buffer.from(JSON.stringify(json, null, 2)), cause, message },
        when: 'the JSON of the body is indented by two spaces',
      },
    );
  } catch {
    // Thousands of nested brackets can be parsed, but writing them exhausts the stack.
  }
  return variants;
}

function withoutOrWithLineBreak(text: string): BodyVariant {
  const cause = 'body-trailing-newline';
  if (LINE_BREAK_AT_END.test(text)) {
    return {
      ...{ bytes: Buffer.from(text.replace(LINE_BREAK_AT_END, ''), 'latin1'), cause },
      message: 'The body gained a line break at its end after it was signed.',
      when: 'the line break at the end of the body is removed',
    };
  }
  return {
    ...{ bytes: Buffer.from(`${text}\n`, 'latin1'), cause },
    message: 'The body lost the line break at its end after it was signed.',
    when: 'a line break is added at the end of the body',
  };
}
