// A body for the open pane: asked for when it is shown, with its state while that takes time.

import { useEffect, useState } from 'react';
import {
  type BodyProgress,
  type LoadedBody,
  loadAttemptBody,
  loadBody,
} from '../../state/bodies.ts';

export type BodySource = { kind: 'delivery' | 'attempt'; id: string };

export type BodyState =
  | { status: 'loading'; progress: BodyProgress | null }
  | { status: 'ready'; body: LoadedBody }
  | { status: 'error'; message: string };

const LOADING: BodyState = { status: 'loading', progress: null };

/** The body and a function that asks for it again after an error. A null id asks for nothing. */
export function useBody(kind: BodySource['kind'], id: string | null): [BodyState, () => void] {
  const [loaded, setLoaded] = useState<{ key: string; state: BodyState } | null>(null);
  const [tries, setTries] = useState(0);
  const key = `${kind} ${id} ${tries}`;
  useEffect(() => {
    if (id === null) return;
    const left = new AbortController();
    const done = (state: BodyState) => {
      if (!left.signal.aborted) setLoaded({ key, state });
    };
    const onProgress = (progress: BodyProgress) => done({ status: 'loading', progress });
    const asked =
      kind === 'delivery' ? loadBody(id, { onProgress, signal: left.signal }) : loadAttemptBody(id);
    asked.then(
      (body) => done({ status: 'ready', body }),
      (error: unknown) =>
        done({ status: 'error', message: error instanceof Error ? error.message : String(error) }),
    );
    return () => left.abort();
  }, [kind, id, key]);
  const state = loaded?.key === key ? loaded.state : LOADING;
  return [state, () => setTries(tries + 1)];
}
