// Answers that are passed on while they arrive, and attempts that are broken off or never made.

import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import {
  answersOk,
  answersWithoutEnd,
  type Behaviour,
  misbehaviours,
} from '../../../support/destinations.ts';
import { listen, newForwarder, send } from './harness.ts';

describe('passing an answer on', () => {
  it('begins when its head is here, and goes on piece by piece', async () => {
    let socketOf: Parameters<Behaviour>[0] | null = null;
    const { url } = await listen((socket) => {
      socketOf = socket;
      socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: 1\n\n');
    });
    const seen: string[] = [];
    const { attempt, body } = await send(url, {
      onResponse(response) {
        expect(response.status).toBe(200);
        expect(response.headers).toContainEqual(['Content-Type', 'text/event-stream']);
        response.body.on('data', (chunk: Buffer) => {
          seen.push(chunk.toString());
          if (seen.length === 1) socketOf!.write('data: 2\n\n');
          else socketOf!.end();
        });
      },
    });
    expect(seen).toEqual(['data: 1\n\n', 'data: 2\n\n']);
    expect(attempt.outcome).toBe('response');
    expect(body.toString()).toBe('data: 1\n\ndata: 2\n\n');
  });

  it('slows the destination down when it is paused, and is no stall', async () => {
    const { url } = await listen(answersOk('x'.repeat(20_000_000)));
    let most = 0;
    const { attempt } = await send(url, {
      timeoutMs: 300,
      onResponse({ body }) {
        let got = 0;
        body.on('data', (chunk: Buffer) => {
          got += chunk.length;
          most = Math.max(most, body.readableLength);
          if (got > 1000 && !body.isPaused() && got < 200_000) {
            body.pause();
            setTimeout(() => body.resume(), 700);
          }
        });
      },
    });
    expect(attempt).toMatchObject({ outcome: 'response', bodySize: 20_000_000 });
    expect(most).toBeLessThan(1_000_000);
  });

  it('ends the attempt, without a failure, when whoever read it has left', async () => {
    const { url } = await listen(answersWithoutEnd('HTTP/1.1 200 OK\r\n\r\n', 'x'.repeat(10_000)));
    const { attempt } = await send(url, {
      onResponse({ body }) {
        body.once('data', () => body.destroy());
      },
    });
    expect(attempt).toMatchObject({ outcome: 'response', status: 200, bodyTruncated: true });
  });

  it('is recorded all the same when passing it on fails', async () => {
    const { url } = await listen(answersOk('kept'));
    const { attempt, body } = await send(url, {
      onResponse() {
        throw new Error('a bug');
      },
    });
    expect(attempt).toMatchObject({ outcome: 'response', status: 200 });
    expect(body.toString()).toBe('kept');
  });

  it('breaks off where the destination breaks off', async () => {
    const { url } = await listen(misbehaviours.closesMidway);
    const copy = new PassThrough();
    const closed = new Promise<boolean>((resolve) => {
      copy.on('close', () => resolve(copy.readableEnded));
    });
    await send(url, {
      onResponse({ body }) {
        body.pipe(copy);
        body.on('close', () => copy.destroy());
      },
    });
    expect(await closed).toBe(false);
  });
});

describe('interrupting', () => {
  it('ends an attempt under way, at once', async () => {
    const stop = new AbortController();
    const { url } = await listen(() => stop.abort());
    const { attempt } = await send(url, { signal: stop.signal });
    expect(attempt).toMatchObject({ outcome: 'failure', failure: { code: 'interrupted' } });
  });

  it('before it began ends it too', async () => {
    const { url, requests } = await listen(answersOk());
    const { attempt } = await send(url, { signal: AbortSignal.abort() });
    expect(attempt.failure?.code).toBe('interrupted');
    expect(requests).toEqual([]);
  });

  it('happens to all when the forwarder is closed', async () => {
    const forwarder = newForwarder();
    let arrived = 0;
    const { url } = await listen(() => {
      if (++arrived === 2) forwarder.close();
    });
    const results = await Promise.all([send(url, {}, forwarder), send(url, {}, forwarder)]);
    for (const { attempt } of results) expect(attempt.failure?.code).toBe('interrupted');
  });

  it('may be possible for many attempts by one signal', async () => {
    const warnings: string[] = [];
    const onWarning = (warning: Error) => warnings.push(warning.name);
    process.on('warning', onWarning);
    const stop = new AbortController();
    const { url } = await listen(answersOk());
    const forwarder = newForwarder();
    await Promise.all(
      Array.from({ length: 30 }, () => send(url, { signal: stop.signal }, forwarder)),
    );
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', onWarning);
    expect(warnings).toEqual([]);
  });
});

describe('refuse', () => {
  it('is an attempt that was not made', () => {
    const failure = { code: 'unconfirmed', message: 'Not confirmed.' } as const;
    expect(newForwarder().refuse('http://x.example/', failure).attempt).toMatchObject({
      destination: 'http://x.example/',
      outcome: 'failure',
      status: null,
      failure,
      timing: { totalMs: null },
    });
  });
});
