// A key's name as a small cap.

import type { ReactNode } from 'react';

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="rounded bg-[color-mix(in_srgb,currentColor_10%,transparent)] px-[5px] py-px font-mono text-[11px] leading-[15px]">
      {children}
    </kbd>
  );
}
