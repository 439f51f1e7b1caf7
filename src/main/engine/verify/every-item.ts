// A rule by which each item of a list in the body has a token: one genuine item says nothing of others.

import type { Verdict, VerdictStatus } from '../../../shared/model.ts';
import type { Judge, Problem, VerifyInput } from './scheme.ts';
import type { SignaturePlace } from './signature.ts';
import { parseJsonPath } from './source.ts';

type AnyPlace = SignaturePlace | { in: 'body' };

/** Tokens take time to check; what sends more at once is refused. */
const MAX_ITEMS = 64;
const WORST_FIRST: readonly VerdictStatus[] = ['failed', 'unsigned', 'unchecked', 'verified'];

/**
 * The rule's judge, and where its place says so, of every item of the list: the worst verdict is the
 * verdict. `compile` is asked for the rule with another place.
 */
export function everyItem<Rule extends { token: AnyPlace }>(
  rule: Rule,
  compile: (rule: Rule) => Judge | Problem,
): Judge | Problem {
  const { token } = rule;
  const first = compile(rule);
  if ('problem' in first || token.in !== 'json' || !token.isEveryItem) return first;
  const [list = '', rest = ''] = token.path.split(/\[0\](.*)/s);
  const listPath = parseJsonPath(list);
  const judges: (Judge | Problem)[] = [first];
  const judgeAt = (index: number): Judge => {
    const path = `${list}[${index}]${rest}` as `$${string}`;
    judges[index] ??= compile({ ...rule, token: { ...token, path } });
    const judge = judges[index];
    return 'problem' in judge ? first : judge;
  };
  const verify = (input: VerifyInput): Verdict => {
    const items = input.view.jsonAt(listPath);
    if (!Array.isArray(items)) return withoutList(first, input);
    if (items.length > MAX_ITEMS) return tooMany(first.verify(input), items.length);
    return worstOf(
      first,
      items.slice(1).map((_, index) => judgeAt(index + 1)),
      input,
    );
  };
  return { ...first, verify };
}

function worstOf(first: Judge, others: readonly Judge[], input: VerifyInput): Verdict {
  let worst = first.verify(input);
  for (const judge of others) {
    const verdict = judge.verify(input);
    if (rankOf(verdict) < rankOf(worst)) worst = verdict;
  }
  return worst.status === 'verified' ? ofAll(worst, others.length + 1) : worst;
}

const rankOf = ({ status }: Verdict): number => WORST_FIRST.indexOf(status);

function ofAll(verdict: Verdict, count: number): Verdict {
  if (count === 1) return verdict;
  const checks = verdict.checks.map((check) =>
    check.name === 'signature'
      ? { ...check, detail: `${check.detail}, in each of ${count}` }
      : check,
  );
  return { ...verdict, checks };
}

/** The items of a body that is only read in part are not known. */
function withoutList(first: Judge, input: VerifyInput): Verdict {
  const verdict = first.verify(input);
  if (!first.isPresent(input.view)) return verdict;
  const hint =
    'The body is too large to be read whole, and each of its items would have to be checked.';
  return { ...verdict, status: 'unchecked', reason: 'body-incomplete', hint, secretLabel: null };
}

function tooMany(verdict: Verdict, count: number): Verdict {
  const hint = `The body holds ${count} items with a token each; more than ${MAX_ITEMS} are not checked.`;
  return { ...verdict, status: 'failed', reason: 'signature-malformed', hint, secretLabel: null };
}
