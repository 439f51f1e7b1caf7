// Whether the receiver turns deliveries away, and where it listens.

import type { ReceiverStatus } from '../../shared/model.ts';
import type { Bus } from './bus.ts';

export interface Pause {
  setUrl(url: string): void;
  set(paused: boolean): ReceiverStatus;
  status(): ReceiverStatus;
}

/** Not remembered: an app that starts paused would look broken. */
export function createPause(bus: Bus): Pause {
  let status: ReceiverStatus = { url: '', paused: false };
  return {
    setUrl(url) {
      status = { ...status, url };
    },
    set(paused) {
      status = { ...status, paused };
      bus.publish({ type: 'receiver.changed', receiver: status });
      return status;
    },
    status: () => status,
  };
}
