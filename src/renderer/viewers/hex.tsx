// Any body as bytes: offset, hex and ASCII, virtualised, in pages of 8 MiB.

import { useVirtualizer } from '@tanstack/react-virtual';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../components/Button.tsx';
import { TextInput } from '../components/TextInput.tsx';
import { count, bytes as formatBytes } from '../lib/format.ts';
import {
  BYTES_PER_PAGE,
  BYTES_PER_ROW,
  hexRow,
  pageCount,
  parseOffset,
  rowCount,
} from './hex-rows.ts';
import { looksBinary } from './sniff.ts';
import type { Viewer, ViewerProps } from './viewer.ts';

const ROW_HEIGHT = 18;

function HexView({ content, label }: ViewerProps) {
  const { wire } = content;
  const [offset, setOffset] = useState(0);
  const page = Math.floor(offset / BYTES_PER_PAGE);
  const pages = pageCount(wire.length);
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-card border border-line">
      <div className="flex min-h-8 flex-none flex-wrap items-center gap-1.5 border-line2 border-b py-1 pr-1.5 pl-3">
        <span className="flex-1 truncate text-ink3 text-sm">{count(wire.length)} bytes</span>
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
  const end = Math.min(start + BYTES_PER_PAGE, bytes.length);
  const virtualizer = useVirtualizer({
    count: rowCount(end - start),
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    paddingStart: 8,
    paddingEnd: 8,
  });
  useEffect(() => {
    virtualizer.scrollToIndex(Math.floor((shown - start) / BYTES_PER_ROW), { align: 'start' });
  }, [virtualizer, shown, start]);
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
          const row = hexRow(bytes, start + item.index * BYTES_PER_ROW);
          return (
            <div
              key={item.key}
              className="absolute flex gap-5 whitespace-pre px-3"
              style={{ top: item.start, height: ROW_HEIGHT }}
            >
              <span className="select-none text-ink3">{row.offset}</span>
              <span className="w-[49ch] text-ink">{row.hex}</span>
              <span className="text-ink2">{row.ascii}</span>
            </div>
          );
        })}
      </div>
    </section>
  );
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
        Before
      </Button>
      <span className="text-ink3 text-sm">
        {formatBytes(BYTES_PER_PAGE)} page {page + 1} of {pages}
      </span>
      <Button
        size="sm"
        variant="ghost"
        disabled={page === pages - 1}
        onClick={() => onPage(page + 1)}
      >
        Next
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
