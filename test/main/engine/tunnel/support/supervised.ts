// A supervisor under test, with every status it announced and a way to wait for the one that matters.

import {
  createSupervisor,
  type StartOptions,
  type Supervisor,
  type SupervisorOptions,
} from '../../../../../src/main/engine/tunnel/supervisor.ts';
import type { TunnelMemory } from '../../../../../src/main/engine/tunnel/tunnel-memory.ts';
import type { TunnelState, TunnelStatus } from '../../../../../src/shared/model.ts';

/** Nothing happens by itself within a test, but what follows from something happens at once. */
const timings = {
  ...{ probeEveryMs: 600_000, probeAgainMs: 600_000, probeTimeoutMs: 5_000 },
  ...{ backoffBaseMs: 1, backoffMaxMs: 1, nameHeldMs: 1, clockTickMs: 600_000 },
};

export interface Supervised extends Supervisor {
  statuses: TunnelStatus[];
  /** What was saved last. */
  saved: TunnelMemory | undefined;
  /** The first status from now on, or the one now, that fits. */
  until(fits: (status: TunnelStatus) => boolean): Promise<TunnelStatus>;
  /** Makes the next try at once; answers when there is a tunnel, or another try to wait for. */
  tryNow(): Promise<TunnelStatus>;
  /** The states announced so far, each once for as long as it lasted. */
  states(): TunnelState[];
}

/** Every wait for another try that was announced, in ms, where the clock stands at 0. */
export function waitsOf({ statuses }: Supervised, reason = ''): number[] {
  return statuses
    .filter((status) => status.reason?.includes(reason))
    .flatMap(({ nextTryAt }) => (nextTryAt === null ? [] : [Date.parse(nextTryAt)]));
}

export function supervise(
  options: Partial<SupervisorOptions> & Pick<SupervisorOptions, 'client' | 'probe' | 'port'>,
): Supervised {
  const statuses: TunnelStatus[] = [];
  let waiting: { fits(status: TunnelStatus): boolean; resolve(status: TunnelStatus): void }[] = [];
  const supervisor = createSupervisor({
    loadState: () => undefined,
    saveState(state) {
      supervised.saved = state;
    },
    random: () => 0,
    ...options,
    timings: { ...timings, ...options.timings },
    onChange(status) {
      statuses.push(status);
      options.onChange?.(status);
      const [met, left] = [
        waiting.filter((w) => w.fits(status)),
        waiting.filter((w) => !w.fits(status)),
      ];
      waiting = left;
      for (const { resolve } of met) resolve(status);
    },
  });
  const supervised: Supervised = {
    start: (start: StartOptions) => supervisor.start(start),
    stop: () => supervisor.stop(),
    status: () => supervisor.status(),
    probeNow: () => supervisor.probeNow(),
    close: () => supervisor.close(),
    statuses,
    saved: undefined,
    until(fits) {
      const now = supervisor.status();
      if (fits(now)) return Promise.resolve(now);
      return new Promise((resolve) => waiting.push({ fits, resolve }));
    },
    async tryNow() {
      await supervisor.probeNow();
      return supervised.until(({ nextTryAt, state }) => nextTryAt !== null || state === 'online');
    },
    states: () =>
      statuses.map(({ state }) => state).filter((state, i, all) => state !== all[i - 1]),
  };
  return supervised;
}
