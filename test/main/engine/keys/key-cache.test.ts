// What is kept of fetched keys, and for how long. Time is a number that the tests set.

import { generateKeyPairSync } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { createKeyCache } from '../../../../src/main/engine/keys/key-cache.ts';
import type { WantedKeys } from '../../../../src/main/engine/verify/keys/keys.ts';
import { providerServer } from '../handshakes/provider-server.ts';

const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString();
const setOf = (...kids: string[]) =>
  JSON.stringify({ keys: kids.map((kid) => ({ ...publicKey.export({ format: 'jwk' }), kid })) });
const SECONDS = 1000;

async function cacheOf(listener: RequestListener) {
  const { agent, asked } = await providerServer(listener);
  const clock = { now: 0 };
  const cache = createKeyCache({ agent, monotonic: () => clock.now });
  onTestFinished(cache.close);
  return { cache, asked, clock };
}

const wanted = (path: string, parts: Partial<WantedKeys> = {}): WantedKeys => ({
  ...{ url: `https://keys.example${path}`, as: 'pem', kid: null },
  ...parts,
});

it('has nothing until it is told to fetch, and then the key for an hour', async () => {
  const { cache, asked, clock } = await cacheOf((_, response) => void response.end(pem));
  expect(cache.find(wanted('/a'))).toEqual({ state: 'pending' });
  expect(asked).toEqual([]);
  await cache.fetch(wanted('/a'));
  expect(cache.find(wanted('/a'))).toMatchObject({ state: 'known', keys: [{ kid: null }] });
  expect(cache.find(wanted('/b'))).toEqual({ state: 'pending' });
  clock.now += 3599 * SECONDS;
  await cache.fetch(wanted('/a'));
  expect(asked).toHaveLength(1);
  clock.now += 1 * SECONDS;
  expect(cache.find(wanted('/a'))).toEqual({ state: 'pending' });
});

it('fetches a document once, however many ask for it', async () => {
  const { cache, asked } = await cacheOf((_, response) => void response.end(pem));
  await Promise.all(Array.from({ length: 20 }, () => cache.fetch(wanted('/a'))));
  expect(asked).toHaveLength(1);
});

it('remembers a failure for a minute', async () => {
  const { cache, asked, clock } = await cacheOf(
    (_, response) => void response.writeHead(500).end(),
  );
  await cache.fetch(wanted('/a'));
  await cache.fetch(wanted('/a'));
  expect(cache.find(wanted('/a'))).toEqual({ state: 'failed', why: 'the answer was 500' });
  expect(asked).toHaveLength(1);
  clock.now += 60 * SECONDS;
  expect(cache.find(wanted('/a'))).toEqual({ state: 'pending' });
});

it('says so when what it finds is no key', async () => {
  const { cache } = await cacheOf((_, response) => void response.end('<html>'));
  for (const as of ['pem', 'jwks', 'json:$.key'] as const) {
    await cache.fetch(wanted('/a', { as }));
    const answer = cache.find(wanted('/a', { as }));
    expect(answer).toEqual({ state: 'failed', why: 'what is there holds no key' });
  }
});

it('fetches a set anew for a key that it does not have, at most once a minute', async () => {
  const sets = [setOf('old'), setOf('old', 'new')];
  const { cache, asked, clock } = await cacheOf((_, response) => void response.end(sets.shift()));
  const [old, fresh] = ['old', 'new'].map((kid) => wanted('/set', { as: 'jwks', kid }));
  if (old === undefined || fresh === undefined) throw new Error('no keys');
  await cache.fetch(old);
  await cache.fetch(fresh);
  expect(asked).toHaveLength(1);
  clock.now += 60 * SECONDS;
  expect(cache.find(old)).toMatchObject({ state: 'known' });
  expect(cache.find(fresh)).toEqual({ state: 'pending' });
  await cache.fetch(fresh);
  expect(cache.find(fresh)).toMatchObject({
    state: 'known',
    keys: [{ kid: 'old' }, { kid: 'new' }],
  });
  expect(asked).toHaveLength(2);
});

it('fetches at most four at once, and lets at most fifty more wait', async () => {
  let atOnce = 0;
  let most = 0;
  const { cache, asked } = await cacheOf((_, response) => {
    most = Math.max(most, ++atOnce);
    setImmediate(() => response.end(pem, () => atOnce--));
  });
  const all = Array.from({ length: 60 }, (_, n) => wanted(`/${n}`));
  await Promise.all(all.map(cache.fetch));
  expect(most).toBeLessThanOrEqual(4);
  expect(asked).toHaveLength(54);
  const answers = all.map((one) => cache.find(one).state);
  expect(answers.filter((state) => state === 'failed')).toHaveLength(6);
});

it('keeps a key whatever number of others cannot be fetched', async () => {
  const { cache, asked } = await cacheOf(({ url }, response) => {
    if (url === '/key') response.end(pem);
    else response.writeHead(404).end();
  });
  await cache.fetch(wanted('/key'));
  for (let round = 0; round < 10; round++) {
    const made = Array.from({ length: 25 }, (_, n) => wanted(`/made-up/${round}/${n}`));
    await Promise.all(made.map(cache.fetch));
  }
  expect(asked).toHaveLength(251);
  expect(cache.find(wanted('/key'))).toMatchObject({ state: 'known' });
});
