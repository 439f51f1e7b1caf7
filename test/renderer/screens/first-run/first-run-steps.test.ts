// The first run's steps: done when what they are for is there.

import { describe, expect, it } from 'vitest';
import {
  configured,
  type FirstRunFacts,
  firstRunSteps,
} from '../../../../src/renderer/screens/first-run/first-run-steps.ts';
import { endpoint } from '../endpoints/samples.ts';

const fresh: FirstRunFacts = {
  tunnel: { state: 'off', publicUrl: null },
  endpoints: [endpoint({ provider: null, secrets: [] })],
  stats: { deliveries: 0 },
  copiedLocalUrl: false,
};

const state = (facts: Partial<FirstRunFacts>) =>
  firstRunSteps({ ...fresh, ...facts }).map(({ done, next }) =>
    done ? 'done' : next ? 'next' : '-',
  );

describe('the first run', () => {
  it('begins with the URL', () => {
    expect(state({})).toEqual(['next', '-', '-']);
  });

  it('goes on once there is a public URL, or the local one was copied', () => {
    const online = { state: 'online' as const, publicUrl: 'https://a.example' };
    expect(state({ tunnel: online })).toEqual(['done', 'next', '-']);
    expect(state({ copiedLocalUrl: true })).toEqual(['done', 'next', '-']);
  });

  it('does not take a URL that failed for one', () => {
    const failed = { state: 'failed' as const, publicUrl: 'https://a.example' };
    expect(state({ tunnel: failed })).toEqual(['next', '-', '-']);
  });

  it('takes the second step for done when an endpoint can verify', () => {
    expect(state({ endpoints: [endpoint()] })).toEqual(['next', 'done', '-']);
    expect(state({ endpoints: [endpoint({ secrets: [] })] })).toEqual(['next', '-', '-']);
    expect(configured([endpoint({ provider: null }), endpoint({ id: 'e2' })])?.id).toBe('e2');
  });

  it('ends with a delivery, however it came', () => {
    expect(state({ stats: { deliveries: 1 } })).toEqual(['next', '-', 'done']);
  });
});
