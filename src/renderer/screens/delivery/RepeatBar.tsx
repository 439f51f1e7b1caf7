// What the open delivery repeats: the other deliveries of its message, or the one that had the same body.

import { ChevronDown, ChevronLeft, ChevronRight } from 'lucide-react';
import type { Delivery, GroupMember } from '../../../shared/model.ts';
import { Button } from '../../components/Button.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { cx } from '../../lib/cx.ts';
import { count } from '../../lib/format.ts';
import { compare, received } from '../../state/compare.ts';
import { compareWithEarlier, goInGroup, neighbour, useGroupView } from '../../state/repeats.ts';
import { GroupList } from './GroupList.tsx';
import { groupWords, likenessWords } from './group-words.ts';
import { CompareButton, RepeatFrame } from './RepeatFrame.tsx';
import { SameBody } from './SameBody.tsx';
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
    <RepeatFrame
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
    </RepeatFrame>
  );
}

function Alone({ delivery }: { delivery: Delivery }) {
  return (
    <RepeatFrame
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
