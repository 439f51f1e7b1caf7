// The rows themselves: only those on screen exist, however many there are.

import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { DeliverySummary } from '../../../shared/model.ts';
import { rowHeight } from '../../lib/density.ts';
import { isMac } from '../../lib/keyboard.ts';
import { useApp } from '../../state/app.ts';
import { markUpTo, selectOnly, toggleMark, useMarks } from '../../state/marks.ts';
import { indexOf, rowAt, rowCount, useStream } from '../../state/stream.ts';
import { useView } from '../../state/view.ts';
import { RowMenu } from './RowMenu.tsx';
import { type HeldKeys, rowElementId, SkeletonRow, StreamRow } from './StreamRow.tsx';
import { useHeldPlace } from './use-held-place.ts';

/** A browser cannot scroll much further than 33 million pixels; older rows are found by searching. */
const MAX_ROWS = 900_000;
const AT_TOP_PX = 4;
const OVERSCAN = 8;

export function StreamList() {
  const stream = useStream();
  const selectedId = useView((view) => view.selectedId);
  const marked = useMarks(({ rows }) => rows);
  const names = useProviderNames();
  const height = useApp((app) => rowHeight(app.settings.density));
  const scroller = useRef<HTMLDivElement>(null);
  const total = Math.min(rowCount(stream), MAX_ROWS);
  const { top } = stream.window;
  const searching = stream.search !== null;
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: OVERSCAN,
  });
  const items = virtual.getVirtualItems();
  useMeasuredAnew(virtual.measure, height);
  useVisible(items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  useAtTop(scroller);
  useHeldPlace(scroller, virtual.scrollOffset ?? 0, stream, height);
  useToTop(scroller, stream.toTop);
  useSelectedInView(selectedId, (index) => virtual.scrollToIndex(index, { align: 'auto' }));

  const shown =
    selectedId !== null && items.some(({ index }) => rowAt(stream, index)?.id === selectedId);
  return (
    <RowMenu>
      <div
        ref={scroller}
        data-stream
        role="listbox"
        aria-label="Deliveries, newest first"
        aria-multiselectable
        aria-activedescendant={shown ? rowElementId(selectedId) : undefined}
        tabIndex={0}
        className="peer absolute inset-0 overflow-y-auto outline-none overscroll-contain [overflow-anchor:none] [scrollbar-gutter:stable]"
      >
        <div
          role="presentation"
          className="relative"
          style={{ height: virtual.getTotalSize(), ...rowToken(height) }}
        >
          {items.map(({ index, start }) => {
            const row = rowAt(stream, index);
            // Positions stay with their rows when others come in above, so their elements do too.
            const key = searching ? index : top + index;
            if (row === undefined) return <SkeletonRow key={key} top={start} />;
            return (
              <StreamRow
                key={key}
                delivery={row}
                providerName={
                  row.provider === null ? null : (names.get(row.provider) ?? row.provider)
                }
                index={index}
                of={total}
                top={start}
                leading={row.id === selectedId}
                selected={row.id === selectedId || marked.has(row.id)}
                onSelect={selectRow}
              />
            );
          })}
        </div>
      </div>
    </RowMenu>
  );
}

/** A click selects one row; with Shift all up to it, with Ctrl or Cmd it adds the row or takes it out. */
function selectRow(row: DeliverySummary, { shiftKey, ctrlKey, metaKey }: HeldKeys): void {
  if (shiftKey) void markUpTo(row);
  else if (isMac ? metaKey : ctrlKey) toggleMark(row);
  else selectOnly(row.id);
}

function useProviderNames(): Map<string, string> {
  const providers = useApp((app) => app.providers);
  return useMemo(() => new Map(providers.map(({ id, name }) => [id, name])), [providers]);
}

/** For the styles of the rows. */
function rowToken(height: number): CSSProperties {
  return { '--row': `${height}px` } as CSSProperties;
}

/** The rows find their places anew when they get another height. */
function useMeasuredAnew(measure: () => void, height: number): void {
  const measured = useRef(height);
  useLayoutEffect(() => {
    if (measured.current === height) return;
    measured.current = height;
    measure();
  }, [measure, height]);
}

function useVisible(first: number, last: number): void {
  const setVisible = useStream((stream) => stream.setVisible);
  useEffect(() => setVisible(first, last), [setVisible, first, last]);
}

function useAtTop(scroller: React.RefObject<HTMLDivElement | null>): void {
  const setAtTop = useStream((stream) => stream.setAtTop);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const tell = () => setAtTop(element.scrollTop <= AT_TOP_PX);
    element.addEventListener('scroll', tell, { passive: true });
    return () => element.removeEventListener('scroll', tell);
  }, [scroller, setAtTop]);
}

function useToTop(scroller: React.RefObject<HTMLDivElement | null>, toTop: number): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new number is a wish to go up
  useLayoutEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [scroller, toTop]);
}

/** Brings a newly selected row into view; one that is there already does not move. */
function useSelectedInView(selectedId: string | null, scrollTo: (index: number) => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new selection may scroll
  useEffect(() => {
    if (selectedId === null) return;
    const index = indexOf(useStream.getState(), selectedId);
    if (index !== -1) scrollTo(index);
  }, [selectedId]);
}
