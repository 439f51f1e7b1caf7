// A side of a comparison for a component: fetched when it is chosen.

import { useEffect, useState } from 'react';
import type { CompareSide } from '../../state/view.ts';
import { type LoadedSide, loadSide } from './side.ts';

export type SideState =
  | { status: 'loading' }
  | { status: 'ready'; side: LoadedSide }
  | { status: 'error'; message: string };

const LOADING: SideState = { status: 'loading' };

/** `side` has to be the same object for as long as it is the same side. */
export function useSide(side: CompareSide): SideState {
  const [loaded, setLoaded] = useState<{ of: CompareSide; state: SideState } | null>(null);
  useEffect(() => {
    const left = new AbortController();
    const done = (state: SideState) => {
      if (!left.signal.aborted) setLoaded({ of: side, state });
    };
    loadSide(side, left.signal).then(
      (ready) => done({ status: 'ready', side: ready }),
      (error: unknown) =>
        done({ status: 'error', message: error instanceof Error ? error.message : String(error) }),
    );
    return () => left.abort();
  }, [side]);
  return loaded?.of === side ? loaded.state : LOADING;
}
