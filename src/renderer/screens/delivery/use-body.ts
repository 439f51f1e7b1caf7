// A body for the open pane: asked for when it is shown, with its state while that takes time.

import { useEffect, useState } from 'react';
import { type LoadedBody, loadAttemptBody, loadBody } from '../../state/bodies.ts';

export type BodySource = { kind: 'delivery' | 'attempt'; id: string };

export type BodyState =
  | { status: 'loading' }
  | { status: 'ready'; body: LoadedBody }
  | { status: 'error'; message: string };

const LOADING: BodyState = { status: 'loading' };

/** The body and a function that asks for it again after an error. A null id asks for nothing. */
export function useBody(kind: BodySource['kind'], id: string | null): [BodyState, () => void] {
  const [loaded, setLoaded] = useState<{ key: string; state: BodyState } | null>(null);
  const [tries, setTries] = useState(0);
  const key = `${kind} ${id} ${tries}`;
  useEffect(() => {
    if (id === null) return;
    let stale = false;
    const done = (state: BodyState) => {
      if (!stale) setLoaded({ key, state });
    };
    const asked = kind === 'delivery' ? loadBody(id) : loadAttemptBody(id);
    asked.then(
      (body) => done({ status: 'ready', body }),
      (error: unknown) =>
        done({ status: 'error', message: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      stale = true;
    };
  }, [kind, id, key]);
  const state = loaded?.key === key ? loaded.state : LOADING;
  return [state, () => setTries(tries + 1)];
}
