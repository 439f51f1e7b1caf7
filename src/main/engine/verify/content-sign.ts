// Signs a request by a compiled rule, as the provider would: for samples that are sent as a test.

import { bodyDigest as bodyDigestOf } from './body-digest.ts';
import type { ContentRule, RuleTime } from './content-spec.ts';
import { withValue } from './request-edit.ts';
import type { Problem, SignInput } from './scheme.ts';
import { signatureWith, signedId } from './signed-content.ts';
import { compileSource } from './source.ts';
import { missingPart, sourcesCovered, type TemplateValues } from './template.ts';
import { writeTime } from './timestamp.ts';
import { createView, type SignedRequest } from './view.ts';

/**
 * The request with its signature, and with a fresh time and id where they are signed or sent; a
 * problem when the secret cannot make a signature, or the request has no place for one.
 */
export function signContent<Key>(
  rule: ContentRule<Key>,
  input: SignInput,
): SignedRequest | Problem {
  const { algorithm, time, location } = rule;
  const { secret, at } = input;
  const key = (algorithm.readSigningKey ?? algorithm.readKey)(input.key ?? secret);
  if (key === null) return { problem: unusable(rule) };
  const timestamp = time === null ? '' : writeTime(at, time.unit);
  const request = prepared(rule, input, timestamp);
  if ('problem' in request) return request;

  const empty = [location.write('', timestamp)];
  const view = createView(request, true);
  const values: TemplateValues = {
    ...{ request: view, timestamp, id: signedId(rule, view) },
    signature: (name) => location.other(empty, name),
  };
  const missing = missingPart(rule.template, values);
  if (missing !== null) {
    return { problem: `The signature covers the ${missing}, which this request does not have.` };
  }
  const signature = signatureWith(rule, values, { key, secret });
  if (signature === null) return { problem: unusable(rule) };
  const signed = withValue(request, location.source, location.write(signature, timestamp));
  return signed ?? noPlace(location.where);
}

function unusable<Key>({ algorithm }: ContentRule<Key>): string {
  const { label, keyForm, signingKeyForm = keyForm } = algorithm;
  return `The secret cannot be a key for signing with ${label}: ${signingKeyForm} is expected.`;
}

const noPlace = (where: string): Problem => ({
  problem: `This request has no place for the ${where}, such as a body of the right kind.`,
});

/** The request with all that is signed but the signature. */
function prepared<Key>(
  { template, time, id, bodyDigest }: ContentRule<Key>,
  { request, messageId }: SignInput,
  timestamp: string,
): SignedRequest | Problem {
  const wanted: [source: string, value: string | number, isFresh: boolean][] = [];
  if (template.coversId && id !== null) wanted.push([id.source, messageId, false]);
  if (time?.source != null) wanted.push([time.source, timeValue(timestamp, time), true]);
  for (const [source, value] of sourcesCovered(template)) {
    wanted.push([source, value ?? messageId, false]);
  }
  let result = request;
  for (const [source, value, isFresh] of wanted) {
    // The time is always a new one; what else is signed may be there already.
    if (!isFresh && compileSource(source)(createView(result, true)) !== null) continue;
    const next = withValue(result, source, value);
    if (next === null) return noPlace(source);
    result = next;
  }
  if (bodyDigest === null) return result;
  const digest = bodyDigestOf(result.body, bodyDigest.digest);
  return withValue(result, bodyDigest.where, digest) ?? noPlace(bodyDigest.where);
}

/** In JSON a time in seconds or milliseconds is a number. */
function timeValue(timestamp: string, { unit }: RuleTime): string | number {
  return unit === 's' || unit === 'ms' ? Number(timestamp) : timestamp;
}
