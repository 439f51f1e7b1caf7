// The note on the open delivery: read here, changed at a click.

import { StickyNote } from 'lucide-react';
import { openNote } from '../../state/labelling.ts';

export function NoteLine({ id, note }: { id: string; note: string | null }) {
  if (note === null) return null;
  return (
    <button
      type="button"
      aria-label={`Change the note: ${note}`}
      onClick={() => openNote([id], note)}
      className="ring-inside mx-[18px] mt-3 flex max-h-28 flex-none items-start gap-2 overflow-y-auto rounded-control bg-warnbg px-3 py-2 text-left"
    >
      <StickyNote aria-hidden="true" className="mt-0.5 size-3.5 flex-none text-warn" />
      <span className="min-w-0 whitespace-pre-wrap text-ink [overflow-wrap:anywhere]">{note}</span>
    </button>
  );
}
