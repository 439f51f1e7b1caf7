// Destinations that are not there, or misbehave as servers under development do.

import { describe, expect, it } from 'vitest';
import {
  answers,
  answersOk,
  answersWithoutEnd,
  misbehaviours,
  unusedPort,
} from '../../../support/destinations.ts';
import { listen, send } from './harness.ts';

describe('a destination', () => {
  it('that is not there is named, with what to do', async () => {
    const port = await unusedPort();
    for (const host of ['localhost', '127.0.0.1', '[::1]', 'api.localhost']) {
      const { attempt } = await send(`http://${host}:${port}`);
      expect(attempt).toMatchObject({
        outcome: 'failure',
        status: null,
        failure: {
          code: 'refused',
          message: `Nothing is listening on ${host}:${port}. Start your server, then replay.`,
        },
      });
    }
  });

  it.each(['127.0.0.1', '::1'])('at localhost is found where only %s listens', async (host) => {
    const { port } = await listen(answersOk(), { host });
    const { attempt } = await send(`http://localhost:${port}`);
    expect(attempt).toMatchObject({ outcome: 'response', status: 200 });
  });

  it('below localhost is this machine, whatever DNS says', async () => {
    const { port, requests } = await listen(answersOk());
    const { attempt } = await send(`http://a.b.localhost:${port}`);
    expect(attempt.outcome).toBe('response');
    expect(requests[0]!.head).toContain(`Host: a.b.localhost:${port}`);
  });

  it('whose name does not exist is a failure of DNS', async () => {
    const { attempt } = await send('http://does-not-exist.invalid');
    expect(attempt.failure).toMatchObject({
      code: 'dns',
      message: expect.stringMatching(/does-not-exist\.invalid could not be found/),
    });
  });

  it('that is no web address is a failure too', async () => {
    const { attempt } = await send('ftp://localhost/x');
    expect(attempt.failure?.message).toMatch(/not a web address/);
  });

  it.each([
    ['never answers', misbehaviours.neverAnswers, 'timeout', /did not answer within 300 ms/],
    ['stops midway', misbehaviours.stopsMidway, 'timeout', /rest did not come within 300 ms/],
    ['answers garbage', misbehaviours.answersGarbage, 'malformed-response', /not valid HTTP/],
    ['closes before answering', misbehaviours.closesBeforeAnswering, 'reset', /before it answered/],
    ['resets before answering', misbehaviours.resetsBeforeAnswering, 'reset', /before it answered/],
    ['closes midway', misbehaviours.closesMidway, 'reset', /in the middle/],
    ['sends bad chunks', misbehaviours.sendsBadChunks, 'malformed-response', /not valid HTTP/],
    ['sends endless headers', misbehaviours.sendsEndlessHeaders, 'malformed-response', /64 KiB/],
    ['sends endless interims', misbehaviours.sendsEndlessInterims, 'malformed-response', /interim/],
    ['switches protocols', misbehaviours.switchesProtocols, 'malformed-response', /protocol/],
  ] as const)('that %s is told so', async (_name, behave, code, words) => {
    const { url, port } = await listen(behave);
    const { attempt } = await send(url, { timeoutMs: code === 'timeout' ? 300 : 10_000 });
    expect(attempt).toMatchObject({ outcome: 'failure', failure: { code } });
    expect(attempt.failure?.message).toMatch(words);
    expect(attempt.failure?.message).toContain(`127.0.0.1:${port}`);
  });

  it('that closes midway leaves what had come', async () => {
    const { url } = await listen(misbehaviours.closesMidway);
    const { attempt, body } = await send(url);
    expect(attempt).toMatchObject({ status: 200, bodySize: 100, bodyTruncated: true });
    expect(attempt.headers).toContainEqual(['X-A', '1']);
    expect(body.toString()).toBe('only this');
  });

  it('that answers without end is left when nobody waits for it', async () => {
    const { url } = await listen(
      answersWithoutEnd(
        'HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n',
        'x'.repeat(65_536),
      ),
    );
    const { attempt, body } = await send(url);
    expect(attempt).toMatchObject({
      outcome: 'response',
      status: 200,
      bodySize: 1_073_741_824,
      bodyTruncated: true,
      failure: null,
    });
    expect(body.length).toBe(5 * 1024 * 1024);
  });

  it('that answers early, before it has read the request, is heard', async () => {
    const { url } = await listen(() => {}, {
      onConnect: (socket) =>
        socket.once('data', () => {
          socket.end('HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\nConnection: close\r\n\r\nno!');
        }),
    });
    const { attempt, body } = await send(url, {
      message: {
        method: 'POST',
        target: '/',
        headers: [],
        body: { kind: 'memory', bytes: Buffer.alloc(10_000_000) },
      },
    });
    expect(attempt).toMatchObject({ outcome: 'response', status: 413 });
    expect(body.toString()).toBe('no!');
  });

  it('that is slow is waited for when there is no limit', async () => {
    const { url } = await listen((socket, request) => {
      setTimeout(() => answersOk()(socket, request), 60);
    });
    expect((await send(url, { timeoutMs: 0 })).attempt.outcome).toBe('response');
  });
});

describe('TLS', () => {
  it('takes a self-signed certificate on this machine', async () => {
    const { port } = await listen(answersOk(), { tls: true });
    for (const host of ['localhost', '127.0.0.1']) {
      const { attempt } = await send(`https://${host}:${port}`);
      expect(attempt).toMatchObject({ outcome: 'response', status: 200 });
    }
  });

  it('sends nothing to a certificate that is not trusted elsewhere', async () => {
    const { port, requests } = await listen(answersOk(), { tls: true });
    // Leads here on this system, but is no name of this machine.
    const { attempt } = await send(`https://0.0.0.0:${port}`);
    expect(attempt.failure).toMatchObject({
      code: 'tls',
      message: expect.stringMatching(/trusts/),
    });
    expect(requests).toEqual([]);
  });

  it('is told from plain HTTP, both ways', async () => {
    const plain = await listen(answers('HTTP/1.1 400 Bad Request\r\n\r\n'), {
      onConnect: (socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'),
    });
    const toPlain = await send(`https://127.0.0.1:${plain.port}`);
    expect(toPlain.attempt.failure).toMatchObject({
      code: 'tls',
      message: expect.stringMatching(/begin with http:\/\//),
    });
    const secure = await listen(answersOk(), { tls: true });
    const toSecure = await send(`http://127.0.0.1:${secure.port}`);
    expect(toSecure.attempt.outcome).toBe('failure');
  });
});
