// A choice of one from a short list. For long, searchable lists use a combobox instead.

import { Check, ChevronDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import { cx } from '../lib/cx.ts';

export interface SelectOption {
  /** Never empty. */
  value: string;
  label: string;
}

export interface SelectProps {
  value: string;
  onValue: (value: string) => void;
  options: SelectOption[];
  id?: string;
  /** The accessible name where no label points here. */
  label?: string;
  placeholder?: string;
  disabled?: boolean;
  className?: string;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: boolean | undefined;
}

export function Select(props: SelectProps) {
  const { value, onValue, options, id, label, placeholder, disabled, className } = props;
  return (
    <Radix.Root value={value} onValueChange={onValue} disabled={disabled ?? false}>
      <Radix.Trigger
        id={id}
        aria-label={label}
        aria-describedby={props['aria-describedby']}
        aria-invalid={props['aria-invalid']}
        className={cx(
          'flex h-8 w-full items-center justify-between gap-2 rounded-control border border-edge/60 bg-panel px-2.5 text-left text-ink hover:border-edge disabled:opacity-50',
          className,
        )}
      >
        <Radix.Value placeholder={placeholder} />
        <Radix.Icon>
          <ChevronDown aria-hidden="true" className="size-3.5 text-ink3" />
        </Radix.Icon>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) animate-fade-in overflow-hidden rounded-card border border-line bg-raised shadow-float"
        >
          <Radix.Viewport className="p-1">
            {options.map((option) => (
              <Radix.Item
                key={option.value}
                value={option.value}
                className="flex h-8 items-center gap-2 rounded-md pr-3 pl-7 outline-none data-[highlighted]:bg-hover"
              >
                <Radix.ItemIndicator className="-ml-5 w-3">
                  <Check aria-hidden="true" className="size-3.5 text-accent" />
                </Radix.ItemIndicator>
                <Radix.ItemText>{option.label}</Radix.ItemText>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
