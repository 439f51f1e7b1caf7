// Several requests on one connection, and those that ask before they send.

import { describe, expect, it } from 'vitest';
import { connectRaw, rawRequest } from '../../../support/raw-http.ts';
import { startHarness, textOf } from './harness.ts';

describe('one connection', () => {
  it('takes one request after the other', async () => {
    const { port, captured } = await startHarness();
    const client = await connectRaw(port);
    for (const target of ['/1', '/2', '/3']) {
      await client.send(`POST ${target} HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\nx`);
      expect((await client.response()).status).toBe(200);
    }
    expect((await captured(3)).map(({ target }) => target)).toEqual(['/1', '/2', '/3']);
    client.destroy();
  });

  it('answers pipelined requests in their order, whatever order they are done in', async () => {
    const held: (() => void)[] = [];
    const { port, captured } = await startHarness({
      answer: (exchange, { target }) => held.push(() => void exchange.respond(200, [], target)),
    });
    const client = await connectRaw(port);
    const requests = ['/1', '/2', '/3', '/4', '/5'].map(
      (target) => `POST ${target} HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc`,
    );
    await client.send(requests.join(''));
    await captured(5);
    for (const answer of held.reverse()) answer();
    const bodies: string[] = [];
    for (let i = 0; i < 5; i++) bodies.push((await client.response()).body.toString());
    expect(bodies).toEqual(['/1', '/2', '/3', '/4', '/5']);
    client.destroy();
  });

  it('takes thousands of pipelined requests without reading them all ahead', async () => {
    let open = 0;
    let most = 0;
    const { port, captured } = await startHarness({
      answer(exchange) {
        most = Math.max(most, ++open);
        setImmediate(() => {
          open--;
          void exchange.respond(200, [], 'ok');
        });
      },
    });
    const client = await connectRaw(port);
    void client.send('GET /p HTTP/1.1\r\nHost: h\r\nX-Pad: 0123456789\r\n\r\n'.repeat(5000));
    for (let i = 0; i < 5000; i++) expect((await client.response()).status).toBe(200);
    expect(await captured(5000)).toHaveLength(5000);
    // A packet's worth: it is parsed to its end before reading can stop.
    expect(most).toBeLessThan(1500);
    client.destroy();
  });

  it('is closed after the answer when the client asks for it', async () => {
    const { port } = await startHarness();
    const client = await connectRaw(port);
    await client.send('GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n');
    expect((await client.response()).status).toBe(200);
    expect((await client.rest()).length).toBe(0);
  });
});

describe('Expect', () => {
  it('100-continue is granted before the body comes', async () => {
    const { port, captured } = await startHarness();
    const client = await connectRaw(port);
    await client.send(
      'POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n',
    );
    expect((await client.response()).statusLine).toBe('HTTP/1.1 100 Continue');
    await client.send('abc');
    expect((await client.response()).status).toBe(200);
    const [seen] = await captured(1);
    expect(await textOf(seen!.body)).toBe('abc');
    client.destroy();
  });

  it('100-continue is refused at once when the body would be too large', async () => {
    const { port, captured, exchanges } = await startHarness({ bodyLimitBytes: () => 2 });
    const client = await connectRaw(port);
    await client.send(
      'POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n',
    );
    expect((await client.response()).status).toBe(413);
    expect(await captured(1)).toMatchObject([{ state: 'oversized' }]);
    expect(exchanges[0]!.answered).toBe(413);
    client.destroy();
  });

  it('of anything else changes nothing', async () => {
    const { port, captured } = await startHarness();
    const answer = await rawRequest(
      port,
      'POST / HTTP/1.1\r\nHost: h\r\nExpect: miracles\r\nContent-Length: 3\r\n\r\nabc',
    );
    expect(answer.status).toBe(200);
    expect(await captured(1)).toMatchObject([{ state: 'complete' }]);
  });
});
