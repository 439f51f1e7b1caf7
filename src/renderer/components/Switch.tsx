// An on/off switch.

import { Switch as Radix } from 'radix-ui';

export interface SwitchProps {
  checked: boolean;
  onChecked: (checked: boolean) => void;
  id?: string;
  /** The accessible name where no label points here. */
  label?: string;
  disabled?: boolean;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: boolean | undefined;
}

export function Switch({ checked, onChecked, label, ...rest }: SwitchProps) {
  return (
    <Radix.Root
      checked={checked}
      onCheckedChange={onChecked}
      aria-label={label}
      {...rest}
      className="relative h-[18px] w-8 flex-none rounded-full bg-edge transition-colors duration-100 disabled:opacity-50 data-[state=checked]:bg-accent"
    >
      <Radix.Thumb className="block size-3.5 translate-x-0.5 rounded-full bg-panel transition-transform duration-100 data-[state=checked]:translate-x-4" />
    </Radix.Root>
  );
}
