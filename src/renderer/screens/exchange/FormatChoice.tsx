// A choice of one from a few, each with a sentence on what it is for.

import { RadioGroup } from 'radix-ui';
import { useId } from 'react';
import { cx } from '../../lib/cx.ts';

export interface FormatOption<T extends string> {
  value: T;
  label: string;
  note: string;
}

export interface FormatChoiceProps<T extends string> {
  value: T;
  onValue: (value: T) => void;
  options: readonly FormatOption<T>[];
}

export function FormatChoice<T extends string>({ value, onValue, options }: FormatChoiceProps<T>) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <span id={id} className="font-medium text-ink">
        Format
      </span>
      <RadioGroup.Root
        aria-labelledby={id}
        value={value}
        onValueChange={(next) => onValue(next as T)}
        className="overflow-hidden rounded-card border border-line"
      >
        {options.map((option, index) => (
          <RadioGroup.Item
            key={option.value}
            value={option.value}
            aria-label={option.label}
            aria-describedby={`${id}-${option.value}`}
            {...(option.value === value ? { 'data-first-focus': true } : {})}
            className={cx(
              'group flex w-full items-start gap-3 border-line px-3 py-2.5 text-left hover:bg-hover focus-visible:outline-offset-[-2px] data-[state=checked]:bg-sel',
              index > 0 && 'border-t',
            )}
          >
            <span className="mt-0.5 flex size-4 flex-none items-center justify-center rounded-full border border-edge group-data-[state=checked]:border-accent">
              <RadioGroup.Indicator className="size-2 rounded-full bg-accent" />
            </span>
            <span>
              <span className="block font-medium text-ink">{option.label}</span>
              <span id={`${id}-${option.value}`} className="block text-ink2 text-sm">
                {option.note}
              </span>
            </span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  );
}
