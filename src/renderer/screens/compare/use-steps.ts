// Leading from one difference to the next: the dialog has the keys, what is shown knows the places.

import { createContext, type RefObject, useContext, useEffect, useRef } from 'react';

/** Brings the next difference into view, or with -1 the previous one; null where there is none. */
export type Step = ((by: 1 | -1) => void) | null;

export const StepContext = createContext<RefObject<Step> | null>(null);

/** What the keys do from now on. */
export function useStep(step: Step): void {
  const place = useContext(StepContext);
  useEffect(() => {
    if (place === null) return;
    place.current = step;
    return () => {
      if (place.current === step) place.current = null;
    };
  }, [place, step]);
}

/** Counts through `count` differences; past the last comes the first. */
export function useCountedSteps(count: number, show: (index: number) => void): void {
  const at = useRef<number | null>(null);
  useStep((by) => {
    if (count === 0) return;
    const from = at.current ?? (by === 1 ? -1 : 0);
    at.current = (from + by + count) % count;
    show(at.current);
  });
}
