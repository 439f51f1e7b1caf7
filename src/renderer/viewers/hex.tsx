// Any body as bytes: offset, hex and ASCII, virtualised, in pages of 4 MiB.

import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type FormEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { Button } from '../components/Button.tsx';
import { TextInput } from '../components/TextInput.tsx';
import { count } from '../lib/format.ts';
import {
  BYTES_PER_PAGE,
  type BytesPerRow,
  hexRow,
  pageCount,
  parseOffset,
  rowCount,
} from './hex-rows.ts';
import { looksBinary } from './sniff.ts';
import type { Viewer, ViewerProps } from './viewer.ts';

const ROW_HEIGHT = 18;
/** 72 characters, two gaps and the padding. */
const WIDTH_FOR_16 = 600;

function HexView({ content, label }: ViewerProps) {
  const { wire } = content;
  const [offset, setOffset] = useState(0);
  const page = Math.floor(offset / BYTES_PER_PAGE);
  const pages = pageCount(wire.length);
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-card border border-line">
      <div className="flex min-h-8 flex-none flex-wrap items-center gap-1.5 border-line2 border-b py-1 pr-1.5 pl-3">
        <span className="flex-1 truncate text-ink3 text-sm">
          {pages > 1 ? `Page ${page + 1} of ${pages}` : `${count(wire.length)} bytes`}
        </span>
        {pages > 1 ? (
          <Pages page={page} pages={pages} onPage={(next) => setOffset(next * BYTES_PER_PAGE)} />
        ) : null}
        {wire.length > 256 ? <GoTo size={wire.length} onOffset={setOffset} /> : null}
      </div>
      <HexPage key={page} bytes={wire} start={page * BYTES_PER_PAGE} shown={offset} label={label} />
    </div>
  );
}

interface HexPageProps {
  bytes: Uint8Array;
  start: number;
  /** The offset to bring into view. */
  shown: number;
  label: string;
}

function HexPage({ bytes, start, shown, label }: HexPageProps) {
  const scroller = useRef<HTMLElement>(null);
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
  useEffect(() => {
    virtualizer.scrollToIndex(Math.floor((shown - start) / perRow), { align: 'start' });
  }, [virtualizer, shown, start, perRow]);
  return (
    <section
      ref={scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
      tabIndex={0}
      aria-label={`${label} in hexadecimal`}
      className="wire ring-inside min-h-0 flex-1 overflow-auto leading-[18px]"
    >
      <div className="relative min-w-max" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = hexRow(bytes, start + item.index * perRow, perRow);
          return (
            <div
              key={item.key}
              className="absolute flex gap-5 whitespace-pre px-3"
              style={{ top: item.start, height: ROW_HEIGHT }}
            >
              <span className="select-none text-ink3">{row.offset}</span>
              <span className={perRow === 16 ? 'w-[48ch] text-ink' : 'w-[23ch] text-ink'}>
                {row.hex}
              </span>
              <span className="text-ink2">{row.ascii}</span>
            </div>
          );
        })}
      </div>
    </section>
  );
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

interface PagesProps {
  page: number;
  pages: number;
  onPage: (page: number) => void;
}

function Pages({ page, pages, onPage }: PagesProps) {
  return (
    <>
      <Button size="sm" variant="ghost" disabled={page === 0} onClick={() => onPage(page - 1)}>
        Page before
      </Button>
      <Button
        size="sm"
        variant="ghost"
        disabled={page === pages - 1}
        onClick={() => onPage(page + 1)}
      >
        Next page
      </Button>
    </>
  );
}

function GoTo({ size, onOffset }: { size: number; onOffset: (offset: number) => void }) {
  const [text, setText] = useState('');
  const offset = parseOffset(text, size);
  const wrong = text.trim() !== '' && offset === null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (offset !== null) onOffset(offset);
  };
  return (
    <form onSubmit={submit} className="flex items-center gap-1.5">
      <TextInput
        wire
        aria-label="Go to offset"
        aria-invalid={wrong ? true : undefined}
        title={wrong ? `No offset below ${size}: write 1024 or 0x400` : undefined}
        placeholder="Go to 0x400"
        className="h-6! w-28!"
        value={text}
        onValue={setText}
      />
    </form>
  );
}

export const hexViewer: Viewer = {
  id: 'hex',
  label: 'Hex',
  canShow: (content) => (looksBinary(content.bytes) ? 20 : 1),
  Component: HexView,
};
