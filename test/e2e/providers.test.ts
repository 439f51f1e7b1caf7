// The main job for every provider, through a real tunnel server: a signed request from outside is
// verified, forwarded to a real server byte for byte, answered with its answer, and replayed.

import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '../../src/shared/model.ts';
import { type LocaltunnelServer, startLocaltunnelServer } from '../support/localtunnel-server.ts';
import { exampleSecret, PROVIDER_IDS, signedRequest } from '../support/signed-requests.ts';
import { atEndOfFile } from './support/at-end.ts';
import { type Destination, startDestination } from './support/destination.ts';
import { type Headless, startHeadless } from './support/headless.ts';

let server: LocaltunnelServer;
let host: Headless;
let destination: Destination;
let name: string;

beforeAll(async () => {
  server = await startLocaltunnelServer();
  atEndOfFile(server.stop);
  destination = await startDestination();
  host = await startHeadless({
    args: ['--tunnel', 'localtunnel', '--tunnel-host', server.host, '--subdomain', 'calm-otter'],
  });
  const { status } = await online();
  expect(status.publicUrl).toBe(`http://calm-otter.localhost:${server.port}`);
  name = 'calm-otter';
});

async function online() {
  const status = await host.call('tunnel.status', {});
  if (status.state === 'online') return { status };
  return host.waitFor('tunnel', (line) => line.status.state === 'online');
}

function createEndpoint(provider: string): Promise<Endpoint> {
  return host.call('endpoints.create', {
    name: provider,
    path: `/${provider}`,
    provider,
    secrets: [
      { label: 'current', value: 'another secret, not this one' },
      { label: 'previous', value: exampleSecret(provider) },
    ],
    forwardTo: `${destination.url}/hooks`,
    ...(provider === 'hmac' && { providerOptions: { header: 'X-Signature' } }),
  });
}

const deliveryTo = (endpoint: Endpoint, skip = 0) => {
  let seen = 0;
  return host.waitFor(
    'delivery',
    ({ delivery }) => delivery.endpointId === endpoint.id && seen++ === skip,
  );
};

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe.each(PROVIDER_IDS.map((id) => [id]))('%s', (provider) => {
  it('is verified, forwarded, answered and replayed; a forgery is not verified', async () => {
    const endpoint = await createEndpoint(provider);
    const first = destination.requests.length;
    destination.answer = { status: 202, headers: { 'X-Answer': provider }, body: 'taken' };
    const genuine = signedRequest(provider, { secret: exampleSecret(provider) });

    const answer = await server.publicRequest({
      name,
      target: `/${provider}/a?b=1`,
      ...genuine,
    });
    expect([answer.status, answer.body.toString()]).toEqual([202, 'taken']);
    expect(answer.headers['x-answer']).toBe(provider);

    const { delivery } = await deliveryTo(endpoint);
    expect(delivery.verdict).toMatchObject({ status: 'verified', secretLabel: 'previous' });
    expect(delivery.verdict.checks.every((check) => check.ok)).toBe(true);
    expect(delivery.response).toEqual({ status: 202, source: 'forward' });
    const body = await host.call('deliveries.body', { id: delivery.id });
    expect(sha256(Buffer.from(body.base64, 'base64'))).toBe(sha256(genuine.body));

    const forwarded = await destination.request(first);
    expect([forwarded.method, forwarded.target]).toEqual(['POST', '/hooks/a?b=1']);
    expect(sha256(forwarded.body)).toBe(sha256(genuine.body));

    const { attemptId } = await host.call('deliveries.replay', { id: delivery.id });
    const { attempt } = await host.waitFor('attempt', (line) => line.attempt.id === attemptId);
    expect(attempt).toMatchObject({ trigger: 'replay', outcome: 'response', status: 202 });
    const replayed = await destination.request(first + 1);
    expect(sha256(replayed.body)).toBe(sha256(genuine.body));
    expect(replayed.headers).toEqual(forwarded.headers);

    await server.publicRequest({ name, target: `/${provider}`, ...tampered(provider) });
    const { delivery: forged } = await deliveryTo(endpoint, 1);
    expect(forged.verdict).toMatchObject({ status: 'failed', reason: 'signature-mismatch' });
    expect(forged.verdict.hint).toBeTruthy();
  });
});

/** BlockMark's token covers no byte of the body, so there only the token itself can be wrong. */
function tampered(provider: string) {
  if (provider === 'blockmark') return signedRequest(provider, { secret: 'not the secret' });
  const genuine = signedRequest(provider, { secret: exampleSecret(provider) });
  const body = Buffer.from(genuine.body);
  body[body.length - 2] = body[body.length - 2]! ^ 1;
  return { ...genuine, body };
}

it('answers BlockMark’s and Slack’s handshakes with what they ask for', async () => {
  const endpoints = (await host.call('endpoints.list', {})).items;
  const cases = [
    ['blockmark', { eventType: 'endpoint.verify' }, 'abc123'],
    [
      'slack',
      { body: '{"type":"url_verification","challenge":"3eZbrw1aB10","token":"x"}' },
      '3eZbrw1aB10',
    ],
  ] as const;
  for (const [provider, options, expected] of cases) {
    const request = signedRequest(provider, { secret: exampleSecret(provider), ...options });
    const answer = await server.publicRequest({ name, target: `/${provider}`, ...request });
    expect([answer.status, answer.body.toString()]).toEqual([200, expected]);
    const endpoint = endpoints.find((candidate) => candidate.provider === provider)!;
    const { delivery } = await host.waitFor(
      'delivery',
      (line) => line.delivery.endpointId === endpoint.id && line.delivery.handshake,
    );
    expect(delivery.response).toEqual({ status: 200, source: 'handshake' });
  }
});

it('has everything again after a restart, and nothing of a secret in its database', async () => {
  const before = await host.call('deliveries.list', { limit: 500 });
  const endpoints = await host.call('endpoints.list', {});
  expect(before.items.length).toBeGreaterThanOrEqual(2 * PROVIDER_IDS.length);
  expect(await host.stop()).toBe(0);
  host = await startHeadless({ dataDir: host.dataDir });
  expect(await host.call('deliveries.list', { limit: 500 })).toEqual(before);
  expect(await host.call('endpoints.list', {})).toEqual(endpoints);
  const { readFileSync } = await import('node:fs');
  const database = readFileSync(`${host.dataDir}/hookglass.db`).toString('latin1');
  for (const id of PROVIDER_IDS) expect(database).not.toContain(exampleSecret(id));
});
