// From the socket to the answer, forwarding included, against the time that the provider gives.

import type { Attempt, Delivery } from '../../../shared/model.ts';
import { dateAndTime } from '../../lib/format.ts';
import { lateStatement } from './answer-words.ts';
import { ConclusionCard } from './ConclusionCard.tsx';
import type { DeliveryContext } from './context.ts';
import { TimingSummary } from './TimingSummary.tsx';
import { forwardOf } from './waterfall.ts';

export function TimingTab({ context }: { context: DeliveryContext }) {
  const { delivery, provider } = context;
  const late = lateStatement(delivery, provider);
  return (
    <div className="flex flex-col gap-4 px-[18px] py-4">
      {late === null ? null : (
        <ConclusionCard tone={late.tone} title="Too late">
          <p className="pl-5">{late.text}</p>
        </ConclusionCard>
      )}
      <TimingSummary context={context} />
      <p className="text-ink3 text-sm">
        Received {dateAndTime(delivery.receivedAt)}. {explanation(delivery, forwardOf(delivery))}
      </p>
    </div>
  );
}

function explanation({ response, timing }: Delivery, forward: Attempt | null): string {
  if (forward === null) return 'Times count from the end of the request’s headers.';
  if (response.source === 'canned') {
    return 'The answer did not wait for your server, which got a copy beside it.';
  }
  if (forward.outcome === 'pending') return 'Your server has not answered yet.';
  if (forward.outcome === 'failure') return 'Your server gave no answer to pass on.';
  const { dnsMs, connectMs, tlsMs } = forward.timing;
  const connected = dnsMs !== null || connectMs !== null || tlsMs !== null;
  const connection = connected
    ? 'The initial connection includes the DNS lookup and TLS.'
    : 'The connection to your server was open already.';
  return timing.answeredMs === null
    ? connection
    : `${connection} “Waiting for server” lasts until its first byte.`;
}
