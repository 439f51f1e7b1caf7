// A small picture of the way from the sender to this endpoint, with the place marked where something is
// to be mended.

import { type LucideIcon, Route, Send, Webhook } from 'lucide-react';
import type { Finding } from '../../../shared/model.ts';
import { cx } from '../../lib/cx.ts';
import { SIDES, sideName, sideSentence } from './finding-words.ts';

const ICONS: Record<Finding['side'], LucideIcon> = { sender: Send, between: Route, here: Webhook };

export function SidePicture({ side, sender }: { side: Finding['side']; sender: string }) {
  return (
    <div className="px-[15px] pt-3.5">
      <p className="sr-only">{sideSentence(side, sender)}</p>
      <ol aria-hidden="true" className="grid grid-cols-3">
        {SIDES.map((place, index) => (
          <Station
            key={place}
            icon={ICONS[place]}
            name={sideName(place, sender)}
            marked={place === side}
            first={index === 0}
          />
        ))}
      </ol>
    </div>
  );
}

interface StationProps {
  icon: LucideIcon;
  name: string;
  marked: boolean;
  first: boolean;
}

function Station({ icon: Icon, name, marked, first }: StationProps) {
  return (
    <li className="relative flex min-w-0 flex-col items-center gap-1.5">
      {first ? null : (
        <span className="absolute top-[14px] right-[calc(50%+20px)] left-[calc(-50%+20px)] h-px bg-edge/50" />
      )}
      <span
        className={cx(
          'grid size-[29px] place-items-center rounded-full border [&_svg]:size-3.5',
          marked ? 'border-bad bg-bad text-panel' : 'border-edge/50 bg-panel text-ink3',
        )}
      >
        <Icon strokeWidth={2.2} />
      </span>
      <span
        className={cx(
          'max-w-full truncate px-1 text-sm',
          marked ? 'font-semibold text-bad' : 'text-ink3',
        )}
      >
        {name}
      </span>
      {marked ? <span className="-mt-1.5 text-ink2 text-xs">mend it here</span> : null}
    </li>
  );
}
