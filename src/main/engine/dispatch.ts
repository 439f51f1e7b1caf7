// One door for every call, whoever makes it: the name is known, the input is checked, and what goes
// wrong comes back as a code and a sentence.

import type { z } from 'zod';
import { calls } from '../../shared/calls.ts';
import type { CallName, Handlers } from '../../shared/contract.ts';
import type { WireError } from '../../shared/rpc.ts';
import { describeError } from './errors.ts';

export type Answer = { ok: true; result: unknown } | { ok: false; error: WireError };
export type Dispatch = (name: string, input: unknown) => Promise<Answer>;

/** Never rejects. `onInternalError` hears of bugs, whose stacks do not leave this process. */
export function createDispatch(
  handlers: Handlers,
  onInternalError: (error: unknown) => void,
): Dispatch {
  return async (name, input) => {
    if (!isCallName(name)) {
      return refuse('unknown-call', `There is no call “${name.slice(0, 100)}”.`);
    }
    const checked = calls[name].safeParse(input ?? {});
    if (!checked.success) return refuse('bad-input', explain(checked.error));
    try {
      const handler = handlers[name] as (input: unknown) => unknown;
      return { ok: true, result: await handler(checked.data) };
    } catch (error) {
      const described = describeError(error);
      if (described.code === 'internal') onInternalError(error);
      return { ok: false, error: described };
    }
  };
}

/** Own names only: `constructor` and `__proto__` are not calls. */
function isCallName(name: string): name is CallName {
  return Object.hasOwn(calls, name);
}

function refuse(code: string, message: string): Answer {
  return { ok: false, error: { code, message } };
}

/** The first problem, where it is and what is wrong, without repeating the value. */
function explain(error: z.ZodError): string {
  const issue = error.issues[0];
  if (!issue) return 'The input is not valid.';
  const place = issue.path.length === 0 ? 'The input' : issue.path.join('.');
  return `${place}: ${issue.message}`;
}
