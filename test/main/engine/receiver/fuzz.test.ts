// Whatever bytes come: the receiver stays up, and takes a proper request afterwards.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectRaw, rawRequest } from '../../../support/raw-http.ts';
import { startHarness } from './harness.ts';

const VALID = 'POST /valid HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nhi';
const RUNS = 150;

const anyBytes = fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes));

/** A request that is nearly right: pieces of real ones in any order, with noise between. */
const nearlyHttp = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'GET / HTTP/1.1\r\n',
        'POST /x HTTP/1.1\r\n',
        'CONNECT a:1 HTTP/1.1\r\n',
        'Host: h\r\n',
        'Content-Length: 5\r\n',
        'Transfer-Encoding: chunked\r\n',
        'Expect: 100-continue\r\n',
        'Connection: Upgrade\r\nUpgrade: x\r\n',
        'Connection: close\r\n',
        '\r\n',
        '5\r\nhello\r\n',
        '0\r\n\r\n',
        'hello',
        VALID,
      ),
      fc.string({ maxLength: 20 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => Buffer.from(pieces.join(''), 'latin1'));

describe('a receiver under fuzz', () => {
  it.each([
    ['any bytes', anyBytes],
    ['nearly HTTP', nearlyHttp],
  ])('goes on after %s, in any pieces, ended in any way', async (_name, bytes) => {
    const { port, captures } = await startHarness({
      bodyLimitBytes: () => 1000,
      stallMs: { headMs: 30, bodyMs: 30, lingerMs: 30, halfOpenMs: 30 },
    });
    await fc.assert(
      fc.asyncProperty(
        bytes,
        fc.nat({ max: 100 }),
        fc.constantFrom('end', 'destroy', 'reset', 'stay'),
        async (data, cut, leave) => {
          const client = await connectRaw(port);
          const at = Math.floor((data.length * cut) / 100);
          void client.send(data.subarray(0, at));
          void client.send(data.subarray(at));
          if (leave === 'end') client.end();
          if (leave === 'destroy') client.destroy();
          if (leave === 'reset') client.destroy('reset');
          const answer = await rawRequest(port, VALID);
          expect(answer.status).toBe(200);
          client.destroy();
        },
      ),
      { numRuns: RUNS },
    );
    expect(captures.filter(({ target }) => target === '/valid').length).toBeGreaterThanOrEqual(
      RUNS,
    );
  });

  it('takes a proper request in pieces of any size', async () => {
    const { port, captured } = await startHarness();
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: VALID.length }), { maxLength: 8 }), async (cuts) => {
        const client = await connectRaw(port);
        client.socket.setNoDelay(true);
        const edges = [0, ...cuts.toSorted((a, b) => a - b), VALID.length];
        for (let i = 0; i + 1 < edges.length; i++) {
          await client.send(VALID.slice(edges[i], edges[i + 1]));
        }
        expect((await client.response()).status).toBe(200);
        client.destroy();
        const seen = (await captured(++count)).at(-1);
        expect(seen).toMatchObject({ state: 'complete', target: '/valid' });
      }),
      { numRuns: RUNS },
    );
  });
});
