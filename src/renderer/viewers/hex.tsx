// Any body as bytes: offset, hex and ASCII, virtualised, in pages of 4 MiB.

import { type FormEvent, useMemo, useRef, useState } from 'react';
import { Button } from '../components/Button.tsx';
import { TextInput } from '../components/TextInput.tsx';
import { count } from '../lib/format.ts';
import { isBinary } from './content.ts';
import { FindBar } from './find/FindBar.tsx';
import { FindButton } from './find/FindButton.tsx';
import { bytePattern, findInBytes } from './find/find-in-bytes.ts';
import type { Marked } from './find/found.ts';
import { ScrollMarks } from './find/ScrollMarks.tsx';
import { type FindTarget, useFind } from './find/use-find.ts';
import { HexPage } from './HexPage.tsx';
import { BYTES_PER_PAGE, pageCount, parseOffset } from './hex-rows.ts';
import type { Viewer, ViewerProps } from './viewer.ts';

function HexView({ content, label }: ViewerProps) {
  const { wire } = content;
  const [offset, setOffset] = useState(0);
  const [marked, setMarked] = useState<Marked | null>(null);
  const scroller = useRef<HTMLElement>(null);
  const page = Math.floor(offset / BYTES_PER_PAGE);
  const pages = pageCount(wire.length);
  const target = useMemo<FindTarget>(
    () => ({
      kind: 'bytes',
      async prepare(query) {
        const pattern = bytePattern(query);
        return pattern.kind === 'mistake' ? pattern : () => findInBytes(wire, pattern);
      },
      position: () => 0,
      show(now) {
        setMarked(now);
        const start = now?.found.starts[now.current];
        if (start !== undefined) setOffset(start);
      },
      places: ({ starts }) => starts.map((start) => start / wire.length),
      focus: () => scroller.current?.focus(),
    }),
    [wire],
  );
  const find = useFind(target);
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-card border border-line">
      <div className="flex min-h-8 flex-none flex-wrap items-center gap-1.5 border-line2 border-b py-1 pr-1 pl-3">
        <span className="flex-1 truncate text-ink3 text-sm">
          {pages > 1 ? `Page ${page + 1} of ${pages}` : `${count(wire.length)} bytes`}
        </span>
        {pages > 1 ? (
          <Pages page={page} pages={pages} onPage={(next) => setOffset(next * BYTES_PER_PAGE)} />
        ) : null}
        {wire.length > 256 ? <GoTo size={wire.length} onOffset={setOffset} /> : null}
        <FindButton find={find} />
      </div>
      {find.open ? <FindBar find={find} /> : null}
      <div className="relative flex min-h-0 flex-1 flex-col">
        <HexPage
          key={page}
          scroller={scroller}
          bytes={wire}
          start={page * BYTES_PER_PAGE}
          shown={offset}
          marked={marked}
          label={label}
        />
        {find.open && pages === 1 ? <ScrollMarks outcome={find.outcome} /> : null}
      </div>
    </div>
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
  canShow: (content) => (isBinary(content) ? 20 : 1),
  Component: HexView,
};
