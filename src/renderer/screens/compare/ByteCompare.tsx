// Two bodies as bytes, side by side: rows of hex and ASCII, with the part that differs marked.

import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useRef } from 'react';
import { count } from '../../lib/format.ts';
import { MarkedText } from '../../viewers/find/MarkedText.tsx';
import { hexMark, hexRow } from '../../viewers/hex-rows.ts';
import type { ByteDiff } from './byte-diff.ts';
import { bytesText } from './differences-text.ts';
import { useBodyText } from './use-body-text.ts';

export interface ByteCompareProps {
  left: Uint8Array;
  right: Uint8Array;
  diff: ByteDiff;
}

const ROW_HEIGHT = 18;
const PER_ROW = 8;
/** Rows before the first byte that differs. */
const LEAD = 4;
/** More cannot be scrolled through in every browser. */
const MAX_ROWS = 500_000;

export function ByteCompare({ left, right, diff }: ByteCompareProps) {
  const scroller = useRef<HTMLElement>(null);
  // What is the same before the difference is left out, and counted instead.
  const start = Math.max(0, Math.floor(diff.before / PER_ROW) - LEAD) * PER_ROW;
  const longest = Math.max(left.length, right.length) - start;
  const virtualizer = useVirtualizer({
    count: Math.min(Math.ceil(longest / PER_ROW), MAX_ROWS),
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    paddingStart: 8,
    paddingEnd: 8,
  });
  const words = differenceWords(left, right, diff);
  useBodyText(
    useCallback(() => bytesText(words, { left, right }, diff), [words, left, right, diff]),
  );
  return (
    <>
      <p className="border-line2 border-b px-3 py-2 text-ink2">{words}</p>
      <section
        ref={scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
        tabIndex={0}
        aria-label="Both as bytes"
        className="wire ring-inside max-h-[50vh] overflow-auto leading-[18px]"
      >
        <div className="relative min-w-max" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const at = start + item.index * PER_ROW;
            return (
              <div
                key={item.key}
                className="absolute grid w-full grid-cols-2 whitespace-pre px-3"
                style={{ top: item.start, height: ROW_HEIGHT }}
              >
                <Bytes bytes={left} at={at} from={diff.before} to={left.length - diff.after} />
                <Bytes bytes={right} at={at} from={diff.before} to={right.length - diff.after} />
              </div>
            );
          })}
        </div>
      </section>
    </>
  );
}

interface BytesProps {
  bytes: Uint8Array;
  at: number;
  /** What differs, in bytes from the start. */
  from: number;
  to: number;
}

function Bytes({ bytes, at, from, to }: BytesProps) {
  const { offset, hex, ascii } = hexRow(bytes, at, PER_ROW);
  const shown = at < bytes.length;
  const first = Math.max(from, at) - at;
  const last = Math.min(to, at + PER_ROW, bytes.length) - at;
  const marks = last > first ? [{ from: first, to: last, current: false }] : [];
  return (
    <span className="flex gap-4">
      <span className="w-[8ch] select-none text-ink3">{shown ? offset : ''}</span>
      <span className="w-[23ch] text-ink">
        <MarkedText text={hex} marks={marks.map(hexMark)} />
      </span>
      <span className="w-[8ch] text-ink2">
        <MarkedText text={ascii} marks={marks} />
      </span>
    </span>
  );
}

/** Where they part, in a sentence. */
export function differenceWords(
  left: Uint8Array,
  right: Uint8Array,
  { before, after }: ByteDiff,
): string {
  const inLeft = left.length - before - after;
  const inRight = right.length - before - after;
  const same =
    before === 0
      ? 'They differ from the first byte on'
      : `The first ${bytesWord(before)} ${before === 1 ? 'is' : 'are'} the same`;
  if (inLeft === 0) return `${same}; there the right side has ${bytesWord(inRight)} more.`;
  if (inRight === 0) return `${same}; there the left side has ${bytesWord(inLeft)} more.`;
  const end =
    after === 0
      ? ''
      : `; the last ${bytesWord(after)} ${after === 1 ? 'is' : 'are'} the same again`;
  return `${same}; then ${bytesWord(inLeft)} on the left stand against ${bytesWord(inRight)} on the right${end}.`;
}

function bytesWord(size: number): string {
  return size === 1 ? '1 byte' : `${count(size)} bytes`;
}
