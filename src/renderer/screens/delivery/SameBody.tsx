// The earlier delivery that had the same body, while the open one has another id or none.

import { useEffect, useState } from 'react';
import type { Delivery, DeliverySummary } from '../../../shared/model.ts';
import { Button } from '../../components/Button.tsx';
import { call } from '../../host.ts';
import { compareWithEarlier } from '../../state/repeats.ts';
import { useView } from '../../state/view.ts';
import { sameBodyWords } from './group-words.ts';
import { CompareButton, RepeatFrame } from './RepeatFrame.tsx';

export function SameBody({ delivery, as }: { delivery: Delivery; as: string }) {
  const select = useView((view) => view.select);
  const earlier = useSummary(as);
  return (
    <RepeatFrame
      label="The same body"
      title={
        delivery.messageId === null
          ? 'The same body came before'
          : 'The same body came before, under another id'
      }
      text={earlier === undefined ? '' : sameBodyWords(delivery, earlier)}
    >
      {earlier === null ? null : (
        <>
          <CompareButton kbd="B" onClick={compareWithEarlier} />
          <Button size="sm" variant="ghost" onClick={() => select(as)}>
            Show it
          </Button>
        </>
      )}
    </RepeatFrame>
  );
}

/** Undefined until it is known, and where it cannot be asked for; null when it is gone. */
function useSummary(id: string): DeliverySummary | null | undefined {
  const [found, setFound] = useState<DeliverySummary | null>();
  useEffect(() => {
    let left = false;
    call('deliveries.list', { ids: [id] }).then(
      ({ items }) => {
        if (!left) setFound(items[0] ?? null);
      },
      // Without it the time is not told; everything else stays as it is.
      () => {},
    );
    return () => {
      left = true;
    };
  }, [id]);
  return found;
}
