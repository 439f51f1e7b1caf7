// All deliveries of a message, the oldest first: how each ended, how its body compares; a click goes there.

import { Columns2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Delivery, GroupMember } from '../../../shared/model.ts';
import { Chip } from '../../components/Chip.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { cx } from '../../lib/cx.ts';
import { dateAndTime, duration, timeOfDay } from '../../lib/format.ts';
import { ordinalWord } from '../../lib/repeat-words.ts';
import { verdictWords } from '../../lib/verdict.ts';
import { compare, received } from '../../state/compare.ts';
import { useGroupView } from '../../state/repeats.ts';
import { useView } from '../../state/view.ts';
import { statusTone } from './attempt-words.ts';
import { type BodyLikeness, likenessWord } from './group-words.ts';
import { toneText } from './tones.ts';

export interface GroupListProps {
  delivery: Pick<Delivery, 'id' | 'group'>;
  /** Of the bodies, by id. */
  likeness: ReadonlyMap<string, BodyLikeness>;
}

export function GroupList({ delivery: { id, group }, likeness }: GroupListProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>('[aria-current]');
    current?.scrollIntoView({ block: 'nearest' });
    if (useGroupView.getState().focusOn !== id) return;
    useGroupView.setState({ focusOn: null });
    current?.focus();
  }, [id]);
  const ofId = (other: string) => group.find((member) => member.id === other);
  return (
    <ul
      ref={list}
      aria-label="All deliveries of this message"
      className="max-h-[148px] overflow-y-auto border-line2 border-t py-1"
    >
      {group.map((member, index) => (
        <Member
          key={member.id}
          member={member}
          before={group[index - 1] ?? null}
          isOpen={member.id === id}
          word={likenessWord(likeness.get(member.id))}
          onCompare={() => {
            const isLater = (ofId(id)?.ordinal ?? 0) < member.ordinal;
            const [left, right] = isLater ? [id, member.id] : [member.id, id];
            compare(received(left), received(right));
          }}
        />
      ))}
    </ul>
  );
}

interface MemberProps {
  member: GroupMember;
  before: GroupMember | null;
  isOpen: boolean;
  word: string;
  onCompare: () => void;
}

function Member({ member, before, isOpen, word, onCompare }: MemberProps) {
  const { id, ordinal, receivedAt, responseStatus } = member;
  const which = ordinalWord(ordinal);
  const { tone, sign, word: verdict } = verdictOf(member);
  return (
    <li className={cx('flex h-7 items-center pr-1.5', isOpen && 'bg-sel')}>
      <button
        type="button"
        aria-current={isOpen ? 'true' : undefined}
        title={dateAndTime(receivedAt)}
        onClick={() => {
          if (isOpen) return;
          useGroupView.setState({ focusOn: id });
          useView.getState().select(id);
        }}
        className={cx(
          'ring-inside grid h-full min-w-0 flex-1 grid-cols-[30px_60px_54px_106px_30px_minmax(0,1fr)] items-center gap-x-2 pl-3 text-left @max-[420px]/repeats:grid-cols-[30px_60px_106px_30px_minmax(0,1fr)] @max-[340px]/repeats:grid-cols-[30px_60px_minmax(0,1fr)_30px]',
          !isOpen && 'hover:bg-hover',
        )}
      >
        <span className="font-medium text-ink">{which}</span>
        <span className="wire text-ink2">{timeOfDay(receivedAt).slice(0, 8)}</span>
        <span className="truncate text-ink3 text-sm @max-[420px]/repeats:hidden">
          {before === null ? '' : `+${duration(gap(before, member))}`}
        </span>
        <span className="overflow-hidden">
          <Chip tone={tone} sign={sign} word={verdict} />
        </span>
        <span className={cx('wire font-semibold', toneText[statusTone(responseStatus)])}>
          {responseStatus ?? '–'}
        </span>
        <span className="truncate text-ink3 text-sm @max-[340px]/repeats:hidden">
          {isOpen ? 'this one' : word}
        </span>
      </button>
      {isOpen ? null : (
        <IconButton
          size="sm"
          label={`Compare with the ${which}`}
          className="@max-[340px]/repeats:hidden"
          icon={<Columns2 aria-hidden="true" />}
          onClick={onCompare}
        />
      )}
    </li>
  );
}

/** Of the others only the verdict's kind is known here, not its reason. */
function verdictOf({ verdict: status }: GroupMember) {
  return verdictWords({
    handshake: false,
    state: 'complete',
    verdict: { status, reason: null },
  });
}

/** Milliseconds from one to the next. */
function gap(before: GroupMember, after: GroupMember): number {
  return Math.max(0, Date.parse(after.receivedAt) - Date.parse(before.receivedAt));
}
