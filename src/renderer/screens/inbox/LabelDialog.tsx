// Chooses the colour label of a delivery, or of several: by a click, or by the number beside it.

import type { KeyboardEvent } from 'react';
import { LABELS, type Label } from '../../../shared/labels.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { LabelSign, labelName } from '../../components/LabelSign.tsx';
import { cx } from '../../lib/cx.ts';
import { counted } from '../../lib/format.ts';
import { setLabel } from '../../state/labelling.ts';

export interface LabelDialogProps {
  ids: string[];
  /** The one that all of them have; null where they have none, or not the same. */
  label: Label | null;
  onClose: () => void;
}

const CHOICES: readonly (Label | null)[] = [null, ...LABELS];

export function LabelDialog({ ids, label, onClose }: LabelDialogProps) {
  const choose = (chosen: Label | null) => {
    onClose();
    void setLabel(ids, chosen);
  };
  const chooseByNumber = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !/^\d$/.test(event.key)) return;
    const chosen = CHOICES[Number(event.key)];
    if (chosen !== undefined) choose(chosen);
  };
  return (
    <Dialog
      open
      size="sm"
      title={ids.length === 1 ? 'Label' : `Label ${counted(ids.length, 'delivery', 'deliveries')}`}
      description="The search finds it with label:red, label:blue…"
      onClose={onClose}
      onKeyDown={chooseByNumber}
    >
      <ul className="flex flex-col">
        {CHOICES.map((choice, number) => (
          <li key={choice ?? 'none'}>
            <button
              type="button"
              aria-pressed={choice === label}
              {...(choice === label ? { 'data-first-focus': true } : {})}
              onClick={() => choose(choice)}
              className={cx(
                'ring-inside flex h-8 w-full items-center gap-2.5 rounded-control px-2.5 text-left',
                choice === label ? 'bg-sel' : 'hover:bg-hover',
              )}
            >
              {choice === null ? <span className="size-2.5" /> : <LabelSign label={choice} />}
              <span className="flex-1">{choice === null ? 'No label' : labelName(choice)}</span>
              <span className="text-ink2">
                <Kbd>{number}</Kbd>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
