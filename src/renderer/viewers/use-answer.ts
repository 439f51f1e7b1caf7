// Lets a component answer what the keys and the palette ask of the body on the screen.

import { useEffect, useRef } from 'react';
import { answerAsk, type BodyAsk } from './ask.ts';

/** Null where there is nothing to do yet. */
export function useAnswer(ask: BodyAsk, answer: (() => void) | null): void {
  const latest = useRef(answer);
  useEffect(() => {
    latest.current = answer;
  }, [answer]);
  const able = answer !== null;
  useEffect(() => (able ? answerAsk(ask, () => latest.current?.()) : undefined), [ask, able]);
}
