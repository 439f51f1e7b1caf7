// A timeline in numbers and words: what is drawn, what is said of a part, and the filter for a range.

import type { Timeline, TimelineBucket } from '../../../shared/finding.ts';
import { parseQuery } from '../../../shared/query/parse.ts';
import { termsOf, withoutTerm, withTerm } from '../../../shared/query/terms.ts';
import { counted, dateAndTime, duration, timeOfDay } from '../../lib/format.ts';

/** The heights to draw, each on top of the one before: times in s, all, refused or failed, failed. */
export function heightsOf({ buckets }: Timeline): [number[], number[], number[], number[]] {
  return [
    buckets.map(({ at }) => Date.parse(at) / 1000),
    buckets.map(totalOf),
    buckets.map((bucket) => bucket.verdicts.failed + bucket.refused),
    buckets.map(({ verdicts }) => verdicts.failed),
  ];
}

export function totalOf({ verdicts }: TimelineBucket): number {
  const { verified, failed, unsigned, unchecked } = verdicts;
  return verified + failed + unsigned + unchecked;
}

export interface Range {
  /** Indexes of parts, both included. */
  first: number;
  last: number;
}

/** `14:02 to 14:04: 12 deliveries, 2 failed signatures`. */
export function rangeWords(timeline: Timeline, { first, last }: Range): string {
  const { buckets, bucketMs } = timeline;
  const chosen = buckets.slice(first, last + 1);
  const from = chosen[0]?.at;
  const to = chosen.at(-1)?.at;
  if (from === undefined || to === undefined) return '';
  const end = new Date(Date.parse(to) + bucketMs).toISOString();
  return `${timeWords(from, bucketMs)} to ${timeWords(end, bucketMs)}: ${countWords(chosen)}`;
}

/** The whole in a sentence, for those who cannot see it. */
export function timelineSentence(timeline: Timeline): string {
  const { buckets, bucketMs } = timeline;
  const length = `in parts of ${duration(bucketMs)}`;
  const partly = timeline.complete ? '' : `, counted back to ${dateAndTime(timeline.since)}`;
  return `Timeline ${length}: ${countWords(buckets)}${partly}.`;
}

function countWords(buckets: readonly TimelineBucket[]): string {
  const sum = (count: (bucket: TimelineBucket) => number) =>
    buckets.reduce((total, bucket) => total + count(bucket), 0);
  const failed = sum(({ verdicts }) => verdicts.failed);
  const refused = sum((bucket) => bucket.refused);
  return [
    counted(sum(totalOf), 'delivery', 'deliveries'),
    ...(failed === 0 ? [] : [counted(failed, 'failed signature', 'failed signatures')]),
    ...(refused === 0 ? [] : [`${counted(refused, 'other', 'others')} answered with an error`]),
  ].join(', ');
}

const DAY_MS = 86_400_000;

/** As much of a time as tells the parts apart. */
function timeWords(iso: string, bucketMs: number): string {
  const time = timeOfDay(iso);
  if (bucketMs < 1000) return time;
  if (bucketMs < 60_000) return time.slice(0, 8);
  const [day = ''] = dateAndTime(iso).split(' ');
  return bucketMs < DAY_MS / 24 ? time.slice(0, 5) : `${day} ${time.slice(0, 5)}`;
}

/** The filter with its times replaced by those of a range of parts. */
export function withRange(query: string, timeline: Timeline, { first, last }: Range): string {
  const from = timeline.buckets[first]?.at;
  const to = timeline.buckets[last]?.at;
  if (from === undefined || to === undefined) return query;
  const end = new Date(Date.parse(to) + timeline.bucketMs).toISOString();
  return withTerm(withTerm(withoutRange(query), `after:${from}`), `before:${end}`);
}

/** The filter without times. One that cannot be read stays as it is. */
export function withoutRange(query: string): string {
  const parsed = parseQuery(query);
  if (!parsed.ok) return query;
  const time = termsOf(parsed.query).find(
    ({ query: part }) => part.kind === 'term' && part.condition.kind === 'time',
  );
  return time === undefined ? query : withoutRange(withoutTerm(query, time));
}

export function hasRange(query: string): boolean {
  return withoutRange(query) !== query;
}
