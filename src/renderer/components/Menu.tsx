// A drop-down menu of commands, separators and choices.

import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import { Kbd } from './Kbd.tsx';

export type MenuItem =
  | {
      kind?: 'item';
      label: string;
      icon?: ReactNode;
      kbd?: string;
      danger?: boolean;
      disabled?: boolean;
      onSelect: () => void;
    }
  | { kind: 'separator' }
  | { kind: 'label'; label: string }
  | { kind: 'choice'; label: string; checked: boolean; onSelect: () => void };

export interface MenuProps {
  /** One button that takes a ref. */
  trigger: ReactNode;
  items: MenuItem[];
  align?: 'start' | 'center' | 'end';
}

const PLAIN = 'text-ink data-[highlighted]:bg-hover [&_svg]:text-ink3';
const DANGER = 'text-bad data-[highlighted]:bg-badbg';
const ITEM =
  'flex h-8 items-center gap-2.5 rounded-md px-2 outline-none data-[disabled]:opacity-50 [&_svg]:size-3.5';

/** How a menu's panel looks, for menus that open otherwise. */
export const MENU_PANEL =
  'z-50 min-w-52 animate-fade-in overflow-y-auto rounded-card border border-line bg-raised p-1 shadow-float';

/** How a menu's item looks. */
export function menuItemClass(danger: boolean): string {
  return cx(ITEM, danger ? DANGER : PLAIN);
}

export function Menu({ trigger, items, align = 'end' }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className={cx(MENU_PANEL, 'max-h-(--radix-dropdown-menu-content-available-height)')}
        >
          {items.map((item, index) => (
            <Entry
              key={item.kind === 'separator' ? `separator-${index}` : item.label}
              item={item}
            />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Entry({ item }: { item: MenuItem }) {
  if (item.kind === 'separator') {
    return <DropdownMenu.Separator className="mx-1 my-1 h-px bg-line" />;
  }
  if (item.kind === 'label') {
    return (
      <DropdownMenu.Label className="px-2 pt-2 pb-1 font-semibold text-ink3 text-xs">
        {item.label}
      </DropdownMenu.Label>
    );
  }
  if (item.kind === 'choice') {
    return (
      <DropdownMenu.CheckboxItem
        checked={item.checked}
        onCheckedChange={item.onSelect}
        className={cx(ITEM, PLAIN, 'pl-8')}
      >
        <DropdownMenu.ItemIndicator className="-ml-6 w-3.5">
          <Check aria-hidden="true" />
        </DropdownMenu.ItemIndicator>
        {item.label}
      </DropdownMenu.CheckboxItem>
    );
  }
  return (
    <DropdownMenu.Item
      disabled={item.disabled ?? false}
      onSelect={item.onSelect}
      className={menuItemClass(item.danger === true)}
    >
      {item.icon}
      <span className="flex-1">{item.label}</span>
      {item.kbd === undefined ? null : (
        <span className="text-ink2">
          <Kbd>{item.kbd}</Kbd>
        </span>
      )}
    </DropdownMenu.Item>
  );
}
