// Asks the store what was captured that fits what is being typed, one question at a time.

import { useEffect, useState } from 'react';
import type { Suggestion } from '../../../shared/finding.ts';
import type { Completion } from '../../../shared/query/complete.ts';
import { call } from '../../host.ts';
import { later } from '../../lib/later.ts';
import { type FilterOption, optionsFor, questionFor } from './options.ts';

const TYPING_MS = 80;

interface Answer {
  question: string;
  items: readonly Suggestion[];
}

/** The options at a place of the draft; none while `active` is false. */
export function useOptions(draft: string, completion: Completion, active: boolean): FilterOption[] {
  const [answer, setAnswer] = useState<Answer>({ question: '', items: [] });
  const asked = active ? questionFor(completion) : null;
  const question = asked === null ? '' : JSON.stringify(asked);

  useEffect(() => {
    if (question === '') return;
    let over = false;
    const stop = later(TYPING_MS, () => {
      call('deliveries.suggest', JSON.parse(question)).then(
        ({ items }) => {
          if (!over) setAnswer({ question, items });
        },
        // Without suggestions one can still type.
        () => {},
      );
    });
    return () => {
      over = true;
      stop();
    };
  }, [question]);

  if (!active) return [];
  return optionsFor(draft, completion, answer.question === question ? answer.items : []);
}
