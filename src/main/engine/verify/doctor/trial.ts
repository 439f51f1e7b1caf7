// Tries out a change: the ordinary judge of the changed rule judges the changed request. A match is a
// proof, because nobody makes a signature match by accident.

import { compileRule } from '../compile.ts';
import type { Rule } from '../provider.ts';
import type { Judge, RuleContext } from '../scheme.ts';
import { createView } from '../view.ts';
import type { Case, Change } from './case.ts';

/** True when the signature matches under the change. Its age is left out: that is another matter. */
export function matches(subject: Case, change: Change): boolean {
  const { rules, context } = change.rules ?? subject;
  const { view } = subject;
  const changed = change.request
    ? createView(
        {
          method: view.method,
          target: view.target,
          publicOrigin: view.publicOrigin,
          calledUrl: view.calledUrl,
          headers: view.headers,
          body: view.body,
          ...change.request,
        },
        true,
      )
    : view;
  const secrets = change.secrets ?? subject.secrets;
  const input = {
    view: changed,
    secrets,
    lockedSecrets: false,
    keys: subject.keys,
    toleranceSeconds: 'off' as const,
    receivedAt: subject.receivedAt,
  };
  return rules.some((rule) => {
    const judge = judgeOf(rule, context, change);
    if (judge === null || !judge.isPresent(changed) || !judge.applies(changed)) return false;
    return judge.verify(input).checks.some(({ name, ok }) => name === 'signature' && ok);
  });
}

/** Rules as they are, compiled: most trials change something else. */
const compiled = new WeakMap<Rule, Judge | null>();

function judgeOf(rule: Rule, context: RuleContext, change: Change): Judge | null {
  const isAsItIs = !change.rule && !change.judge && change.messageId === undefined;
  const known = isAsItIs ? compiled.get(rule) : undefined;
  if (known !== undefined) return known;
  const judge = compileChanged(rule, context, change);
  if (isAsItIs) compiled.set(rule, judge);
  return judge;
}

function compileChanged(rule: Rule, context: RuleContext, change: Change): Judge | null {
  const changed = change.rule ? change.rule(rule) : rule;
  if (changed === null || changed.scheme === 'none') return null;
  const { messageId = context.messageId } = change;
  const inContext = { ...context, messageId };
  const judge = change.judge ? change.judge(changed, inContext) : compileRule(changed, inContext);
  return judge === null || 'problem' in judge ? null : judge;
}
