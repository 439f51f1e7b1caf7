// The three steps of the first run, and which of them are done: judged by what is there, not by what was clicked.

import type { Endpoint, Stats, TunnelStatus } from '../../../shared/model.ts';

export type StepName = 'url' | 'provider' | 'test';

export interface Step {
  name: StepName;
  done: boolean;
  /** The first that is not done: its button is the filled one. */
  next: boolean;
}

export interface FirstRunFacts {
  tunnel: Pick<TunnelStatus, 'state' | 'publicUrl'>;
  endpoints: Pick<Endpoint, 'provider' | 'secrets'>[];
  stats: Pick<Stats, 'deliveries'>;
  /** The receiver's own URL was copied: a public one is not wanted. */
  copiedLocalUrl: boolean;
}

export function firstRunSteps(facts: FirstRunFacts): Step[] {
  const { tunnel, endpoints, stats, copiedLocalUrl } = facts;
  const online = tunnel.publicUrl !== null && tunnel.state !== 'off' && tunnel.state !== 'failed';
  const done: Record<StepName, boolean> = {
    url: online || copiedLocalUrl,
    provider: configured(endpoints) !== null,
    test: stats.deliveries > 0,
  };
  const names: StepName[] = ['url', 'provider', 'test'];
  const next = names.find((name) => !done[name]);
  return names.map((name) => ({ name, done: done[name], next: name === next }));
}

/** The first endpoint that can verify something; null when none can. */
export function configured<E extends FirstRunFacts['endpoints'][number]>(endpoints: E[]): E | null {
  return endpoints.find(({ provider, secrets }) => provider !== null && secrets.length > 0) ?? null;
}
