// Calls and events over a Channel: the same frames by IPC and by WebSocket. Frames are JSON values.
// No time-outs here: a lost channel rejects what is pending; long work reports by events.

import type { AppEvent, CallInput, CallName, CallResults } from './contract.ts';
import type { Snapshot } from './model.ts';

export interface WireError {
  code: string;
  message: string;
  /** Where the message alone leaves something open: of a filter, `at`, `length` and `suggestion`. */
  details?: Readonly<Record<string, string | number>>;
}

export type ClientFrame = { kind: 'call'; id: number; name: string; input: unknown };
export type HostFrame =
  | { kind: 'result'; id: number; result: unknown }
  | { kind: 'error'; id: number; error: WireError }
  | { kind: 'snapshot'; snapshot: Snapshot }
  | { kind: 'events'; events: AppEvent[] };

/** A two-way pipe of JSON frames. Listeners are called with frames in the order they were sent. */
export interface Channel {
  send(frame: unknown): void;
  onFrame(listener: (frame: unknown) => void): void;
  onClose(listener: () => void): void;
}

/** A call that the host refused or could not finish. */
export class CallError extends Error {
  readonly code: string;
  readonly details: NonNullable<WireError['details']>;

  constructor({ code, message, details = {} }: WireError) {
    super(message);
    this.name = 'CallError';
    this.code = code;
    this.details = details;
  }
}

export type Call = <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallResults[N]>;

export interface Client {
  call: Call;
}

export interface ClientListeners {
  onSnapshot(snapshot: Snapshot): void;
  onEvents(events: AppEvent[]): void;
}

interface Pending {
  resolve(result: never): void;
  reject(error: CallError): void;
}

/** The renderer's end of a channel. */
export function connect(channel: Channel, listeners: ClientListeners): Client {
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let closed = false;

  channel.onFrame((raw) => {
    const frame = raw as HostFrame;
    switch (frame.kind) {
      case 'result':
        pending.get(frame.id)?.resolve(frame.result as never);
        pending.delete(frame.id);
        return;
      case 'error':
        pending.get(frame.id)?.reject(new CallError(frame.error));
        pending.delete(frame.id);
        return;
      case 'snapshot':
        return listeners.onSnapshot(frame.snapshot);
      case 'events':
        return listeners.onEvents(frame.events);
    }
  });

  channel.onClose(() => {
    closed = true;
    for (const { reject } of pending.values()) reject(lostConnection());
    pending.clear();
  });

  return {
    call(name, input) {
      if (closed) return Promise.reject(lostConnection());
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        pending.set(id, { resolve, reject });
        channel.send({ kind: 'call', id, name, input } satisfies ClientFrame);
      });
    },
  };
}

function lostConnection(): CallError {
  return new CallError({ code: 'closed', message: 'The connection to Hookglass was lost.' });
}
