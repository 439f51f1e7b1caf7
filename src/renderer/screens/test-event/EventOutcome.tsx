// What came of a test event: the answer, whether its signature held here, and the way to its delivery.

import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { SentTest } from '../../../shared/contract.ts';
import { Button } from '../../components/Button.tsx';
import { VerdictChip } from '../../components/VerdictChip.tsx';
import { cx } from '../../lib/cx.ts';
import { useView } from '../../state/view.ts';

export interface EventOutcomeProps {
  sent: SentTest | null;
  /** The delivery is shown: what hides it goes. */
  onOpen: () => void;
}

export function EventOutcome({ sent, onOpen }: EventOutcomeProps) {
  return (
    <div role="status" className="flex min-w-0 flex-1 items-center gap-2">
      {sent === null ? null : <Told sent={sent} onOpen={onOpen} />}
    </div>
  );
}

function Told({ sent, onOpen }: { sent: SentTest; onOpen: () => void }) {
  const { eventType, status, delivery } = sent;
  const Icon = status < 400 ? CircleCheck : TriangleAlert;
  const open = (id: string, endpointId: string) => {
    const view = useView.getState();
    // What the list leaves out cannot be read in it.
    const isListed = view.endpointId === null || view.endpointId === endpointId;
    if (!isListed || view.only !== null) view.setScope({ endpointId: null, only: null });
    view.setQuery('');
    view.select(id);
    onOpen();
  };
  return (
    <>
      <Icon
        aria-hidden="true"
        className={cx('size-3.5 flex-none', status < 400 ? 'text-ok' : 'text-warn')}
      />
      <span className="min-w-0 truncate" title={eventType}>
        Sent {eventType}. It was answered {status}.
      </span>
      {delivery === null ? null : (
        <>
          <VerdictChip {...delivery} />
          <Button size="sm" onClick={() => open(delivery.id, delivery.endpointId)}>
            Open the delivery
          </Button>
        </>
      )}
    </>
  );
}
