// Fetching from a provider's own server, which is real and speaks TLS.

import type { RequestListener } from 'node:http';
import { expect, it } from 'vitest';
import { fetchDocument } from '../../../../src/main/engine/keys/fetch-document.ts';
import { providerServer } from '../handshakes/provider-server.ts';

const URL_OF_KEYS = 'https://keys.example/certs';

async function fetched(listener: RequestListener, signal = new AbortController().signal) {
  const { agent, asked } = await providerServer(listener);
  return { asked, result: await fetchDocument(URL_OF_KEYS, { agent, signal }) };
}

it('answers the text', async () => {
  const { result, asked } = await fetched((_, response) => void response.end('a key'));
  expect(result).toEqual({ outcome: 'text', text: 'a key' });
  expect(asked).toEqual([`GET ${URL_OF_KEYS}`]);
});

it('follows a redirect on the same host', async () => {
  const { result, asked } = await fetched(({ url }, response) => {
    if (url === '/certs') response.writeHead(302, { Location: '/v2/certs' }).end();
    else response.end('moved');
  });
  expect(result).toEqual({ outcome: 'text', text: 'moved' });
  expect(asked).toHaveLength(2);
});

it.each([
  'https://attacker.example/certs',
  'http://keys.example/certs',
  'https://keys.example:444/',
  '//x/',
])('does not follow a redirect to %s', async (location) => {
  const { result, asked } = await fetched((_, response) => {
    response.writeHead(302, { Location: location }).end();
  });
  expect(result).toEqual({ outcome: 'failure', why: 'it is redirected to another host' });
  expect(asked).toHaveLength(1);
});

it('does not go in circles', async () => {
  const { result, asked } = await fetched((_, response) => {
    response.writeHead(301, { Location: '/certs' }).end();
  });
  expect(result).toEqual({ outcome: 'failure', why: 'it is redirected too often' });
  expect(asked).toHaveLength(4);
});

it('says what the server answered instead', async () => {
  const { result } = await fetched((_, response) => void response.writeHead(404).end());
  expect(result).toEqual({ outcome: 'failure', why: 'the answer was 404' });
});

it('reads no more than 64 KB', async () => {
  const { result } = await fetched((_, response) => {
    const more = () => {
      while (response.write(Buffer.alloc(65_536, 'a'))) {}
      response.once('drain', more);
    };
    more();
  });
  expect(result).toEqual({ outcome: 'failure', why: 'it is larger than 64 KB' });
});

it('ends in words when the connection breaks, or the server cannot prove its name', async () => {
  const { result } = await fetched((request) => void request.socket.destroy());
  expect(result).toEqual({ outcome: 'failure', why: 'the connection failed (ECONNRESET)' });
  const { untrusting } = await providerServer((_, response) => void response.end('a key'));
  const signal = new AbortController().signal;
  const doubted = await fetchDocument(URL_OF_KEYS, { agent: untrusting, signal });
  expect(doubted).toMatchObject({
    ...{ outcome: 'failure', why: expect.stringContaining('SELF_SIGNED') },
  });
});

it('is broken off when Hookglass stops', async () => {
  const stopping = new AbortController();
  const { result } = await fetched(() => stopping.abort(), stopping.signal);
  expect(result).toEqual({ outcome: 'failure', why: 'Hookglass was stopped' });
});
