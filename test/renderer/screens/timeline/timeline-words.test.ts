// A timeline in words, and the filter that a range of it makes.

import { describe, expect, it } from 'vitest';
import {
  hasRange,
  heightsOf,
  rangeWords,
  timelineSentence,
  withoutRange,
  withRange,
} from '../../../../src/renderer/screens/timeline/timeline-words.ts';
import type { Timeline } from '../../../../src/shared/finding.ts';

const START = Date.parse('2026-03-04T12:00:00Z');
const MINUTE = 60_000;
const iso = (minutes: number) => new Date(START + minutes * MINUTE).toISOString();

/** Parts of a minute: how many were verified, failed and refused in each. */
function timelineOf(parts: [verified: number, failed: number, refused: number][]): Timeline {
  return {
    from: iso(0),
    to: iso(parts.length),
    bucketMs: MINUTE,
    buckets: parts.map(([verified, failed, refused], index) => ({
      at: iso(index),
      verdicts: { verified, failed, unsigned: 0, unchecked: 0 },
      statuses: { '1xx': 0, '2xx': 0, '3xx': 0, '4xx': 0, '5xx': 0, none: 0 },
      refused,
    })),
    complete: true,
    since: iso(0),
  };
}

const timeline = timelineOf([
  [3, 1, 2],
  [0, 0, 0],
  [1, 0, 0],
]);

describe('the timeline', () => {
  it('stacks failures on refusals on the rest', () => {
    expect(heightsOf(timeline)).toEqual([
      [START / 1000, START / 1000 + 60, START / 1000 + 120],
      [4, 0, 1],
      [3, 0, 0],
      [1, 0, 0],
    ]);
  });

  it('says what came in a range, and in all', () => {
    expect(rangeWords(timeline, { first: 0, last: 1 })).toMatch(
      /^\d\d:\d\d to \d\d:\d\d: 4 deliveries, 1 failed signature, 2 others answered with an error$/,
    );
    expect(timelineSentence(timeline)).toBe(
      'Timeline in parts of 1 min: 5 deliveries, 1 failed signature, 2 others answered with an error.',
    );
  });

  it('makes a range a part of the filter, in the place of an earlier one', () => {
    const once = withRange('type:invoice.*', timeline, { first: 1, last: 1 });
    expect(once).toBe(`type:invoice.* after:${iso(1)} before:${iso(2)}`);
    expect(withRange(once, timeline, { first: 0, last: 2 })).toBe(
      `type:invoice.* after:${iso(0)} before:${iso(3)}`,
    );
    expect(withoutRange(once)).toBe('type:invoice.*');
    expect([hasRange(once), hasRange('type:invoice.*')]).toEqual([true, false]);
  });

  it('leaves a filter that cannot be read as it is', () => {
    expect(withoutRange('after:2026 type:(')).toBe('after:2026 type:(');
  });
});
