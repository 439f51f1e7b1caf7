// Two things that are wrong at once: the secret, and something on the way. Each alone was tried before.

import { byteOrderMark, charset, lineEndings, trailingNewline } from './body-bytes.ts';
import { compression } from './body-compression.ts';
import { formRewritten } from './body-form.ts';
import { jsonRewritten } from './body-json.ts';
import { jsonNumbers } from './body-numbers.ts';
import { type Case, type Change, type Hypothesis, MATCHES, type Trial } from './case.ts';
import { secretEncoding, secretPrefix } from './secret-form.ts';
import { formerSecret, otherEndpoint } from './secret-owner.ts';
import { secretText } from './secret-text.ts';
import { timestampUnit } from './time.ts';
import { urlVariant } from './url.ts';

export interface Pair extends Change {
  both: readonly [Trial, Trial];
}

/** What happens most, first. */
const OF_SECRETS: readonly Hypothesis[] = [
  secretText,
  formerSecret,
  otherEndpoint,
  secretPrefix,
  secretEncoding,
];
const OF_REQUESTS: readonly Hypothesis[] = [
  trailingNewline,
  jsonRewritten,
  urlVariant,
  lineEndings,
  byteOrderMark,
  timestampUnit,
  jsonNumbers,
  charset,
  formRewritten,
  compression,
];
/** Every change of a request is tried with each of these. */
const MAX_SECRET_CHANGES = 24;
const MAX_REQUEST_CHANGES = 60;

export function* pairs(subject: Case): Generator<Pair> {
  const secrets = upTo(MAX_SECRET_CHANGES, trialsOf(OF_SECRETS, subject));
  if (secrets.length === 0) return;
  // One after the other, as a changed body may take megabytes.
  let count = 0;
  for (const request of trialsOf(OF_REQUESTS, subject)) {
    if (++count > MAX_REQUEST_CHANGES) return;
    for (const secret of secrets) {
      const { finding: _, replaces: __, ...change } = secret;
      yield {
        ...change,
        ...(request.request && { request: request.request }),
        both: [secret, request],
      };
    }
  }
}

function* trialsOf(hypotheses: readonly Hypothesis[], subject: Case): Generator<Trial> {
  for (const { tries } of hypotheses) yield* tries(subject);
}

function upTo<T>(count: number, items: Iterable<T>): T[] {
  const taken: T[] = [];
  for (const item of items) {
    if (taken.length === count) break;
    taken.push(item);
  }
  return taken;
}

/** One proof for all that only matches together. */
export function proofOf(trials: readonly Trial[]): string {
  const [only, ...others] = trials.map(({ finding }) => finding.proof);
  if (only === undefined) return '';
  if (others.length === 0) return only;
  const clauses = [only, ...others].map((proof) => proof.slice(MATCHES.length).replace(/\.$/, ''));
  return `${MATCHES}only with both together: ${clauses.join(', and ')}.`;
}
