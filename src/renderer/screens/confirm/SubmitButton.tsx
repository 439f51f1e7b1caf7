// The button that does what a dialog is for. It keeps the focus while busy, and says so after 300 ms.

import { LoaderCircle } from 'lucide-react';
import { Button, type ButtonProps } from '../../components/Button.tsx';
import { useDelayed } from '../../components/use-delayed.ts';

export interface SubmitButtonProps extends ButtonProps {
  pending: boolean;
  /** Shown in place of the label while it takes long: "Saving". */
  busyLabel: string;
}

export function SubmitButton({
  pending,
  busyLabel,
  children,
  kbd,
  icon,
  ...rest
}: SubmitButtonProps) {
  const shown = useDelayed(pending);
  return (
    <Button
      {...rest}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      icon={shown ? <LoaderCircle aria-hidden="true" className="animate-spin" /> : icon}
      {...(kbd === undefined || shown ? {} : { kbd })}
    >
      {shown ? busyLabel : children}
    </Button>
  );
}
