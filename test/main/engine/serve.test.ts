// Calls and events over a channel, host and client together.

import { describe, expect, it } from 'vitest';
import { createBus } from '../../../src/main/engine/bus.ts';
import type { Dispatch } from '../../../src/main/engine/dispatch.ts';
import { serve } from '../../../src/main/engine/serve.ts';
import type { AppEvent } from '../../../src/shared/contract.ts';
import type { Snapshot } from '../../../src/shared/model.ts';
import { connect } from '../../../src/shared/rpc.ts';
import { channelPair } from '../../support/channels.ts';

function setup(dispatch: Dispatch) {
  const pair = channelPair();
  const bus = createBus();
  const seen: (Snapshot | AppEvent)[] = [];
  let onSeen = () => {};
  const note = (...items: (Snapshot | AppEvent)[]) => {
    seen.push(...items);
    onSeen();
  };
  const client = connect(pair.client, {
    onSnapshot: note,
    onEvents: (events) => note(...events),
  });
  const snapshot = () => ({ version: '1.2.3' }) as Snapshot;
  serve(pair.host, { dispatch, snapshot, bus });
  const until = (count: number) =>
    new Promise<void>((resolve) => {
      onSeen = () => {
        if (seen.length >= count) resolve();
      };
      onSeen();
    });
  return { bus, client, seen, until, close: pair.close, sendRaw: pair.client.send };
}

const answerAll: Dispatch = async (name, input) => ({ ok: true, result: { name, input } });

describe('a served channel', () => {
  it('sends the snapshot first, and events from that moment on', async () => {
    const { bus, seen, until } = setup(answerAll);
    const receiver = { url: 'u', paused: true };
    bus.publish({ type: 'receiver.changed', receiver });
    await until(2);
    expect(seen).toEqual([{ version: '1.2.3' }, { type: 'receiver.changed', receiver }]);
  });

  it('answers calls, each its own', async () => {
    const { client } = setup(answerAll);
    const [one, two] = await Promise.all([
      client.call('deliveries.get', { id: 'a' }),
      client.call('attempts.get', { id: 'b' }),
    ]);
    expect(one).toEqual({ name: 'deliveries.get', input: { id: 'a' } });
    expect(two).toEqual({ name: 'attempts.get', input: { id: 'b' } });
  });

  it('rejects with the code and the sentence of the host', async () => {
    const { client } = setup(async () => ({
      ok: false,
      error: { code: 'not-found', message: 'There is no delivery a.' },
    }));
    await expect(client.call('deliveries.get', { id: 'a' })).rejects.toMatchObject({
      code: 'not-found',
      message: 'There is no delivery a.',
    });
  });

  it('drops frames that are no calls', async () => {
    const { client, sendRaw } = setup(answerAll);
    for (const frame of [
      null,
      1,
      'x',
      {},
      { kind: 'call' },
      { kind: 'call', id: 'a', name: 'x' },
    ]) {
      sendRaw(frame);
    }
    expect(await client.call('settings.get', {})).toMatchObject({ name: 'settings.get' });
  });

  it('rejects what is pending when the channel is lost, and ends its subscription', async () => {
    const { client, close, bus } = setup(() => new Promise(() => {}));
    const pending = client.call('settings.get', {});
    close();
    await expect(pending).rejects.toMatchObject({ code: 'closed' });
    await expect(client.call('settings.get', {})).rejects.toMatchObject({ code: 'closed' });
    expect(bus.wants('settings.changed')).toBe(false);
  });
});
