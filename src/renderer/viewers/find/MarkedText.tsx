// A text with what was found in it marked. Invisible characters are shown, so marks count in the text itself.

import type { ReactNode } from 'react';
import { visibleText } from '../invisible-characters.ts';

export interface TextMark {
  from: number;
  to: number;
  /** The match that one has stepped to. */
  current: boolean;
}

/** `marks` stand in order and do not overlap. */
export function MarkedText({ text, marks }: { text: string; marks: readonly TextMark[] }) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { from, to, current } of marks) {
    if (from >= text.length) break;
    parts.push(
      visibleText(text.slice(at, from)),
      <mark
        key={from}
        data-current-match={current || undefined}
        className="rounded-[2px] bg-warn/24 text-inherit data-current-match:outline-[1.5px] data-current-match:outline-warn"
      >
        {visibleText(text.slice(from, to))}
      </mark>,
    );
    at = to;
  }
  parts.push(visibleText(text.slice(at)));
  return parts;
}
