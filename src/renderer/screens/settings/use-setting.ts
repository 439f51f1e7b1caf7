// Saves one setting as it changes, and says how that went.

import { useState } from 'react';
import type { CallInput } from '../../../shared/contract.ts';
import { call } from '../../host.ts';
import { errorWords } from '../confirm/use-submit.ts';

export type SaveState =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved' }
  | { kind: 'failed'; message: string };

export interface Saving {
  state: SaveState;
  save(change: CallInput<'settings.update'>): void;
  clear(): void;
}

export function useSaving(): Saving {
  const [state, setState] = useState<SaveState>({ kind: 'idle' });
  return {
    state,
    clear: () => setState({ kind: 'idle' }),
    save(change) {
      setState({ kind: 'saving' });
      call('settings.update', change).then(
        () => setState({ kind: 'saved' }),
        (error: unknown) => setState({ kind: 'failed', message: errorWords(error) }),
      );
    },
  };
}
