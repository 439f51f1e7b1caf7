// The waterfall adds up to what was measured, whatever was not measured.

import { describe, expect, it } from 'vitest';
import {
  attemptWaterfall,
  deliveryWaterfall,
  type Waterfall,
} from '../../../../src/renderer/screens/delivery/waterfall.ts';
import { attempt, delivery } from './fixtures.ts';

const rows = ({ phases }: Waterfall) =>
  phases.map(({ label, startMs, durationMs }) => [label, startMs, durationMs]);

const noTiming = { bodyMs: null, verifiedMs: null, committedMs: null, answeredMs: null };

describe('deliveryWaterfall', () => {
  it('goes from the socket to the answer, forwarding included', () => {
    expect(rows(deliveryWaterfall(delivery(), null))).toEqual([
      ['Received', 0, 6],
      ['Stored, verified', 6, 0.5],
      ['Initial connection', 6, 1],
      ['Request sent', 7, 0.5],
      ['Waiting for server', 7.5, 398],
      ['Content download', 405.5, 2.5],
      ['Answered', 408, 4],
    ]);
  });

  it('counts the forwarding back from the answer where the clock would put it behind', () => {
    const late = attempt({ startedAt: '2026-11-22T14:02:31.999Z' });
    const { phases } = deliveryWaterfall(delivery({ attempts: [late] }), null);
    expect(phases.find(({ label }) => label === 'Initial connection')?.startMs).toBe(10);
    expect(phases.at(-1)).toMatchObject({ label: 'Answered', startMs: 412, durationMs: 0 });
  });

  it('puts a copy that nobody waited for after the answer', () => {
    const canned = delivery({
      response: { status: 200, source: 'canned' },
      timing: { bodyMs: 1, verifiedMs: 1, committedMs: 2, answeredMs: 3 },
    });
    expect(rows(deliveryWaterfall(canned, null)).map(([label]) => label)).toEqual([
      'Received',
      'Stored, verified',
      'Answered',
      'Initial connection',
      'Request sent',
      'Waiting for server',
      'Content download',
    ]);
  });

  it('leaves replays out', () => {
    const replayed = delivery({ attempts: [attempt({ trigger: 'replay' })] });
    expect(rows(deliveryWaterfall(replayed, null)).map(([label]) => label)).toEqual([
      'Received',
      'Stored, verified',
      'Answered',
    ]);
  });

  it('draws the deadline when it is within reach of the scale', () => {
    expect(deliveryWaterfall(delivery(), 30).deadlineMs).toBeNull();
    expect(deliveryWaterfall(delivery(), 0.8)).toMatchObject({ deadlineMs: 800, scaleMs: 816 });
    expect(deliveryWaterfall(delivery(), 0.4)).toMatchObject({ deadlineMs: 400, scaleMs: 412 });
  });

  it('is empty, with a scale, when nothing was measured', () => {
    const nothing = delivery({ timing: noTiming, attempts: [], state: 'aborted' });
    expect(deliveryWaterfall(nothing, null)).toEqual({
      phases: [],
      scaleMs: 0.1,
      deadlineMs: null,
    });
  });

  it('survives clocks that run backwards and numbers that are none', () => {
    const odd = delivery({
      timing: { bodyMs: 9, verifiedMs: 3, committedMs: 2, answeredMs: Number.NaN },
      attempts: [
        attempt({
          startedAt: 'yesterday',
          timing: { ...attempt().timing, waitMs: -5, totalMs: Number.POSITIVE_INFINITY },
        }),
      ],
    });
    for (const { startMs, durationMs } of deliveryWaterfall(odd, null).phases) {
      expect(startMs).toBeGreaterThanOrEqual(0);
      expect(durationMs).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('attemptWaterfall', () => {
  it('shows every phase that happened', () => {
    expect(rows(attemptWaterfall(attempt())).map(([label]) => label)).toEqual([
      'DNS lookup',
      'Initial connection',
      'Request sent',
      'Waiting for server',
      'Content download',
    ]);
  });

  it('says what a failure was spent on', () => {
    const none = { dnsMs: null, connectMs: null, tlsMs: null, waitMs: null, receiveMs: null };
    const refused = { ...none, sendMs: null, totalMs: 3.6 };
    const failure = { outcome: 'failure', status: null } as const;
    expect(rows(attemptWaterfall(attempt({ ...failure, timing: refused })))).toEqual([
      ['Tried to connect', 0, 3.6],
    ]);
    const timedOut = { ...none, connectMs: 1, sendMs: 1, totalMs: 30_000 };
    expect(rows(attemptWaterfall(attempt({ ...failure, timing: timedOut }))).at(-1)).toEqual([
      'Waited in vain',
      2,
      29_998,
    ]);
  });
});
