// The right-hand pane: the selected delivery in its tabs, or why there is none.

import { MousePointerClick, Unplug } from 'lucide-react';
import { useEffect, useState } from 'react';
import { assertNever } from '../../../shared/assert-never.ts';
import type { OpenedDelivery } from '../../../shared/model.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { Spinner } from '../../components/Spinner.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { useDelayed } from '../../components/use-delayed.ts';
import { useApp } from '../../state/app.ts';
import { useDetail } from '../../state/detail.ts';
import { type DetailTab, useView } from '../../state/view.ts';
import { NoteLine } from '../inbox/NoteLine.tsx';
import { AttemptsTab } from './AttemptsTab.tsx';
import { BodyTab } from './BodyTab.tsx';
import { type DeliveryContext, useDeliveryContext } from './context.ts';
import { DeliveryHead } from './DeliveryHead.tsx';
import { HeadersTab } from './HeadersTab.tsx';
import { leads } from './NextStepButton.tsx';
import { OverviewTab } from './OverviewTab.tsx';
import { RepeatBar } from './RepeatBar.tsx';
import { SignatureTab } from './SignatureTab.tsx';
import { signatureConclusion } from './signature-words.ts';
import { TimingTab } from './TimingTab.tsx';

export function DeliveryPane() {
  const detail = useDetail();
  const last = useLast(detail.delivery);
  switch (detail.status) {
    case 'none':
      return <NothingSelected />;
    case 'loading':
      return <Loading before={last} />;
    case 'error':
      return <NotThere message={detail.error} onRetry={detail.reload} />;
    case 'ready':
      return <Shown key={detail.id} delivery={detail.delivery} />;
    default:
      return assertNever(detail);
  }
}

/** The delivery that was shown last: it stays for a moment, so that moving on does not flicker. */
function useLast(delivery: OpenedDelivery | null): OpenedDelivery | null {
  const [last, setLast] = useState(delivery);
  useEffect(() => {
    if (delivery !== null) setLast(delivery);
  }, [delivery]);
  return last;
}

function Loading({ before }: { before: OpenedDelivery | null }) {
  const slow = useDelayed(true);
  if (before !== null && !slow) {
    return (
      <div inert aria-busy="true" className="h-full">
        <Shown key={before.id} delivery={before} />
      </div>
    );
  }
  return (
    <div className="p-5">
      <Spinner label="Loading the delivery" showLabel />
    </div>
  );
}

function Shown({ delivery }: { delivery: OpenedDelivery }) {
  const context = useDeliveryContext(delivery);
  const tab = useView((view) => view.tab);
  const setTab = useView((view) => view.setTab);
  const { next } = signatureConclusion(delivery, context.provider);
  const judging = tab === 'overview' || tab === 'signature';
  const guessed = delivery.guesses.length > 0 && context.endpoint?.provider === null;
  return (
    <section aria-label="Delivery" className="flex h-full min-w-0 flex-col bg-panel">
      <DeliveryHead context={context} leading={!(judging && (leads(next) || guessed))} />
      <RepeatBar delivery={delivery} />
      <NoteLine id={delivery.id} note={delivery.note} />
      <Tabs<DetailTab>
        label="Parts of the delivery"
        value={tab}
        onValue={setTab}
        className="mt-3.5 flex-1"
        listClassName="px-[18px]"
        items={[
          { value: 'overview', label: 'Overview' },
          { value: 'body', label: 'Body' },
          { value: 'headers', label: 'Headers', note: delivery.headers.length },
          { value: 'signature', label: 'Signature' },
          { value: 'timing', label: 'Timing' },
          { value: 'attempts', label: 'Attempts', note: delivery.attempts.length },
        ]}
      >
        <Panel tab={tab} context={context} />
      </Tabs>
    </section>
  );
}

function Panel({ tab, context }: { tab: DetailTab; context: DeliveryContext }) {
  switch (tab) {
    case 'overview':
      return <OverviewTab context={context} />;
    case 'body':
      return <BodyTab context={context} />;
    case 'headers':
      return <HeadersTab context={context} />;
    case 'signature':
      return <SignatureTab context={context} />;
    case 'timing':
      return <TimingTab context={context} />;
    case 'attempts':
      return <AttemptsTab context={context} />;
    default:
      return assertNever(tab);
  }
}

function NothingSelected() {
  const received = useApp((app) => app.stats.deliveries > 0);
  if (!received) {
    return (
      <EmptyState icon={<MousePointerClick />} title="Deliveries open here">
        With what came, whether its signature holds and what was answered.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<MousePointerClick />} title="No delivery selected">
      Choose one in the list to see what came, whether its signature holds and what was answered.{' '}
      <Kbd>J</Kbd> and <Kbd>K</Kbd> move through it.
    </EmptyState>
  );
}

function NotThere({ message, onRetry }: { message: string; onRetry: () => void }) {
  const select = useView((view) => view.select);
  return (
    <EmptyState
      icon={<Unplug />}
      title="This delivery cannot be shown"
      actions={
        <>
          <Button onClick={onRetry}>Try again</Button>
          <Button onClick={() => select(null)}>Close</Button>
        </>
      }
    >
      {message}
    </EmptyState>
  );
}
