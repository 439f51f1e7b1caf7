// Two ends of a channel in one process. Frames cross as JSON text, as they do in both transports.

import type { HostChannel } from '../../src/main/engine/serve.ts';
import type { Channel } from '../../src/shared/rpc.ts';

export interface ChannelPair {
  host: HostChannel;
  client: Channel;
  close(): void;
}

type Listeners = { frame: ((frame: unknown) => void)[]; close: (() => void)[] };

export function channelPair(): ChannelPair {
  const ends: Record<'host' | 'client', Listeners> = {
    host: { frame: [], close: [] },
    client: { frame: [], close: [] },
  };
  let open = true;
  const endOf = (mine: Listeners, other: Listeners): Channel => ({
    send(frame) {
      const text = JSON.stringify(frame);
      queueMicrotask(() => {
        if (open) for (const listener of other.frame) listener(JSON.parse(text));
      });
    },
    onFrame: (listener) => mine.frame.push(listener),
    onClose: (listener) => mine.close.push(listener),
  });
  return {
    host: { ...endOf(ends.host, ends.client), congested: () => false },
    client: endOf(ends.client, ends.host),
    close() {
      open = false;
      for (const listener of [...ends.host.close, ...ends.client.close]) listener();
    },
  };
}
