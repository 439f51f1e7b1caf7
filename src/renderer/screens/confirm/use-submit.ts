// One call at a time from a dialog: no double submit, and what went wrong in words.

import { useRef, useState } from 'react';

export interface Submit {
  pending: boolean;
  /** What the last try came to, in words; null while it is well. */
  error: string | null;
  /** Runs the work unless some is under way already. */
  run(work: () => Promise<void>): void;
  setError(error: string | null): void;
}

export function useSubmit(): Submit {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  // State alone would let two clicks of one frame through.
  const busy = useRef(false);

  const run = (work: () => Promise<void>) => {
    if (busy.current) return;
    busy.current = true;
    setPending(true);
    setError(null);
    work()
      .catch((problem: unknown) => setError(errorWords(problem)))
      .finally(() => {
        busy.current = false;
        setPending(false);
      });
  };
  return { pending, error, run, setError };
}

/** What an error says, for showing it. */
export function errorWords(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
