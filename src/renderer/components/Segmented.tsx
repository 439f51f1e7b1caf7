// A row of mutually exclusive choices shown side by side.

import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';

export interface SegmentedProps<T extends string> {
  label: string;
  value: T;
  onValue: (value: T) => void;
  options: { value: T; label: string; icon?: ReactNode }[];
}

export function Segmented<T extends string>({ label, value, onValue, options }: SegmentedProps<T>) {
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      // Pressing the chosen one again answers '': one is always chosen, so that is ignored.
      onValueChange={(next) => (next === '' ? undefined : onValue(next as T))}
      className="inline-flex rounded-control border border-line bg-bg p-0.5"
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          className="inline-flex h-6 items-center gap-1.5 whitespace-nowrap rounded-md px-2.5 font-medium text-ink2 text-sm hover:text-ink data-[state=on]:bg-raised data-[state=on]:text-ink data-[state=on]:shadow-[0_0_0_1px_var(--line)] [&_svg]:size-3.5"
        >
          {option.icon}
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
