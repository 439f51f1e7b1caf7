// Who is cut off for stalling, and who may stay idle for ever.

import { describe, expect, it } from 'vitest';
import { connectRaw, rawRequest } from '../../../support/raw-http.ts';
import { startHarness, textOf } from './harness.ts';

/** Short enough for a test, where it matters; the rest far beyond any test. */
const NEVER = 600_000;
const LONG = {
  headMs: NEVER,
  bodyMs: NEVER,
  requestMs: NEVER,
  answerMs: NEVER,
  halfOpenMs: NEVER,
  lingerMs: NEVER,
  closeMs: 20,
};

describe('a client that stalls', () => {
  it('in the head is answered 408, listed and cut off', async () => {
    const { port, captured } = await startHarness({
      stallMs: { ...LONG, headMs: 40, lingerMs: 40 },
    });
    const client = await connectRaw(port);
    await client.send('POST /x HTTP/1.1\r\nHost: h\r\nX-Slow: ');
    expect((await client.response()).status).toBe(408);
    await client.rest();
    expect(await captured(1)).toMatchObject([
      {
        state: 'aborted',
        method: '',
        problem: expect.stringMatching(/did not finish its headers within 40 ms/),
      },
    ]);
    client.destroy();
  });

  it('in the head of its second request is cut off too', async () => {
    const { port, captured } = await startHarness({ stallMs: { ...LONG, headMs: 40 } });
    const client = await connectRaw(port);
    await client.send('GET / HTTP/1.1\r\nHost: h\r\n\r\n');
    expect((await client.response()).status).toBe(200);
    await client.send('GET /2 HT');
    expect((await client.response()).status).toBe(408);
    expect((await captured(2)).map(({ state }) => state)).toEqual(['complete', 'aborted']);
    client.destroy();
  });

  it('trickling its head is cut off although bytes keep coming', async () => {
    const { port } = await startHarness({ stallMs: { ...LONG, headMs: 60 } });
    const client = await connectRaw(port);
    await client.send('POST /x HTTP/1.1\r\nHost: h\r\nX: ');
    const trickle = setInterval(() => void client.send('a'), 5);
    expect((await client.response()).status).toBe(408);
    clearInterval(trickle);
    client.destroy();
  });

  it('in the body is answered 408 and listed with what was read', async () => {
    const { port, captured, exchanges } = await startHarness({ stallMs: { ...LONG, bodyMs: 40 } });
    const client = await connectRaw(port);
    await client.send('POST /x HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nabc');
    expect((await client.response()).status).toBe(408);
    const [seen] = await captured(1);
    expect(seen).toMatchObject({
      state: 'aborted',
      target: '/x',
      problem: expect.stringMatching(/nothing more for 40 ms/),
    });
    expect(await textOf(seen!.body)).toBe('abc');
    expect(exchanges[0]!.answered).toBe(408);
    client.destroy();
  });

  it('trickling its body is cut off in the end', async () => {
    const { port, captured } = await startHarness({ stallMs: { ...LONG, requestMs: 80 } });
    const client = await connectRaw(port);
    await client.send('POST /x HTTP/1.1\r\nHost: h\r\nContent-Length: 100000\r\n\r\n');
    const trickle = setInterval(() => void client.send('a'), 5);
    expect((await client.response()).status).toBe(408);
    clearInterval(trickle);
    expect(await captured(1)).toMatchObject([
      { problem: expect.stringMatching(/not complete after 80 ms/) },
    ]);
    client.destroy();
  });

  it('reading its answer is cut off', async () => {
    let closed: Promise<void> | null = null;
    const { port, captured, exchanges } = await startHarness({
      stallMs: { ...LONG, answerMs: 60 },
      answer: (exchange) => {
        closed = exchange.respond(200, [], Buffer.alloc(50 * 1024 * 1024));
      },
    });
    const client = await connectRaw(port);
    client.socket.pause();
    await client.send('GET / HTTP/1.1\r\nHost: h\r\n\r\n');
    await captured(1);
    await closed;
    expect(exchanges[0]).toMatchObject({ gone: true, closed: true });
    client.destroy();
  });

  it('after it has ended its own side is let go', async () => {
    const left = new Promise<void>((resolve) => {
      void startHarness({
        stallMs: { ...LONG, halfOpenMs: 40 },
        answer: (exchange) => exchange.onGone(resolve),
      }).then(async ({ port }) => {
        const client = await connectRaw(port);
        await client.send('GET / HTTP/1.1\r\nHost: h\r\n\r\n');
        client.end();
      });
    });
    await left;
  });

  it('being refused, it is not waited for without end', async () => {
    const { port } = await startHarness({
      bodyLimitBytes: () => 4,
      stallMs: { ...LONG, lingerMs: 40 },
    });
    const client = await connectRaw(port);
    await client.send('POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 99\r\n\r\nabcdef');
    expect((await client.response()).status).toBe(413);
    await client.rest();
    client.destroy();
  });
});

describe('a connection that is idle', () => {
  it('is kept, before its first request and after', async () => {
    const all = {
      headMs: 20,
      bodyMs: 20,
      requestMs: 20,
      answerMs: 20,
      halfOpenMs: 20,
      lingerMs: 20,
    };
    const { port } = await startHarness({ stallMs: all });
    const pooled = await connectRaw(port);
    const used = await connectRaw(port);
    await used.send('POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nhi');
    expect((await used.response()).status).toBe(200);
    // Another client is cut off five times over: as long as that, and longer, the two were idle.
    for (let i = 0; i < 5; i++) {
      expect((await rawRequest(port, 'GET / HTTP/1.1\r\nHost: ')).status).toBe(408);
    }
    for (const client of [pooled, used]) {
      await client.send('POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nhi');
      expect((await client.response()).status).toBe(200);
      client.destroy();
    }
  });

  it('makes room for a new one when there are too many', async () => {
    const { port } = await startHarness({ maxConnections: 3 });
    const first = await connectRaw(port);
    const others = [await connectRaw(port), await connectRaw(port)];
    expect((await rawRequest(port, 'GET / HTTP/1.1\r\nHost: h\r\n\r\n')).status).toBe(200);
    await first.rest();
    for (const client of others) {
      await client.send('GET / HTTP/1.1\r\nHost: h\r\n\r\n');
      expect((await client.response()).status).toBe(200);
      client.destroy();
    }
  });

  it('that is not idle stays, and the new one has to go', async () => {
    const { port, captured, exchanges } = await startHarness({ maxConnections: 1, answer() {} });
    const busy = await connectRaw(port);
    await busy.send('GET / HTTP/1.1\r\nHost: h\r\n\r\n');
    await captured(1);
    const late = await connectRaw(port);
    expect((await late.rest()).length).toBe(0);
    void exchanges[0]!.respond(200, [], 'ok');
    expect((await busy.response()).status).toBe(200);
    busy.destroy();
    late.destroy();
  });
});
