// The strip above the list: when deliveries came, and how many of them failed. Drawing a range over it,
// or choosing one with the arrow keys, filters the list to that time.

import 'uplot/dist/uPlot.min.css';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type uPlot from 'uplot';
import type { Timeline as TimelineData } from '../../../shared/finding.ts';
import { useTimeline } from '../../state/timeline.ts';
import { useView } from '../../state/view.ts';
import { createChart } from './create-chart.ts';
import {
  hasRange,
  heightsOf,
  type Range,
  rangeWords,
  timelineSentence,
  withoutRange,
  withRange,
} from './timeline-words.ts';

const HEIGHT = 44;
const HINT = 'Arrow keys choose a part, with Shift several; Enter shows them, Escape all.';

export function Timeline() {
  const timeline = useTimeline((state) => state.timeline);
  const shown = useTimeline((state) => state.shown);
  if (!shown) return null;
  return (
    <div className="h-[52px] flex-none border-line2 border-b px-3 pt-1 [@media(max-height:560px)]:hidden">
      {timeline === null ? null : <Strip timeline={timeline} />}
    </div>
  );
}

function Strip({ timeline }: { timeline: TimelineData }) {
  const query = useView((view) => view.query);
  const setQuery = useView((view) => view.setQuery);
  const [pointed, setPointed] = useState<number | null>(null);
  const [chosen, setChosen] = useState<{ from: number; at: number } | null>(null);
  const range = chosen === null ? null : rangeOf(chosen);
  const told = range ?? (pointed === null ? null : { first: pointed, last: pointed });

  const choose = (next: Range) => {
    setChosen(null);
    setQuery(withRange(query, timeline, next));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = timeline.buckets.length - 1;
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      const step = event.key === 'ArrowLeft' ? -1 : 1;
      const before = chosen?.at ?? (step === 1 ? -1 : last + 1);
      const at = Math.min(Math.max(before + step, 0), last);
      setChosen({ from: event.shiftKey && chosen !== null ? chosen.from : at, at });
    } else if (event.key === 'Enter') {
      if (range !== null) choose(range);
    } else if (event.key === 'Escape') {
      if (chosen !== null) setChosen(null);
      else if (hasRange(query)) setQuery(withoutRange(query));
      else return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={timelineSentence(timeline)}
      aria-valuemin={0}
      aria-valuemax={timeline.buckets.length - 1}
      aria-valuenow={chosen?.at ?? timeline.buckets.length - 1}
      aria-valuetext={range === null ? HINT : rangeWords(timeline, range)}
      onKeyDown={onKeyDown}
      onBlur={() => setChosen(null)}
      onDoubleClick={() => setQuery(withoutRange(query))}
      className="relative h-11 rounded-sm"
    >
      <Bars timeline={timeline} range={range} onPoint={setPointed} onRange={choose} />
      {told === null ? null : (
        <p
          aria-hidden="true"
          className="pointer-events-none absolute top-full left-0 z-20 mt-0.5 whitespace-nowrap rounded-md border border-line bg-raised px-2 py-0.5 text-ink2 text-sm shadow-float"
        >
          {rangeWords(timeline, told)}
        </p>
      )}
    </div>
  );
}

function rangeOf({ from, at }: { from: number; at: number }): Range {
  return { first: Math.min(from, at), last: Math.max(from, at) };
}

interface BarsProps {
  timeline: TimelineData;
  /** Chosen by the keys. */
  range: Range | null;
  onPoint: (index: number | null) => void;
  onRange: (range: Range) => void;
}

function Bars({ timeline, range, onPoint, onRange }: BarsProps) {
  const parent = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot | null>(null);
  const latest = useRef({ timeline, onPoint, onRange });
  useEffect(() => {
    latest.current = { timeline, onPoint, onRange };
  });

  useEffect(() => {
    const element = parent.current;
    if (element === null) return;
    const made = createChart({
      parent: element,
      width: element.clientWidth,
      height: HEIGHT,
      data: heightsOf(latest.current.timeline),
      onPoint: (index) => latest.current.onPoint(index),
      onRange: (first, last) => latest.current.onRange({ first, last }),
    });
    chart.current = made;
    const sized = new ResizeObserver(() =>
      made.setSize({ width: element.clientWidth, height: HEIGHT }),
    );
    sized.observe(element);
    // The colours are the theme's, and are kept with the paths of the bars.
    const themed = new MutationObserver(() => made.redraw());
    themed.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      sized.disconnect();
      themed.disconnect();
      made.destroy();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    chart.current?.setData(heightsOf(timeline));
  }, [timeline]);

  const count = timeline.buckets.length;
  return (
    <>
      <div ref={parent} className="h-11" />
      {range === null ? null : (
        <div
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 rounded-sm bg-accent/15 outline outline-accent/50"
          style={{
            left: `${(range.first / count) * 100}%`,
            width: `${((range.last - range.first + 1) / count) * 100}%`,
          }}
        />
      )}
    </>
  );
}
