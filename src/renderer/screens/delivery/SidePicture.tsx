// A small picture of the way from the sender to this endpoint, with the place marked where something is
// to be mended.

import { type LucideIcon, Route, Send, Webhook } from 'lucide-react';
import type { Finding } from '../../../shared/model.ts';
import { cx } from '../../lib/cx.ts';
import { SIDES, sideName, sideSentence } from './finding-words.ts';

const ICONS: Record<Finding['side'], LucideIcon> = { sender: Send, between: Route, here: Webhook };

export interface SidePictureProps {
  /** Where something is to be mended; of two things, both places. */
  sides: readonly Finding['side'][];
  sender: string;
  /** Red is for what failed; what is not signed at all did not. */
  failed: boolean;
}

export function SidePicture({ sides, sender, failed }: SidePictureProps) {
  const marked = SIDES.filter((place) => sides.includes(place));
  return (
    <div className="mt-3.5 border-line border-t px-[15px] pt-3 pb-[11px]">
      <p className="sr-only">{marked.map((place) => sideSentence(place, sender)).join(' ')}</p>
      <ol aria-hidden="true" className="grid grid-cols-3">
        {SIDES.map((place, index) => (
          <Station
            key={place}
            icon={ICONS[place]}
            name={sideName(place, sender)}
            mark={!marked.includes(place) ? null : failed ? MARKS.failed : MARKS.plain}
            first={index === 0}
          />
        ))}
      </ol>
    </div>
  );
}

interface Mark {
  place: string;
  name: string;
}

const MARKS = {
  failed: { place: 'border-bad bg-bad text-panel', name: 'text-bad' },
  plain: { place: 'border-ink2 bg-ink2 text-panel', name: 'text-ink' },
} satisfies Record<string, Mark>;

interface StationProps {
  icon: LucideIcon;
  name: string;
  /** Null where nothing is to be mended. */
  mark: Mark | null;
  first: boolean;
}

function Station({ icon: Icon, name, mark, first }: StationProps) {
  return (
    <li className="relative flex min-w-0 flex-col items-center gap-1.5">
      {first ? null : (
        <span className="absolute top-[14px] right-[calc(50%+20px)] left-[calc(-50%+20px)] h-px bg-edge/50" />
      )}
      <span
        className={cx(
          'grid size-[29px] place-items-center rounded-full border [&_svg]:size-3.5',
          mark === null ? 'border-edge/50 bg-panel text-ink3' : mark.place,
        )}
      >
        <Icon strokeWidth={2.2} />
      </span>
      <span
        className={cx(
          'max-w-full truncate px-1 text-sm',
          mark === null ? 'text-ink3' : cx('font-semibold', mark.name),
        )}
      >
        {name}
      </span>
      {mark !== null ? <span className="-mt-1.5 text-ink2 text-xs">mend it here</span> : null}
    </li>
  );
}
