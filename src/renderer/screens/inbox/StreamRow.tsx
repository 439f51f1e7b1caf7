// One delivery in the list.

import { Pin, StickyNote } from 'lucide-react';
import { memo } from 'react';
import type { DeliverySummary } from '../../../shared/model.ts';
import { Glyph } from '../../components/Glyph.tsx';
import { LabelSign } from '../../components/LabelSign.tsx';
import { VerdictChip } from '../../components/VerdictChip.tsx';
import { cx } from '../../lib/cx.ts';
import { bytes, duration, timeOfDay } from '../../lib/format.ts';
import { repeatNote, repeatWords } from '../../lib/repeat-words.ts';
import { requestLine } from '../../lib/request-name.ts';
import { answerWords, rowSentence, statusTone, subjectOf } from '../../lib/row-words.ts';

export interface StreamRowProps {
  delivery: DeliverySummary;
  providerName: string | null;
  index: number;
  /** How many rows there are in all. */
  of: number;
  /** Pixels from the top of the list. */
  top: number;
  /** It is the open one, or the one that leads a choice of several. */
  leading: boolean;
  selected: boolean;
  onSelect: (delivery: DeliverySummary, held: HeldKeys) => void;
}

/** What was held while a row was clicked. */
export type HeldKeys = Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>;

const STATUS = { ok: 'text-ok', plain: 'text-ink2', warn: 'text-warn', bad: 'text-bad' };

/** The `id` attribute of a row, for the list's `aria-activedescendant`. */
export const rowElementId = (deliveryId: string): string => `row-${deliveryId}`;

/** The delivery of the row that an element is in; null when it is in none. */
export function deliveryIdOfRow(element: Element): string | null {
  return element.closest('[role="option"]')?.id.replace(/^row-/, '') ?? null;
}

/** The place of a delivery in the list. Cheap to render: most arrivals only move it. */
export function StreamRow(props: StreamRowProps) {
  const { delivery, providerName, index, of, top, leading, selected, onSelect } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox around it has the focus and the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the listbox points here with aria-activedescendant
    <div
      role="option"
      id={rowElementId(delivery.id)}
      aria-selected={selected}
      aria-posinset={index + 1}
      aria-setsize={of}
      onMouseDown={keepFromMarkingText}
      onClick={(event) => onSelect(delivery, event)}
      style={{ transform: `translateY(${top}px)` }}
      className={cx(
        'absolute inset-x-0 top-0 h-(--row) contain-strict',
        selected ? 'bg-sel' : 'hover:bg-hover',
        leading && 'before:absolute before:inset-y-0 before:left-0 before:w-[3px] before:bg-accent',
      )}
    >
      <Content delivery={delivery} providerName={providerName} />
    </div>
  );
}

/** With Shift the browser would mark the text of the rows between. */
function keepFromMarkingText(event: React.MouseEvent): void {
  if (!event.shiftKey) return;
  event.preventDefault();
  event.currentTarget.closest<HTMLElement>('[data-stream]')?.focus();
}

type CellsProps = Pick<StreamRowProps, 'delivery' | 'providerName'>;

/** What a row says: cells for the eye, a sentence for the ear. It renders again only when they change. */
const Content = memo(function Content({ delivery, providerName }: CellsProps) {
  return (
    <>
      <span className="sr-only">{rowSentence(delivery, providerName)}</span>
      <Cells delivery={delivery} providerName={providerName} />
    </>
  );
});

function Cells({ delivery, providerName }: CellsProps) {
  const time = timeOfDay(delivery.receivedAt);
  const answer = answerWords(delivery);
  const { status } = delivery.response;
  return (
    <div aria-hidden="true" className="stream-grid h-full border-line2 border-b">
      <span data-column="time" className="wire text-ink2">
        {time}
      </span>
      <span data-column="method" className="wire truncate font-semibold text-ink2">
        {delivery.method === '' ? '–' : delivery.method}
      </span>
      <Subject delivery={delivery} providerName={providerName} time={time.slice(0, 8)} />
      <span>
        <VerdictChip {...delivery} />
      </span>
      <span
        title={answer.sentence}
        className={cx('wire font-semibold', STATUS[status === null ? 'plain' : statusTone(status)])}
      >
        {answer.text}
      </span>
      <span data-column="size" className="wire text-right text-ink2">
        {bytes(delivery.bodySize)}
      </span>
      <span data-column="took" className="wire text-right text-ink2">
        {duration(delivery.durationMs)}
      </span>
    </div>
  );
}

/**
 * One line; two in a narrow list, with the time that has no column of its own there. Where room is
 * scarce the path goes first, then what was not said yet of a repetition, then the name's end.
 */
function Subject({ delivery, providerName, time }: CellsProps & { time: string }) {
  const { bold, grey } = subjectOf(delivery);
  const note = repeatNote(delivery);
  const told = [bold, repeatWords(delivery) ?? '', grey].filter((part) => part !== '');
  return (
    <span className="flex min-w-0 items-center gap-[9px]">
      <span title={providerName ?? 'No provider'} className="flex-none @max-[370px]/stream:hidden">
        <Glyph name={providerName} />
      </span>
      <span
        className="min-w-0 flex-1 @min-[520px]/stream:flex @max-[520px]/stream:leading-[calc(var(--row)/2-1px)]"
        title={told.join('  ')}
      >
        <span
          className={cx(
            'truncate @max-[520px]/stream:block',
            requestLine(delivery) === null ? 'text-ink2' : 'font-[560] text-ink',
          )}
        >
          {bold}
        </span>
        <span className="text-ink3 @min-[520px]/stream:contents @max-[520px]/stream:block @max-[520px]/stream:truncate @max-[520px]/stream:text-xs @max-[520px]/stream:leading-[calc(var(--row)/3+2px)]">
          <span className="@min-[520px]/stream:hidden font-mono">{time}</span>
          {note === null ? null : (
            <>
              <span className="ml-2 flex-none @max-[520px]/stream:ml-1.5">{note[0]}</span>
              <span className="shrink-[10000] truncate whitespace-pre">{note[1]}</span>
            </>
          )}
          {grey === '' ? null : (
            <span className="ml-2 shrink-[100000000] truncate @max-[520px]/stream:ml-1.5">
              {grey}
            </span>
          )}
        </span>
      </span>
      {delivery.label === null ? null : <LabelSign label={delivery.label} />}
      {delivery.note === null ? null : (
        <span title={delivery.note.slice(0, 300)} className="flex-none">
          <StickyNote aria-hidden="true" className="size-3 text-ink3" />
        </span>
      )}
      {delivery.pinned ? (
        <Pin aria-hidden="true" className="size-3 flex-none fill-current text-ink3" />
      ) : null}
    </span>
  );
}

const SKELETON = [
  ['time', 'w-[68px]'],
  ['method', 'w-8'],
  ['event', 'w-2/5'],
  ['verdict', 'w-16'],
  ['answer', 'w-6'],
] as const;

/** Holds the place of a row that is being fetched. */
export function SkeletonRow({ top }: { top: number }) {
  return (
    <div
      role="presentation"
      style={{ transform: `translateY(${top}px)` }}
      className="stream-grid absolute inset-x-0 top-0 h-(--row) border-line2 border-b"
    >
      {SKELETON.map(([column, width]) => (
        <span key={column} data-column={column} className={cx('h-2 rounded bg-line2', width)} />
      ))}
    </div>
  );
}
