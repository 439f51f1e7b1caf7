// Files dropped anywhere on the window are brought in. Shown only while one is held over it.

import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { importFiles } from '../../state/exchange.ts';

const take = (files: File[]) => void importFiles(files);

export function DropTarget() {
  const over = useFileDrop(take);
  if (!over) return null;
  return (
    <div className="pointer-events-none fixed inset-0 z-50 flex items-center justify-center bg-scrim p-4">
      <p
        role="status"
        className="flex items-center gap-3 rounded-card border border-line bg-panel px-5 py-4 text-ink text-lg shadow-modal"
      >
        <FileDown aria-hidden="true" className="size-5 text-accent" />
        Drop to import: .hookglass, HAR, a raw request or a curl command
      </p>
    </div>
  );
}

/** True while files are held over the window. What is dragged within the page is none of ours. */
function useFileDrop(onFiles: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    // Entering a child tells of leaving its parent: what counts is how many were not left.
    let depth = 0;
    const show = (next: number) => {
      depth = Math.max(0, next);
      setOver(depth > 0);
    };
    const handlers = {
      dragenter: () => show(depth + 1),
      dragleave: () => show(depth - 1),
      dragover: () => {},
      drop: (event: DragEvent) => {
        show(0);
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length > 0) onFiles(files);
      },
    };
    const names = Object.keys(handlers) as (keyof typeof handlers)[];
    const listeners = names.map((name) => ({
      name,
      listener: (event: DragEvent) => {
        if (!event.dataTransfer?.types.includes('Files')) return;
        // Else the browser opens the file in place of this page.
        event.preventDefault();
        handlers[name](event);
      },
    }));
    for (const { name, listener } of listeners) window.addEventListener(name, listener);
    return () => {
      for (const { name, listener } of listeners) window.removeEventListener(name, listener);
    };
  }, [onFiles]);
  return over;
}
