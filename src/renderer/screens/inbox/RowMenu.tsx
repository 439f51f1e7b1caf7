// The menu of a row, opened with the right button: what one does with a delivery, without opening it
// first, or with all the chosen ones when the row is among them.

import {
  Columns2,
  Copy,
  CopyPlus,
  FileDown,
  Forward,
  Pin,
  RotateCcw,
  StickyNote,
  Trash2,
} from 'lucide-react';
import { ContextMenu } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { MENU_PANEL, menuItemClass } from '../../components/Menu.tsx';
import { count } from '../../lib/format.ts';
import { openForward, replay, togglePin } from '../../state/actions.ts';
import { compare, compareChosen, received } from '../../state/compare.ts';
import { copyCurl, openCopyAs } from '../../state/copy-as.ts';
import { openExport } from '../../state/exchange.ts';
import { labelMarked, noteOnSelected, setLabel } from '../../state/labelling.ts';
import { replayMarked, togglePinMarked } from '../../state/marked-actions.ts';
import { useMarks } from '../../state/marks.ts';
import { removeDelivery, removeMarked } from '../../state/removing.ts';
import { useView } from '../../state/view.ts';
import { FilterItems } from '../filter/FilterItems.tsx';
import { LabelItems } from './LabelItems.tsx';
import { deliveryIdOfRow } from './StreamRow.tsx';

export function RowMenu({ children }: { children: ReactNode }) {
  const [id, setId] = useState<string | null>(null);
  const marked = useMarks(({ rows }) => (id !== null && rows.has(id) ? rows.size : 0));
  return (
    <ContextMenu.Root modal={false}>
      <ContextMenu.Trigger
        asChild
        onContextMenuCapture={(event) => {
          const row = event.target instanceof Element ? deliveryIdOfRow(event.target) : null;
          if (row === null) event.preventDefault();
          setId(row);
        }}
      >
        {children}
      </ContextMenu.Trigger>
      <ContextMenu.Portal>
        {id === null ? null : (
          <ContextMenu.Content collisionPadding={8} className={MENU_PANEL}>
            {marked > 0 ? <ForMarked marked={marked} /> : <ForOne id={id} />}
          </ContextMenu.Content>
        )}
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

function ForOne({ id }: { id: string }) {
  const openId = useView((view) => view.selectedId);
  return (
    <>
      <Item icon={<RotateCcw />} label="Replay" onSelect={() => void replay(id)} />
      <Item icon={<Forward />} label="Forward to…" onSelect={() => openForward(id)} />
      <Item icon={<Copy />} label="Copy as cURL" onSelect={() => void copyCurl(id)} />
      <Item icon={<CopyPlus />} label="Copy as…" onSelect={() => openCopyAs(id)} />
      <Item icon={<FileDown />} label="Export…" onSelect={() => openExport([id])} />
      <Item icon={<Pin />} label="Pin or unpin" onSelect={() => void togglePin(id)} />
      <LabelItems onLabel={(label) => void setLabel([id], label)} />
      <Item icon={<StickyNote />} label="Note…" onSelect={() => noteOnSelected(id)} />
      {openId === null || openId === id ? null : (
        <Item
          icon={<Columns2 />}
          label="Compare with the open one"
          onSelect={() => compare(received(id), received(openId))}
        />
      )}
      <Separator />
      <FilterItems id={id} />
      <Separator />
      <Item icon={<Trash2 />} label="Delete" danger onSelect={() => removeDelivery(id)} />
    </>
  );
}

function ForMarked({ marked }: { marked: number }) {
  const all = `${count(marked)} deliveries`;
  return (
    <>
      <Item icon={<RotateCcw />} label={`Replay ${all}`} onSelect={() => void replayMarked()} />
      <Item icon={<Pin />} label={`Pin or unpin ${all}`} onSelect={() => void togglePinMarked()} />
      <LabelItems onLabel={(label) => void labelMarked(label)} />
      {marked === 2 ? (
        <Item icon={<Columns2 />} label="Compare both" onSelect={compareChosen} />
      ) : null}
      <Item icon={<FileDown />} label={`Export ${all}`} onSelect={() => openExport()} />
      <Separator />
      <Item icon={<Trash2 />} label={`Delete ${all}`} danger onSelect={removeMarked} />
    </>
  );
}

function Separator() {
  return <ContextMenu.Separator className="mx-1 my-1 h-px bg-line" />;
}

interface ItemProps {
  icon: ReactNode;
  label: string;
  danger?: boolean;
  onSelect: () => void;
}

function Item({ icon, label, danger = false, onSelect }: ItemProps) {
  return (
    <ContextMenu.Item onSelect={onSelect} className={menuItemClass(danger)}>
      {icon}
      {label}
    </ContextMenu.Item>
  );
}
