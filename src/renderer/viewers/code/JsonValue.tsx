// What one does with a value of JSON: its path and its meaning below the text, and the menu on it.

import { Copy, Filter, Route } from 'lucide-react';
import { ContextMenu } from 'radix-ui';
import type { MouseEvent, ReactNode } from 'react';
import { CopyButton } from '../../components/CopyButton.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { MENU_PANEL, menuItemClass } from '../../components/Menu.tsx';
import { isMac, keyLabel } from '../../lib/keyboard.ts';
import { Explained } from '../explain/Explained.tsx';
import { explainValue } from '../explain/explain-value.ts';
import { visibleText } from '../invisible-characters.ts';
import { pathText, unquoted, type ValueAt } from '../value-path.ts';
import type { BodyFacts } from '../viewer.ts';

const COPY_PATH_KEY = isMac ? '⇧⌥C' : 'Shift Alt C';
const PATH_SHOWN = 300;

export interface JsonValueActions {
  copyValue: () => string;
  copyPath: () => string;
  /** Null for objects, arrays and where there is no list to filter. */
  filter: (() => void) | null;
}

interface JsonValueBarProps extends JsonValueActions {
  value: ValueAt | null;
  facts: BodyFacts;
}

export function JsonValueBar({ value, facts, copyValue, copyPath, filter }: JsonValueBarProps) {
  if (value === null) {
    return (
      <p className="h-8 flex-none truncate border-line2 border-t px-3 text-ink3 text-sm leading-8">
        Click a value, or use <Kbd>↑</Kbd> <Kbd>↓</Kbd>, to see its path and meaning
      </p>
    );
  }
  const path = pathText(value.path);
  return (
    <div className="flex h-8 flex-none items-center gap-1 border-line2 border-t pr-1 pl-3">
      <span role="status" className="wire flex min-w-0 flex-1 gap-2 truncate">
        <span className="truncate text-ink2">
          {path === '' ? 'The whole body' : visibleText(path.slice(0, PATH_SHOWN))}
        </span>
        <Meaning text={unquoted(value.token)} facts={facts} />
      </span>
      <CopyButton text={copyValue} label="Copy the value" onError={facts.onCopyError} />
      <PathButton copyPath={copyPath} facts={facts} />
      {filter === null ? null : (
        <IconButton
          size="sm"
          label="Filter by this value"
          icon={<Filter aria-hidden="true" />}
          onClick={filter}
        />
      )}
    </div>
  );
}

function PathButton({ copyPath, facts }: { copyPath: () => string; facts: BodyFacts }) {
  return (
    <CopyButton
      text={copyPath}
      label="Copy the path"
      icon={<Route aria-hidden="true" />}
      onError={facts.onCopyError}
    />
  );
}

function Meaning({ text, facts: { receivedAt } }: { text: string; facts: BodyFacts }) {
  const explanation = explainValue(text, { receivedAt, now: Date.now() });
  if (explanation === null) return null;
  return (
    <span className="min-w-0 flex-1 truncate font-sans text-ink3">
      <Explained text={text} receivedAt={receivedAt}>
        {explanation.title}: {explanation.lines[0]}
      </Explained>
    </span>
  );
}

interface JsonValueMenuProps {
  value: ValueAt | null;
  onCopyValue: () => void;
  onCopyPath: () => void;
  filter: (() => void) | null;
  /** Told where it is opened; false opens the browser's own menu. */
  onOpen: (event: MouseEvent) => boolean;
  children: ReactNode;
}

export function JsonValueMenu(props: JsonValueMenuProps) {
  const { value, onCopyValue, onCopyPath, filter, onOpen, children } = props;
  return (
    <ContextMenu.Root modal={false}>
      <ContextMenu.Trigger
        asChild
        onContextMenuCapture={(event) => {
          if (!onOpen(event)) event.stopPropagation();
        }}
      >
        {children}
      </ContextMenu.Trigger>
      <ContextMenu.Portal>
        {value === null ? null : (
          <ContextMenu.Content collisionPadding={8} className={MENU_PANEL}>
            <Item
              icon={<Copy />}
              label="Copy the value"
              kbd={keyLabel('mod+c')}
              onSelect={onCopyValue}
            />
            <Item
              icon={<Route />}
              label="Copy the path"
              kbd={COPY_PATH_KEY}
              onSelect={onCopyPath}
            />
            {filter === null ? null : (
              <>
                <ContextMenu.Separator className="mx-1 my-1 h-px bg-line" />
                <Item icon={<Filter />} label="Filter by this value" onSelect={filter} />
              </>
            )}
          </ContextMenu.Content>
        )}
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

interface ItemProps {
  icon: ReactNode;
  label: string;
  kbd?: string;
  onSelect: () => void;
}

function Item({ icon, label, kbd, onSelect }: ItemProps) {
  return (
    <ContextMenu.Item onSelect={onSelect} className={menuItemClass(false)}>
      {icon}
      <span className="flex-1">{label}</span>
      {kbd === undefined ? null : (
        <span className="text-ink2">
          <Kbd>{kbd}</Kbd>
        </span>
      )}
    </ContextMenu.Item>
  );
}
