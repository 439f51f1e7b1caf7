// A spinner that appears after 300 ms of waiting, with words for those who do not see it.

import { LoaderCircle } from 'lucide-react';
import { useDelayed } from './use-delayed.ts';

export interface SpinnerProps {
  /** What is being waited for: "Loading the body". */
  label: string;
  active?: boolean;
  /** Shows the label beside the spinner. */
  showLabel?: boolean;
}

export function Spinner({ label, active = true, showLabel = false }: SpinnerProps) {
  const shown = useDelayed(active);
  return (
    <span role="status" className="inline-flex items-center gap-2 text-ink3">
      {shown ? (
        <>
          <LoaderCircle aria-hidden="true" className="size-3.5 animate-spin" />
          <span className={showLabel ? '' : 'sr-only'}>{label}</span>
        </>
      ) : null}
    </span>
  );
}
