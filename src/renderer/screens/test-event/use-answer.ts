// What a call answers, asked anew whenever it is another question.

import { useEffect, useRef, useState } from 'react';
import type { CallInput, CallName, CallResults } from '../../../shared/contract.ts';
import { call } from '../../host.ts';
import { errorWords } from '../confirm/use-submit.ts';

export type Answer<T> =
  | { state: 'loading' }
  | { state: 'there'; value: T }
  | { state: 'failed'; message: string };

/** For calls that only look: a question that is no longer asked is answered in vain. */
export function useAnswer<N extends CallName>(
  name: N,
  input: CallInput<N>,
): Answer<CallResults[N]> {
  const question = JSON.stringify([name, input]);
  const [found, setFound] = useState<{ question: string; answer: Answer<CallResults[N]> } | null>(
    null,
  );
  const latest = useRef(input);
  useEffect(() => {
    latest.current = input;
  }, [input]);
  useEffect(() => {
    let current = true;
    const keep = (answer: Answer<CallResults[N]>) => current && setFound({ question, answer });
    call(name, latest.current).then(
      (value) => keep({ state: 'there', value }),
      (error: unknown) => keep({ state: 'failed', message: errorWords(error) }),
    );
    return () => {
      current = false;
    };
  }, [question, name]);
  // What is still there of another question must not be taken for this one's answer.
  return found?.question === question ? found.answer : { state: 'loading' };
}
