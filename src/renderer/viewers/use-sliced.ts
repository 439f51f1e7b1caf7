// Runs sliced work for a component: nothing until it is done, abandoned when the input changes.

import { useEffect, useState } from 'react';
import { runSliced, type Sliced } from './sliced.ts';

/**
 * The result of `make()`, or null while it is worked on. `make` has to be stable (`useCallback`). What
 * the work throws is thrown in render, for the error boundary above.
 */
export function useSliced<T>(make: () => Sliced<T>): T | null {
  const [state, setState] = useState<{ make: () => Sliced<T>; value?: T; error?: unknown } | null>(
    null,
  );
  useEffect(() => {
    const stop = new AbortController();
    runSliced(make(), stop.signal).then(
      (value) => setState({ make, value }),
      (error: unknown) => {
        if (!stop.signal.aborted) setState({ make, error });
      },
    );
    return () => stop.abort();
  }, [make]);
  if (state === null || state.make !== make) return null;
  if ('error' in state) throw state.error;
  return state.value ?? null;
}
