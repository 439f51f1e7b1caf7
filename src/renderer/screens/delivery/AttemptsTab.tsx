// Every try of ours to deliver it to a server, the newest first; one of them open.

import { ChevronRight, RotateCcw, Send } from 'lucide-react';
import { useState } from 'react';
import type { Attempt } from '../../../shared/model.ts';
import { Button } from '../../components/Button.tsx';
import { Chip } from '../../components/Chip.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { cx } from '../../lib/cx.ts';
import { duration, timeOfDay } from '../../lib/format.ts';
import { openForward, replay } from '../../state/actions.ts';
import { useView } from '../../state/view.ts';
import { AttemptDetail } from './AttemptDetail.tsx';
import { outcomeWords, triggerWord } from './attempt-words.ts';
import type { DeliveryContext } from './context.ts';
import { destinationBehind } from './replay-destination.ts';

export function AttemptsTab({ context }: { context: DeliveryContext }) {
  const { delivery } = context;
  const { attempts } = delivery;
  const newest = attempts.at(-1);
  // Undefined: the newest, also when a newer one comes. Null: none.
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  const open = chosen === undefined ? newest?.id : chosen;
  if (newest === undefined) return <NoAttempts context={context} />;
  return (
    <div className="flex flex-col gap-3 px-[18px] py-4">
      <div className="flex items-center gap-1.5">
        <p className="flex-1 text-ink3">
          {attempts.length === 1
            ? 'Sent to a server once'
            : `Sent to a server ${attempts.length} times`}
        </p>
        <Button
          size="sm"
          disabled={delivery.state !== 'complete'}
          icon={<RotateCcw aria-hidden="true" />}
          onClick={() => {
            setChosen(undefined);
            replayLike(newest, context);
          }}
        >
          Replay again
        </Button>
      </div>
      <ul className="@container/attempts overflow-hidden rounded-card border border-line">
        {attempts.toReversed().map((attempt) => (
          <AttemptItem
            key={attempt.id}
            attempt={attempt}
            before={answeredBefore(attempts, attempt)}
            open={attempt.id === open}
            onToggle={() => setChosen(attempt.id === open ? null : attempt.id)}
          />
        ))}
      </ul>
    </div>
  );
}

/** The last attempt before this one that was answered. */
function answeredBefore(attempts: readonly Attempt[], attempt: Attempt): Attempt | null {
  const earlier = attempts.slice(0, attempts.indexOf(attempt));
  const isAnswer = ({ outcome, trigger }: Attempt) =>
    outcome === 'response' && trigger !== 'handshake';
  return earlier.findLast(isAnswer) ?? null;
}

/** To where the attempt went; where that cannot be told, the dialog asks. */
function replayLike({ destination }: Attempt, { delivery, endpoint }: DeliveryContext): void {
  const behind = destinationBehind(destination, delivery.target, endpoint?.path ?? '/');
  if (behind === null) openForward(delivery.id);
  else void replay(delivery.id, behind);
}

interface AttemptItemProps {
  attempt: Attempt;
  before: Attempt | null;
  open: boolean;
  onToggle: () => void;
}

function AttemptItem({ attempt, before, open, onToggle }: AttemptItemProps) {
  const { tone, word } = outcomeWords(attempt);
  const started = timeOfDay(attempt.startedAt);
  return (
    <li className="border-line2 not-first:border-t">
      <button
        type="button"
        aria-expanded={open}
        onClick={onToggle}
        className={cx(
          'ring-inside grid w-full grid-cols-[14px_auto_minmax(0,1fr)_auto] items-center gap-x-2.5 px-3 py-2 text-left hover:bg-hover',
          open && 'bg-sel hover:bg-sel',
        )}
      >
        <ChevronRight
          aria-hidden="true"
          className={cx('size-3.5 text-ink3 transition-transform duration-75', open && 'rotate-90')}
        />
        <Chip tone={tone} word={word} />
        <span className="truncate">
          <span className="font-medium">{triggerWord(attempt.trigger)}</span>{' '}
          <span className="ml-1 text-ink3">
            {started.slice(0, 8)}
            <span className="@max-[340px]/attempts:hidden">{started.slice(8)}</span>
          </span>
        </span>
        <span className="wire text-right text-ink2">{duration(attempt.timing.totalMs)}</span>
        <span
          className="wire col-span-3 col-start-2 mt-1 truncate text-ink3"
          title={attempt.destination}
        >
          {attempt.destination}
        </span>
      </button>
      {open ? <AttemptDetail attempt={attempt} before={before} /> : null}
    </li>
  );
}

function NoAttempts({ context: { delivery, endpoint } }: { context: DeliveryContext }) {
  const openDialog = useView((view) => view.open);
  const destination = endpoint?.forwardTo ?? null;
  if (delivery.state !== 'complete') {
    return (
      <EmptyState icon={<Send />} title="Not sent to a server">
        Only a request that arrived whole can be passed on or replayed.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<Send />}
      title="Not sent to a server yet"
      actions={
        <>
          {endpoint === null || destination !== null ? null : (
            <Button onClick={() => openDialog({ kind: 'endpoint', endpointId: endpoint.id })}>
              Set a destination
            </Button>
          )}
          <Button
            onClick={() =>
              destination === null ? openForward(delivery.id) : void replay(delivery.id)
            }
          >
            {destination === null ? 'Forward this one to…' : 'Replay'}
          </Button>
        </>
      }
    >
      {destination === null
        ? 'Set a destination, such as http://localhost:3000, and every delivery to this endpoint is passed on to it with the exact bytes. Each try is listed here with its answer.'
        : 'Replay sends the exact bytes to your server. Each try is listed here with its answer.'}
    </EmptyState>
  );
}
