// The bars of the timeline, drawn by uPlot in the colours of the tokens.

import uPlot from 'uplot';

export interface ChartInput {
  parent: HTMLElement;
  width: number;
  height: number;
  /** Times in s, then the heights of all, of those refused or failed, and of those failed. */
  data: [number[], number[], number[], number[]];
  /** The part under the pointer; null: none. */
  onPoint(index: number | null): void;
  /** A range was drawn, in parts. */
  onRange(first: number, last: number): void;
}

/** Of the width that a part has. */
const BAR_SHARE = 0.82;
const MAX_BAR_PX = 24;

export function createChart(input: ChartInput): uPlot {
  const bars = uPlot.paths.bars?.({ size: [BAR_SHARE, MAX_BAR_PX], align: 1 });
  const series = (token: string): uPlot.Series => ({
    fill: () => colour(token),
    stroke: () => colour(token),
    width: 0,
    points: { show: false },
    ...(bars === undefined ? {} : { paths: bars }),
  });
  return new uPlot(
    {
      width: input.width,
      height: input.height,
      legend: { show: false },
      padding: [4, 0, 0, 0],
      axes: [{ show: false }, { show: false }],
      scales: {
        x: { time: true, range: (chart) => rangeOf(chart.data[0]) },
        y: { range: (_, __, max) => [0, Math.max(1, max)] },
      },
      // Those drawn later cover those before: what is left of them to see is the rest.
      series: [{}, series('--wave1'), series('--warn'), series('--bad')],
      cursor: {
        y: false,
        points: { show: false },
        drag: { x: true, y: false, setScale: false, dist: 4 },
      },
      hooks: {
        setCursor: [({ cursor }) => input.onPoint(cursor.idx ?? null)],
        setSelect: [
          (chart) => {
            const { left, width } = chart.select;
            if (width <= 0) return;
            input.onRange(partAt(chart, left), partAt(chart, left + width));
            chart.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
          },
        ],
      },
    },
    input.data,
    input.parent,
  );
}

/** The bars begin at their time: the last one needs its room. */
function rangeOf(times: ArrayLike<number>): [number, number] {
  const first = times[0] ?? 0;
  const last = times[times.length - 1] ?? 1;
  const part = times.length > 1 ? (last - first) / (times.length - 1) : 1;
  return [first, last + part];
}

function partAt(chart: uPlot, left: number): number {
  const times = chart.data[0];
  const at = chart.posToVal(left, 'x');
  let index = 0;
  while (index + 1 < times.length && (times[index + 1] ?? 0) <= at) index++;
  return index;
}

function colour(token: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(token).trim();
}
