// Connections that are kept between attempts.

import { describe, expect, it } from 'vitest';
import { answersOk } from '../../../support/destinations.ts';
import { memory, startForwarding } from './harness.ts';

describe('a connection that was kept', () => {
  it('and is closed by the server when it is used again, is replaced without a failure', async () => {
    const { destination, forward } = await startForwarding((socket, request) => {
      if (request.connection === 1 && destination.requests.length === 2) socket.resetAndDestroy();
      else answersOk()(socket, request);
    });
    await forward();
    const { attempt } = await forward({ body: memory('once more') });
    expect(attempt).toMatchObject({ outcome: 'response', status: 200 });
    expect(destination.requests.map(({ connection }) => connection)).toEqual([1, 1, 2]);
    expect(destination.requests[2]!.body.toString()).toBe('once more');
  });

  it('is not replaced once a byte of an answer has come', async () => {
    const { destination, forward } = await startForwarding((socket, request) => {
      if (destination.requests.length === 1) answersOk()(socket, request);
      else socket.write('HTTP/1.1 2', () => socket.resetAndDestroy());
    });
    await forward();
    const { attempt } = await forward();
    expect(attempt.failure?.code).toBe('reset');
    expect(destination.requests).toHaveLength(2);
  });

  it('is replaced only once', async () => {
    const { destination, forward } = await startForwarding((socket, request) => {
      if (destination.requests.length === 1) answersOk()(socket, request);
      else socket.resetAndDestroy();
    });
    await forward();
    expect((await forward()).attempt.failure?.code).toBe('reset');
    expect(destination.requests).toHaveLength(3);
  });
});
