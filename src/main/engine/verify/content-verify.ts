// Judges one request by a compiled rule, check by check. A check that fails does not end the
// judging: whatever can still be judged is, because an old timestamp on a genuine signature and an
// old timestamp on a forged one are different news.

import type { Check, Verdict } from '../../../shared/model.ts';
import { bodyDigest as bodyDigestOf } from './body-digest.ts';
import type { ContentRule } from './content-spec.ts';
import { type Examination, type SignatureFinding, verdictOf } from './finding.ts';
import { mismatch } from './mismatch.ts';
import type { Secret, VerifyInput } from './scheme.ts';
import type { SignatureGroup } from './signature.ts';
import { matchingKey, signedId, type UsableKey } from './signed-content.ts';
import { missingPart, type TemplateValues } from './template.ts';
import { judgeTime, type TimeFinding } from './timestamp.ts';
import { abbreviate } from './words.ts';

/** The rule's verdict on a request; the rule is taken to be meant for it. */
export function verifyContent<Key>(rule: ContentRule<Key>, input: VerifyInput): Verdict {
  const { where } = rule.location;
  const values = rule.location.values(input.view);
  if (values.length === 0) return verdictOf(rule, input, withoutSignature(rule, input));

  const wire = values.length === 1 ? (values[0] ?? '') : values.join(', ');
  const present = {
    name: 'header-present' as const,
    ok: true,
    detail: `${rule.location.header ?? where}: ${abbreviate(wire)}`,
  };
  let best: Examination | null = null;
  for (const group of rule.location.parse(values)) {
    const examined = examine(rule, input, present, group, values);
    if (best === null || score(examined) > score(best)) best = examined;
  }
  return verdictOf(rule, input, best ?? withoutSignature(rule, input));
}

/** Of several groups of signatures the one that says most counts: a genuine one before all. */
function score({ signature, time, formed }: Examination): number {
  return (
    (signature?.check.ok ? 4 : 0) +
    (time === null || time.check.ok ? 2 : 0) +
    (formed?.check.ok ? 1 : 0)
  );
}

function withoutSignature<Key>(rule: ContentRule<Key>, input: VerifyInput): Examination {
  const detail = rule.location.absent;
  const time = timeOf(rule, input, timestampText(rule, input, null));
  return {
    present: { name: 'header-present', ok: false, detail },
    formed: null,
    // A time that is missing as well is no further news.
    time: time?.reason === 'timestamp-missing' ? null : time,
    signature: null,
  };
}

const NONE = () => null;

function examine<Key>(
  rule: ContentRule<Key>,
  input: VerifyInput,
  present: Check,
  group: SignatureGroup,
  wire: readonly string[],
): Examination {
  const candidates = group.candidates.filter((text) => rule.algorithm.complaint(text) === null);
  const timestamp = timestampText(rule, input, group);
  const values: TemplateValues = {
    request: input.view,
    timestamp,
    id: signedId(rule, input.view),
    signature: rule.template.coversSignature ? (key) => rule.location.other(wire, key) : NONE,
  };
  const missing = missingPart(rule.template, values);
  const judged = candidates.length > 0 && missing === null;
  return {
    present,
    formed: formOf(rule, group, candidates, missing === 'timestamp' ? null : missing),
    time: timeOf(rule, input, timestamp),
    signature: judged ? signatureOf(rule, input, values, candidates) : null,
  };
}

function timestampText<Key>(
  rule: ContentRule<Key>,
  { view }: VerifyInput,
  group: SignatureGroup | null,
): string | null {
  const read = rule.time?.read ?? null;
  const text = read === null ? group?.timestamp : read(view);
  return text === undefined || text === '' ? null : text;
}

function timeOf<Key>(
  rule: ContentRule<Key>,
  input: VerifyInput,
  text: string | null,
): TimeFinding | null {
  const { time, template, providerName } = rule;
  if (time === null) return null;
  const { toleranceSeconds: own } = input;
  return judgeTime({
    providerName,
    where: time.where,
    text,
    unit: time.unit,
    toleranceSeconds: own === 'off' ? null : (own ?? time.tolerance),
    ownTolerance: own !== null,
    signed: template.coversTimestamp,
    receivedAt: input.receivedAt,
  });
}

function formOf<Key>(
  { algorithm, location, providerName }: ContentRule<Key>,
  group: SignatureGroup,
  wellFormed: readonly string[],
  missing: string | null,
): Examination['formed'] {
  const form = location.form === null ? '' : ` of the form ${location.form}`;
  const [first] = group.candidates;
  if (first === undefined) {
    return malformed(
      `no signature${form}`,
      `The ${location.where} holds no signature${form}, which is how ${providerName} writes it.`,
    );
  }
  if (wellFormed.length === 0) {
    const complaint = first === '' ? 'is empty' : algorithm.complaint(first);
    return malformed(
      `"${abbreviate(first)}" ${complaint}`,
      `The signature in the ${location.where} ${complaint}. Check that nothing on the way cuts or rewrites it, and that ${providerName} is what sends here.`,
    );
  }
  if (missing !== null) {
    return malformed(
      `no ${missing}, which the signature covers`,
      `The signature of ${providerName} covers the ${missing}, and this request has none. Check that nothing on the way removes it.`,
    );
  }
  const count = wellFormed.length === 1 ? '1 signature' : `${wellFormed.length} signatures`;
  return { check: { name: 'well-formed', ok: true, detail: `${count}${form}` }, hint: null };
}

function malformed(detail: string, hint: string): Examination['formed'] {
  return { check: { name: 'well-formed', ok: false, detail }, hint };
}

function signatureOf<Key>(
  rule: ContentRule<Key>,
  input: VerifyInput,
  values: TemplateValues,
  candidates: readonly string[],
): SignatureFinding | null {
  if (input.secrets.length === 0) return null;
  const usable: Secret[] = [];
  const keys: UsableKey<Key>[] = [];
  for (const secret of input.secrets) {
    const { value, publicKey } = secret;
    const key =
      publicKey === undefined
        ? rule.algorithm.readKey(value)
        : (rule.algorithm.readPublicKey?.(publicKey) ?? null);
    if (key === null) continue;
    usable.push(secret);
    keys.push({ key, secret: secret.value });
  }
  let match: Secret | undefined;
  let digest: string | null;
  try {
    match = usable[matchingKey(rule, values, keys, candidates)];
    digest = match === undefined ? null : wrongDigest(rule, input);
  } catch {
    // The only thing that can fail is reading a spooled body whose file is gone.
    return {
      check: { name: 'signature', ok: false, detail: 'the file of the body is gone' },
      outcome: 'body-gone',
    };
  }
  if (digest !== null) {
    const check = { name: 'signature' as const, ok: false, detail: digest };
    const hint = `The signature is genuine, but ${digest}. Something between ${rule.providerName} and here changes the body.`;
    return { outcome: 'mismatch', check, hint, secretLabel: match?.label ?? '' };
  }
  if (match !== undefined) {
    const detail = `matches the secret "${match.label}"`;
    return {
      check: { name: 'signature', ok: true, detail },
      outcome: 'match',
      secretLabel: match.label,
    };
  }
  return mismatch(rule, input, usable);
}

/** What is wrong with a body that is signed by its digest, in words; null when nothing is. */
function wrongDigest<Key>({ bodyDigest }: ContentRule<Key>, { view }: VerifyInput): string | null {
  if (bodyDigest === null) return null;
  const signed = bodyDigest.read(view) ?? '';
  if (bodyDigestOf(view.body, bodyDigest.digest).toLowerCase() === signed.toLowerCase())
    return null;
  return `the body does not have the digest that is signed (${bodyDigest.where})`;
}
