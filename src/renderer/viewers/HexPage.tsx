// One page of a hex dump, virtualised, with what was found in it marked in both columns.

import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { type Marked, matchFrom } from './find/found.ts';
import { MarkedText, type TextMark } from './find/MarkedText.tsx';
import { BYTES_PER_PAGE, type BytesPerRow, hexMark, hexRow, rowCount } from './hex-rows.ts';

const ROW_HEIGHT = 18;
/** 72 characters, two gaps and the padding. */
const WIDTH_FOR_16 = 600;

export interface HexPageProps {
  bytes: Uint8Array;
  start: number;
  /** The offset to bring into view. */
  shown: number;
  marked: Marked | null;
  label: string;
  scroller: RefObject<HTMLElement | null>;
}

export function HexPage({ bytes, start, shown, marked, label, scroller }: HexPageProps) {
  const perRow = useBytesPerRow(scroller);
  const end = Math.min(start + BYTES_PER_PAGE, bytes.length);
  const virtualizer = useVirtualizer({
    count: rowCount(end - start, perRow),
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    paddingStart: 8,
    paddingEnd: 8,
  });
  const align = marked === null ? 'start' : 'center';
  useEffect(() => {
    virtualizer.scrollToIndex(Math.floor((shown - start) / perRow), { align });
  }, [virtualizer, shown, start, perRow, align]);
  return (
    <section
      ref={scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
      tabIndex={0}
      aria-label={`${label} in hexadecimal`}
      className="wire ring-inside min-h-0 flex-1 overflow-auto leading-[18px]"
    >
      <div className="relative min-w-max" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => (
          <div
            key={item.key}
            className="absolute flex gap-5 whitespace-pre px-3"
            style={{ top: item.start, height: ROW_HEIGHT }}
          >
            {row(bytes, start + item.index * perRow, perRow, marked)}
          </div>
        ))}
      </div>
    </section>
  );
}

function row(bytes: Uint8Array, at: number, perRow: BytesPerRow, marked: Marked | null): ReactNode {
  const { offset, hex, ascii } = hexRow(bytes, at, perRow);
  const marks = marked === null ? [] : marksInRow(marked, at, perRow);
  return (
    <>
      <span className="select-none text-ink3">{offset}</span>
      <span className={perRow === 16 ? 'w-[48ch] text-ink' : 'w-[23ch] text-ink'}>
        <MarkedText text={hex} marks={marks.map(hexMark)} />
      </span>
      <span className="text-ink2">
        <MarkedText text={ascii} marks={marks} />
      </span>
    </>
  );
}

/** The matches' bytes in a row, counted from its first. */
function marksInRow({ found, current }: Marked, at: number, perRow: BytesPerRow): TextMark[] {
  const marks: TextMark[] = [];
  const { starts, ends } = found;
  const last = at + perRow;
  // The match before may reach into this row; past the last match the search begins anew.
  const first =
    (starts.at(-1) ?? 0) < at ? starts.length - 1 : Math.max(matchFrom(found, at) - 1, 0);
  for (let i = first; i < starts.length; i++) {
    const start = starts[i] ?? 0;
    if (start >= last) break;
    const from = Math.max(start, at) - at;
    const to = Math.min(ends[i] ?? start, last) - at;
    if (to > from) marks.push({ from, to, current: i === current });
  }
  return marks;
}

/** Sixteen where they fit with their offset and their text, else eight. */
function useBytesPerRow(element: RefObject<HTMLElement | null>): BytesPerRow {
  const [perRow, setPerRow] = useState<BytesPerRow>(16);
  useLayoutEffect(() => {
    if (element.current === null) return;
    const measure = (width: number) => setPerRow(width < WIDTH_FOR_16 ? 8 : 16);
    measure(element.current.clientWidth);
    const observer = new ResizeObserver(([entry]) => measure(entry?.contentRect.width ?? 0));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return perRow;
}
