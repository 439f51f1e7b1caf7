// Signs a request by a compiled rule, as the provider would: for samples that are sent as a test.

import type { HeaderList } from '../../../shared/headers.ts';
import type { ContentRule } from './content-spec.ts';
import type { Problem, SignInput } from './scheme.ts';
import { signatureWith } from './signed-content.ts';
import { singleHeader } from './source.ts';
import { headersCovered, missingPart, type TemplateValues } from './template.ts';
import { writeTime } from './timestamp.ts';
import { createView } from './view.ts';

/** The headers to add to the request; a problem when the secret cannot make a signature. */
export function signContent<Key>(
  rule: ContentRule<Key>,
  { request, secret, at, messageId }: SignInput,
): HeaderList | Problem {
  const { algorithm, template, time, location } = rule;
  const key = algorithm.readKey(secret);
  if (key === null) {
    return {
      problem: `The secret cannot be a key for ${algorithm.label}: ${algorithm.keyForm} is expected.`,
    };
  }
  const timestamp = time === null ? '' : writeTime(at, time.unit);
  const added: HeaderList = [];
  if (template.coversId && rule.id?.header != null) added.push([rule.id.header, messageId]);
  if (time?.header != null) added.push([time.header, timestamp]);
  for (const name of headersCovered(template)) {
    const present = [...request.headers, ...added];
    // A sample does not know which headers a user's template covers.
    if (singleHeader(present, name.toLowerCase()) === null) added.push([name, messageId]);
  }
  if (location.header === null) {
    return {
      problem: `Its signature is no header but a ${location.where}, which is not made here yet.`,
    };
  }
  const values: TemplateValues = {
    request: createView({ ...request, headers: [...request.headers, ...added] }, true),
    timestamp,
    id: messageId,
    signature: () => null,
  };
  const missing = missingPart(template, values);
  if (missing !== null) {
    return { problem: `The signature covers the ${missing}, which this request does not have.` };
  }
  const signature = signatureWith(rule, values, { key, secret });
  if (signature === null) {
    return { problem: `A secret for ${algorithm.label} can verify but not sign.` };
  }
  return [...added, [location.header, location.write(signature, timestamp)]];
}
