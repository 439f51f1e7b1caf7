// The sample of a provider's event, fetched anew whenever another is chosen.

import { useEffect, useState } from 'react';
import { call } from '../../host.ts';
import { errorWords } from '../confirm/use-submit.ts';

export interface SampleText {
  eventType: string;
  contentType: string | null;
  body: string;
}

export type SampleState =
  | { state: 'loading' }
  | { state: 'there'; sample: SampleText }
  | { state: 'failed'; message: string };

export function useSample(provider: string, eventType: string | null): SampleState {
  const key = JSON.stringify([provider, eventType]);
  const [found, setFound] = useState<{ key: string; state: SampleState } | null>(null);
  useEffect(() => {
    let current = true;
    const input = { provider, ...(eventType !== null && { eventType }) };
    const keep = (state: SampleState) => current && setFound({ key, state });
    call('providers.sample', input).then(
      (sample) => keep({ state: 'there', sample }),
      (error: unknown) => keep({ state: 'failed', message: errorWords(error) }),
    );
    return () => {
      current = false;
    };
  }, [key, provider, eventType]);
  // What is still there of another choice must not be sent.
  return found?.key === key ? found.state : { state: 'loading' };
}
