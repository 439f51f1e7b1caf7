// What an attempt sent to the server: its first line and its headers; the body is the delivery's.

import { Columns2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { CallResults } from '../../../shared/contract.ts';
import type { Attempt } from '../../../shared/model.ts';
import { Button } from '../../components/Button.tsx';
import { Spinner } from '../../components/Spinner.tsx';
import { useDelayed } from '../../components/use-delayed.ts';
import { call } from '../../host.ts';
import { compare, ofAttempt, received } from '../../state/compare.ts';
import { visibleText } from '../../viewers/invisible-characters.ts';
import { ViewerNotice } from '../../viewers/ViewerNotice.tsx';
import { HeaderTable } from './HeaderTable.tsx';

type SentRequest = CallResults['attempts.request'];
type State = { request: SentRequest } | { problem: string } | null;

export function AttemptRequest({ attempt }: { attempt: Attempt }) {
  const state = useRequest(attempt.id);
  const slow = useDelayed(state === null);
  if (state === null) return slow ? <Spinner label="Loading the request" showLabel /> : null;
  if ('problem' in state) return <ViewerNotice tone="bad">{state.problem}</ViewerNotice>;
  const { method, target, headers } = state.request;
  return (
    <section className="mt-1 flex flex-col gap-2">
      <h3>What was sent</h3>
      <p className="wire wrap-anywhere text-ink2">{visibleText(`${method} ${target}`)}</p>
      <HeaderTable label="Request headers" headers={headers} />
      <div className="flex flex-wrap items-center gap-2">
        <p className="flex-1 text-ink3">The body is passed on as it came, byte for byte.</p>
        <Button
          size="sm"
          icon={<Columns2 aria-hidden="true" />}
          onClick={() => compare(received(attempt.deliveryId), ofAttempt('sent', attempt))}
        >
          Compare with what came
        </Button>
      </div>
    </section>
  );
}

function useRequest(id: string): State {
  const [state, setState] = useState<State>(null);
  useEffect(() => {
    let left = false;
    const done = (next: State) => {
      if (!left) setState(next);
    };
    call('attempts.request', { id }).then(
      (request) => done({ request }),
      (error: unknown) => done({ problem: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      left = true;
    };
  }, [id]);
  return state;
}
