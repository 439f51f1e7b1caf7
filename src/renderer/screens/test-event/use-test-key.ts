// The public half of the key that signs an endpoint's test events; made when it is first looked at.

import { useEffect, useState } from 'react';
import type { CallResults } from '../../../shared/contract.ts';
import { call } from '../../host.ts';
import { errorWords } from '../confirm/use-submit.ts';

export type TestKeyState =
  | { state: 'loading' }
  | { state: 'there'; key: CallResults['endpoints.testKey'] }
  | { state: 'failed'; message: string };

export function useTestKey(id: string, provider: string): TestKeyState {
  const of = JSON.stringify([id, provider]);
  const [found, setFound] = useState<{ of: string; state: TestKeyState } | null>(null);
  useEffect(() => {
    let current = true;
    const keep = (state: TestKeyState) => current && setFound({ of, state });
    call('endpoints.testKey', { id, provider }).then(
      (key) => keep({ state: 'there', key }),
      (error: unknown) => keep({ state: 'failed', message: errorWords(error) }),
    );
    return () => {
      current = false;
    };
  }, [of, id, provider]);
  // A key of another endpoint must not be copied for this one's.
  return found?.of === of ? found.state : { state: 'loading' };
}
