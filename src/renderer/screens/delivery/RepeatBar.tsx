// What the open delivery repeats: the other deliveries of its message, or the one that had the same body.

import { ChevronDown, ChevronLeft, ChevronRight, Columns2, Repeat2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Delivery, GroupMember } from '../../../shared/model.ts';
import { Button } from '../../components/Button.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { cx } from '../../lib/cx.ts';
import { count } from '../../lib/format.ts';
import { compare, received } from '../../state/compare.ts';
import { compareWithEarlier, goInGroup, neighbour, useGroupView } from '../../state/repeats.ts';
import { useView } from '../../state/view.ts';
import { GroupList } from './GroupList.tsx';
import { groupWords, likenessWords } from './group-words.ts';
import { useLikeness } from './use-likeness.ts';

export function RepeatBar({ delivery }: { delivery: Delivery }) {
  if (delivery.group.length > 1) return <Group delivery={delivery} />;
  if (delivery.redelivery !== null) return <Alone delivery={delivery} />;
  return delivery.sameBodyAs === null ? null : (
    <SameBody delivery={delivery} as={delivery.sameBodyAs} />
  );
}

function Group({ delivery }: { delivery: Delivery }) {
  const { id, group } = delivery;
  const isOpen = useGroupView((view) => view.isOpen);
  const before = neighbour(delivery, -1);
  const after = neighbour(delivery, 1);
  const near = before ?? after;
  const others = group.filter((member) => member.id !== id);
  const likeness = useLikeness(delivery, isOpen ? nearFirst(others, near) : nearFirst([], near));
  return (
    <Frame
      label="Deliveries of this message"
      title={groupWords(delivery)}
      walk={<Walk isFirst={before === null} isLast={after === null} />}
      text={near === null ? '' : likenessWords(likeness.get(near.id), near.ordinal)}
      below={isOpen ? <GroupList delivery={delivery} likeness={likeness} /> : null}
    >
      {before === null ? (
        <CompareButton onClick={() => near && compare(received(id), received(near.id))} />
      ) : (
        <CompareButton kbd="B" onClick={compareWithEarlier} />
      )}
      <Button
        size="sm"
        variant="ghost"
        aria-expanded={isOpen}
        onClick={() => useGroupView.setState({ isOpen: !isOpen })}
      >
        All {count(group.length)}
        <ChevronDown aria-hidden="true" className={cx(isOpen && 'rotate-180')} />
      </Button>
    </Frame>
  );
}

function Alone({ delivery }: { delivery: Delivery }) {
  return (
    <Frame
      label="Deliveries of this message"
      title={groupWords(delivery)}
      text="The others are not kept any more"
    />
  );
}

function Walk({ isFirst, isLast }: { isFirst: boolean; isLast: boolean }) {
  return (
    <span className="flex">
      <IconButton
        size="sm"
        label="Earlier delivery of this message"
        kbd=","
        disabled={isFirst}
        icon={<ChevronLeft aria-hidden="true" />}
        onClick={() => goInGroup(-1)}
      />
      <IconButton
        size="sm"
        label="Later delivery of this message"
        kbd="."
        disabled={isLast}
        icon={<ChevronRight aria-hidden="true" />}
        onClick={() => goInGroup(1)}
      />
    </span>
  );
}

/** The one that the bar speaks of is looked at first. */
function nearFirst(members: GroupMember[], near: GroupMember | null): GroupMember[] {
  if (near === null) return members;
  return [near, ...members.filter(({ id }) => id !== near.id)];
}

function SameBody({ delivery, as }: { delivery: Delivery; as: string }) {
  const select = useView((view) => view.select);
  return (
    <Frame
      label="The same body"
      title="An earlier delivery has the same body"
      text={
        delivery.messageId === null
          ? 'Nothing says whether it is the same message'
          : 'It came as another message, under another id'
      }
    >
      <CompareButton kbd="B" onClick={compareWithEarlier} />
      <Button size="sm" variant="ghost" onClick={() => select(as)}>
        Show it
      </Button>
    </Frame>
  );
}

function CompareButton({ kbd, onClick }: { kbd?: string; onClick: () => void }) {
  return (
    <Button
      size="sm"
      variant="ghost"
      {...(kbd === undefined ? {} : { kbd })}
      icon={<Columns2 aria-hidden="true" />}
      onClick={onClick}
    >
      Compare
    </Button>
  );
}

interface FrameProps {
  label: string;
  title: string;
  /** Smaller, below the title; its line is there also while it is empty. */
  text: string;
  /** Leads to the others, beside the title. */
  walk?: ReactNode;
  /** Buttons. */
  children?: ReactNode;
  below?: ReactNode;
}

function Frame({ label, title, text, walk, children, below = null }: FrameProps) {
  return (
    <section
      aria-label={label}
      className="@container/repeats mx-[18px] mt-3 flex-none overflow-hidden rounded-control border border-line"
    >
      <div className="flex items-center gap-2 pt-1.5 pr-1.5 pl-3">
        <Repeat2 aria-hidden="true" className="size-3.5 flex-none text-ink3" />
        <p className="min-w-0 flex-1 truncate text-ink" title={title}>
          {title}
        </p>
        {walk}
      </div>
      <div className="flex min-h-[30px] flex-wrap items-center justify-end gap-x-1 pr-1.5 pb-1 pl-[34px]">
        <p className="min-w-0 flex-1 truncate text-ink3 text-sm" title={text}>
          {text}
        </p>
        {children}
      </div>
      {below}
    </section>
  );
}
