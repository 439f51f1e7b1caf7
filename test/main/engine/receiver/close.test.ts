// What becomes of connections and requests when the receiver is closed.

import { describe, expect, it } from 'vitest';
import { connectRaw, rawRequest } from '../../../support/raw-http.ts';
import { startHarness } from './harness.ts';

const GET = 'GET / HTTP/1.1\r\nHost: h\r\n\r\n';

describe('closing the receiver', () => {
  it('ends idle connections and takes no new ones', async () => {
    const { port, receiver } = await startHarness();
    const unused = await connectRaw(port);
    const used = await connectRaw(port);
    await used.send(GET);
    await used.response();
    await receiver.close();
    await unused.rest();
    await used.rest();
    await expect(rawRequest(port, GET)).rejects.toThrow(/ECONNREFUSED/);
  });

  it('lets an answer under way go out', async () => {
    const { port, receiver, captured, exchanges } = await startHarness({ answer() {} });
    const client = await connectRaw(port);
    await client.send(GET);
    await captured(1);
    const closed = receiver.close();
    void exchanges[0]!.respond(200, [], 'just in time');
    expect((await client.response()).body.toString()).toBe('just in time');
    await client.rest();
    client.end();
    await closed;
  });

  it('cuts off a request that does not end, and hands it over first', async () => {
    const { port, receiver, captures } = await startHarness({ stallMs: { closeMs: 30 } });
    const client = await connectRaw(port);
    await client.send('POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nabc');
    await rawRequest(port, GET);
    await receiver.close();
    expect(captures.map(({ state, problem }) => ({ state, problem }))).toEqual([
      { state: 'complete', problem: null },
      { state: 'aborted', problem: 'Hookglass was stopped before it was complete.' },
    ]);
    client.destroy();
  });

  it('hands over a large body that was still being written', async () => {
    const { port, receiver, captures } = await startHarness({ stallMs: { closeMs: 30 } });
    const client = await connectRaw(port);
    await client.send('POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 9000000\r\n\r\n');
    await client.send(Buffer.alloc(2_000_000));
    await rawRequest(port, GET);
    await receiver.close();
    expect(captures).toHaveLength(2);
    expect(captures[1]).toMatchObject({ state: 'aborted', body: { kind: 'file' } });
    client.destroy();
  });
});
