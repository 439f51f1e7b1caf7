// The colours to label with, as a menu within the menu of a row.

import { ChevronRight, Tag } from 'lucide-react';
import { ContextMenu } from 'radix-ui';
import { LABELS, type Label } from '../../../shared/labels.ts';
import { LabelSign, labelName } from '../../components/LabelSign.tsx';
import { MENU_PANEL, menuItemClass } from '../../components/Menu.tsx';

export function LabelItems({ onLabel }: { onLabel: (label: Label | null) => void }) {
  return (
    <ContextMenu.Sub>
      <ContextMenu.SubTrigger className={menuItemClass(false)}>
        <Tag aria-hidden="true" />
        <span className="flex-1">Label</span>
        <ChevronRight aria-hidden="true" />
      </ContextMenu.SubTrigger>
      <ContextMenu.Portal>
        <ContextMenu.SubContent collisionPadding={8} className={MENU_PANEL}>
          {LABELS.map((label) => (
            <ContextMenu.Item
              key={label}
              onSelect={() => onLabel(label)}
              className={menuItemClass(false)}
            >
              <LabelSign label={label} />
              {labelName(label)}
            </ContextMenu.Item>
          ))}
          <ContextMenu.Item onSelect={() => onLabel(null)} className={menuItemClass(false)}>
            <span className="size-2.5" />
            No label
          </ContextMenu.Item>
        </ContextMenu.SubContent>
      </ContextMenu.Portal>
    </ContextMenu.Sub>
  );
}
