// Doing what the doctor suggests: the setting is made, and the delivery judged again at once.

import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { HeaderPair } from '../../../src/shared/headers.ts';
import type { Delivery, FindingCause } from '../../../src/shared/model.ts';
import { testEngine } from '../../support/engine.ts';
import { signedRequest } from '../../support/signed-requests.ts';

type TestEngine = Awaited<ReturnType<typeof testEngine>>;

interface Arrival {
  path?: string;
  headers: HeaderPair[] | readonly HeaderPair[];
  body: Buffer | string;
}

async function receive(engine: TestEngine, { path = '/a', headers, body }: Arrival) {
  const sent = { method: 'POST', headers: [...headers], body: new Uint8Array(Buffer.from(body)) };
  await fetch(`${engine.receiverUrl}${path}`, sent);
  const { items } = await engine.call('deliveries.list', {});
  return engine.call('deliveries.get', { id: items[0]!.id });
}

/** An endpoint with one secret, and a delivery that it finds fault with. */
async function faulty(provider: string, value: string, arrival: Arrival) {
  const engine = await testEngine();
  const secrets = [{ label: 'current', value }];
  const made = await engine.call('endpoints.create', { name: 'A', path: '/a', provider, secrets });
  return { engine, endpointId: made.id, delivery: await receive(engine, arrival) };
}

async function fixed(engine: TestEngine, { id, verdict }: Delivery, cause: FindingCause) {
  expect(verdict.findings.map((finding) => finding.cause)).toContain(cause);
  expect(verdict.findings.find((finding) => finding.cause === cause)?.suggestion).toBeDefined();
  return engine.call('deliveries.applyFix', { id, cause });
}

const endpointOf = async (engine: TestEngine, id: string) =>
  (await engine.call('endpoints.list', {})).items.find((endpoint) => endpoint.id === id);

it('a secret loses its line break, in its place, and never leaves the engine', async () => {
  const secret = 'the-right-secret';
  const { engine, endpointId, delivery } = await faulty(
    'github',
    `${secret}\n`,
    signedRequest('github', { secret }),
  );
  const told = engine.event((event) => (event.type === 'endpoints.changed' ? event : undefined));
  const after = await fixed(engine, delivery, 'secret-whitespace');
  expect(after.verdict).toMatchObject({ status: 'verified', secretLabel: 'current', findings: [] });
  expect(JSON.stringify([after, await told])).not.toContain(secret);
  expect((await endpointOf(engine, endpointId))?.secrets).toMatchObject([{ lastFour: 'cret' }]);
  const again = await receive(engine, signedRequest('github', { secret }));
  expect(again.verdict.status).toBe('verified');
});

it('an earlier secret comes back beside the new one, also after a restart', async () => {
  const secret = 'the-spring-secret';
  const first = await faulty('github', secret, signedRequest('github', { secret }));
  expect(first.delivery.verdict.status).toBe('verified');
  const secrets = [{ label: 'new', value: 'the-summer-secret' }];
  await first.engine.call('endpoints.update', { id: first.endpointId, secrets });
  await first.engine.stop();
  const { dataDir } = first.engine;
  const engine = await testEngine({ dataDir });
  const delivery = await receive(engine, signedRequest('github', { secret }));
  expect(delivery.verdict.status).toBe('failed');
  const after = await fixed(engine, delivery, 'secret-previous');
  expect(after.verdict).toMatchObject({ status: 'verified', secretLabel: 'current' });
  const endpoint = await endpointOf(engine, first.endpointId);
  expect(endpoint?.secrets.map(({ label }) => label)).toEqual(['new', 'current']);
  expect(readFileSync(join(dataDir, 'secrets.json'), 'utf8')).toContain(secret);
});

it('the URL that was signed becomes the public URL', async () => {
  const body = '{"type":"payment.created"}';
  const url = 'https://shop.example/in';
  const signature = createHmac('sha256', 'sq-key')
    .update(url + body)
    .digest('base64');
  const headers: HeaderPair[] = [
    ['x-square-hmacsha256-signature', signature],
    ['x-forwarded-host', 'shop.example'],
  ];
  const { engine, endpointId, delivery } = await faulty('square', 'sq-key', { headers, body });
  expect(delivery.verdict.status).toBe('failed');
  const other = createHmac('sha256', 'sq-key').update('https://shop.example/a').update(body);
  const signed: HeaderPair[] = [
    ['x-square-hmacsha256-signature', other.digest('base64')],
    ['x-forwarded-host', 'shop.example'],
  ];
  const found = await receive(engine, { headers: signed, body });
  const after = await fixed(engine, found, 'url-variant');
  expect(after.verdict.status).toBe('verified');
  expect((await endpointOf(engine, endpointId))?.publicUrl).toBe('https://shop.example/a');
});

it('a tolerance lets one pass that is genuine but late', async () => {
  const at = Date.now() - 4_000_000;
  const secret = 'whsec_right';
  const { engine, endpointId, delivery } = await faulty(
    'stripe',
    secret,
    signedRequest('stripe', { secret, at }),
  );
  const after = await fixed(engine, delivery, 'timestamp-stale');
  expect(after.verdict.status).toBe('verified');
  expect((await endpointOf(engine, endpointId))?.toleranceSeconds).toBe(7200);
  const older = await receive(engine, signedRequest('stripe', { secret, at: at - 7_200_000 }));
  await engine.call('endpoints.update', { id: endpointId, toleranceSeconds: 86_400 });
  expect((await fixed(engine, older, 'timestamp-stale')).verdict.status).toBe('verified');
  expect((await endpointOf(engine, endpointId))?.toleranceSeconds).toBe(86_400);
});

it('the provider becomes the one that signed, for the delivery, too', async () => {
  const secret = 'whsec_right';
  const { engine, endpointId, delivery } = await faulty(
    'github',
    secret,
    signedRequest('stripe', { secret }),
  );
  const after = await fixed(engine, delivery, 'other-provider');
  expect(after).toMatchObject({ provider: 'stripe', verdict: { status: 'verified' } });
  expect((await endpointOf(engine, endpointId))?.provider).toBe('stripe');
});

it('an option becomes what the sender does', async () => {
  const body = '{"a":1}';
  const signature = createHmac('sha512', 'k').update(body).digest('hex');
  const { engine, endpointId, delivery } = await faulty('hmac', 'k', {
    headers: [['X-Signature', signature]],
    body,
  });
  const after = await fixed(engine, delivery, 'algorithm');
  expect(after.verdict.status).toBe('verified');
  expect((await endpointOf(engine, endpointId))?.providerOptions).toEqual({ hash: 'sha512' });
});

it('settles another delivery, too, whose fault was mended with the first', async () => {
  const secret = 'the-right-secret';
  const arrival = signedRequest('github', { secret });
  const { engine, endpointId, delivery } = await faulty('github', `${secret} `, arrival);
  const second = await receive(engine, arrival);
  expect(second.verdict.findings[0]?.cause).toBe('secret-whitespace');
  await fixed(engine, delivery, 'secret-whitespace');
  const { secrets } = (await endpointOf(engine, endpointId))!;
  const after = await fixed(engine, second, 'secret-whitespace');
  expect(after.verdict.status).toBe('verified');
  expect((await endpointOf(engine, endpointId))?.secrets).toEqual(secrets);
});

it('is refused where nothing is suggested any more', async () => {
  const secret = 'right';
  const { engine, delivery } = await faulty(
    'github',
    `${secret} `,
    signedRequest('github', { secret }),
  );
  const { id } = delivery;
  await fixed(engine, delivery, 'secret-whitespace');
  const again = engine.call('deliveries.applyFix', { id, cause: 'secret-whitespace' });
  await expect(again).rejects.toMatchObject({ code: 'conflict' });
  const nobody = engine.call('deliveries.applyFix', { id: 'dlv_x', cause: 'unknown' });
  await expect(nobody).rejects.toMatchObject({ code: 'not-found' });
});
