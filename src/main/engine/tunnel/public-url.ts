// Waiting for the public URL, for those who want to print or use it.

import type { Bus } from '../bus.ts';
import type { Supervisor } from './supervisor.ts';

/** Resolves with the URL once the tunnel is online; null when it is off, failed, or not within `waitMs`. */
export function publicUrlOf(tunnel: Supervisor, bus: Bus, waitMs: number): Promise<string | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => finish(null), waitMs);
    const unsubscribe = bus.on('tunnel.changed', look);
    function finish(url: string | null): void {
      clearTimeout(timer);
      unsubscribe();
      resolve(url);
    }
    function look(): void {
      const { state, publicUrl } = tunnel.status();
      if (state === 'online') finish(publicUrl);
      else if (state === 'off' || state === 'failed') finish(null);
    }
    look();
  });
}
