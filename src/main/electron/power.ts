// A machine that wakes up has stale connections: the public URL is checked at once.

import { powerMonitor } from 'electron';
import type { Engine } from '../engine/engine.ts';

export function setupPower(engine: Engine): void {
  powerMonitor.on('resume', () => {
    void engine.dispatch('tunnel.probe', {});
  });
}
