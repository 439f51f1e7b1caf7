// Signs a request by a compiled rule, as the provider would: for samples that are sent as a test.

import type { HeaderList } from '../../../shared/headers.ts';
import type { ContentRule } from './content-spec.ts';
import type { Problem, SignInput } from './scheme.ts';
import { feed } from './signed-content.ts';
import { singleHeader } from './source.ts';
import { headersCovered, type TemplateValues } from './template.ts';
import { writeTime } from './timestamp.ts';

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
  const values: TemplateValues = {
    request: { ...request, headers: [...request.headers, ...added] },
    timestamp,
    id: messageId,
  };
  const work = algorithm.begin(key);
  feed([work], rule, values);
  const signature = work.signature();
  if (signature === null) {
    return { problem: `A secret for ${algorithm.label} can verify but not sign.` };
  }
  return [...added, [location.name, location.write(signature, timestamp)]];
}
