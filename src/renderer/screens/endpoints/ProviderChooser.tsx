// Chooses who sends: a button that opens a searchable list.

import { Command } from 'cmdk';
import { Check, ChevronDown, Search } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import type { ProviderInfo } from '../../../shared/model.ts';
import type { FieldControlProps } from '../../components/Field.tsx';
import { Glyph } from '../../components/Glyph.tsx';

export interface ProviderChooserProps {
  control: FieldControlProps;
  value: string | null;
  providers: ProviderInfo[];
  onValue: (provider: string | null) => void;
  /** Set on the button of a new endpoint: it is the first thing to decide. */
  focused: boolean;
}

const NONE = 'none';
const noneWords = 'Not set';

export function ProviderChooser({
  control,
  value,
  providers,
  onValue,
  focused,
}: ProviderChooserProps) {
  const [open, setOpen] = useState(false);
  const chosen = providers.find(({ id }) => id === value);
  const choose = (id: string) => {
    onValue(id === NONE ? null : id);
    setOpen(false);
  };
  return (
    // Modal, as the dialog around it would otherwise keep the wheel from scrolling the list.
    <Popover.Root open={open} onOpenChange={setOpen} modal>
      <Popover.Trigger asChild>
        <button
          {...control}
          data-first-focus={focused || undefined}
          type="button"
          role="combobox"
          aria-expanded={open}
          className="flex h-8 w-full items-center gap-2 rounded-control border border-edge/60 bg-panel px-2.5 text-left text-ink hover:border-edge"
        >
          <Glyph name={chosen?.name ?? null} />
          <span className={chosen === undefined ? 'flex-1 truncate text-ink3' : 'flex-1 truncate'}>
            {chosen?.name ?? value ?? 'Choose who sends'}
          </span>
          <ChevronDown aria-hidden="true" className="size-3.5 text-ink3" />
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label="Providers"
          className="z-50 w-(--radix-popover-trigger-width) animate-fade-in overflow-hidden rounded-card border border-line bg-raised shadow-float"
        >
          <ProviderList providers={providers} value={value} onChoose={choose} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

interface ProviderListProps {
  providers: ProviderInfo[];
  value: string | null;
  onChoose: (id: string) => void;
}

function ProviderList({ providers, value, onChoose }: ProviderListProps) {
  return (
    <Command label="Search providers" defaultValue={value ?? NONE}>
      <div className="flex items-center gap-2 border-line border-b px-3">
        <Search aria-hidden="true" className="size-3.5 flex-none text-ink3" />
        <Command.Input
          placeholder="Search providers"
          className="h-9 w-full bg-transparent text-ink outline-none"
        />
      </div>
      <Command.List
        label="Providers"
        className="max-h-[min(264px,calc(var(--radix-popover-content-available-height)-44px))] overflow-y-auto p-1"
      >
        <Command.Empty className="px-3 py-4 text-center text-ink2">
          No provider of that name. Generic HMAC covers most others.
        </Command.Empty>
        <ProviderItem
          id={NONE}
          name={noneWords}
          note="Receive without checking signatures"
          on={value === null}
          onChoose={onChoose}
        />
        {providers.map(({ id, name, scheme }) => (
          <ProviderItem
            key={id}
            id={id}
            name={name}
            note={scheme}
            on={id === value}
            onChoose={onChoose}
          />
        ))}
      </Command.List>
    </Command>
  );
}

interface ProviderItemProps {
  id: string;
  name: string;
  note: string;
  on: boolean;
  onChoose: (id: string) => void;
}

function ProviderItem({ id, name, note, on, onChoose }: ProviderItemProps) {
  return (
    <Command.Item
      value={id}
      keywords={[name]}
      onSelect={onChoose}
      className="flex h-9 items-center gap-2.5 rounded-md px-2 data-[selected=true]:bg-sel"
    >
      <Glyph name={id === NONE ? null : name} />
      <span className="flex-none font-medium text-ink">{name}</span>
      <span className="min-w-0 flex-1 truncate text-ink3 text-sm">{note}</span>
      {on ? <Check aria-label="chosen" className="size-3.5 flex-none text-accent" /> : null}
    </Command.Item>
  );
}
