// Chooses who sends: a button that opens a searchable list.

import { ChevronDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import type { ProviderInfo } from '../../../shared/model.ts';
import type { FieldControlProps } from '../../components/Field.tsx';
import { Glyph } from '../../components/Glyph.tsx';
import { ProviderList } from './ProviderList.tsx';

export interface ProviderChooserProps {
  control: FieldControlProps;
  value: string | null;
  providers: ProviderInfo[];
  onValue: (provider: string | null) => void;
  /** Set on the button of a new endpoint: it is the first thing to decide. */
  focused: boolean;
}

export function ProviderChooser({
  control,
  value,
  providers,
  onValue,
  focused,
}: ProviderChooserProps) {
  const [open, setOpen] = useState(false);
  const chosen = providers.find(({ id }) => id === value);
  const choose = (provider: string | null) => {
    onValue(provider);
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
