// The doctor in the engine: deliveries that were not verified are explained, soon after they came or
// when somebody opens them, with what the engine knows beyond their endpoint.

import { createHash, createHmac, generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT } from 'jose';
import { describe, expect, it, onTestFinished } from 'vitest';
import { testEngine } from '../../support/engine.ts';
import { signedRequest } from '../../support/signed-requests.ts';

type TestEngine = Awaited<ReturnType<typeof testEngine>>;

async function endpoint(engine: TestEngine, path: string, value: string, provider = 'github') {
  const secrets = [{ label: `key of ${path}`, value }];
  return engine.call('endpoints.create', { name: `At ${path}`, path, provider, secrets });
}

/** Sends what GitHub would, signed with `secret`; answers the id of the delivery. */
async function send(engine: TestEngine, path: string, secret: string, provider = 'github') {
  const { method, headers, body } = signedRequest(provider, { secret });
  const url = `${engine.receiverUrl}${path}`;
  await fetch(url, { method, headers, body: new Uint8Array(body) });
  const { items } = await engine.call('deliveries.list', {});
  return items[0]!.id;
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const causesOf = async (engine: TestEngine, id: string) =>
  (await engine.call('deliveries.get', { id })).verdict.findings.map(({ cause }) => cause);

describe('a delivery that was not verified', () => {
  it('is explained when it is opened, and stays so', async () => {
    const engine = await testEngine();
    await endpoint(engine, '/a', 'right ');
    const id = await send(engine, '/a', 'right');
    const { verdict } = await engine.call('deliveries.get', { id });
    expect(verdict).toMatchObject({
      status: 'failed',
      reason: 'signature-mismatch',
      findings: [{ cause: 'secret-whitespace', side: 'here' }],
    });
    expect((await engine.call('deliveries.get', { id })).verdict).toEqual(verdict);
    expect(JSON.stringify(verdict)).not.toMatch(/right/);
  });

  it('is explained soon after it came, and the interface is told', async () => {
    const engine = await testEngine();
    await endpoint(engine, '/a', 'right\n');
    let answered = false;
    const explained = new Promise<string>((resolve) => {
      engine.bus.on('deliveries.changed', ({ items }) => {
        // The first change is the answer, the second is the doctor's.
        if (answered && items[0]) resolve(items[0].id);
        answered = true;
      });
    });
    const id = await send(engine, '/a', 'right');
    expect(await explained).toBe(id);
    expect(await causesOf(engine, id)).toEqual(['secret-whitespace']);
  });

  it('names the endpoint whose secret it is signed with', async () => {
    const engine = await testEngine();
    await endpoint(engine, '/a', 'one');
    await endpoint(engine, '/b', 'two', 'stripe');
    const id = await send(engine, '/a', 'two');
    const { verdict } = await engine.call('deliveries.get', { id });
    expect(verdict.findings).toMatchObject([{ cause: 'secret-of-another-endpoint' }]);
    expect(verdict.hint).toContain('"key of /b" of the endpoint "At /b"');
  });

  it('is told from one that is signed with the secret before', async () => {
    const engine = await testEngine();
    const { id: endpointId } = await endpoint(engine, '/a', 'old');
    const secrets = [{ label: 'new', value: 'new one' }];
    await engine.call('endpoints.update', { id: endpointId, secrets });
    expect(await causesOf(engine, await send(engine, '/a', 'old'))).toEqual(['secret-previous']);
    expect(await causesOf(engine, await send(engine, '/a', 'new one'))).toEqual([]);
  });

  it('says that nothing is left to do where the right secret was set since', async () => {
    const engine = await testEngine();
    const { id: endpointId } = await endpoint(engine, '/a', 'wrong');
    const id = await send(engine, '/a', 'right');
    const secrets = [{ label: 'right', value: 'right' }];
    await engine.call('endpoints.update', { id: endpointId, secrets });
    expect(await causesOf(engine, id)).toEqual(['settings-changed']);
  });

  it('is judged by the secret of now also where it was looked at just before', async () => {
    const engine = await testEngine();
    const { id: endpointId } = await endpoint(engine, '/a', 'wrong');
    const { method, headers, body } = signedRequest('github', { secret: 'right' });
    // Large enough for the doctor to need several turns: the secret is set between two of them.
    const large = JSON.stringify({ ...JSON.parse(body.toString()), pad: 'x'.repeat(400_000) });
    const signature = createHmac('sha256', 'right').update(large).digest('hex');
    await fetch(`${engine.receiverUrl}/a`, {
      method,
      headers: headers.map(([name, value]) =>
        /^x-hub-signature-256$/i.test(name) ? [name, `sha256=${signature}`] : [name, value],
      ),
      body: large,
    });
    const { id } = await engine.delivery(0);
    const first = engine.call('deliveries.get', { id });
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    const secrets = [{ label: 'right', value: 'right' }];
    await engine.call('endpoints.update', { id: endpointId, secrets });
    expect(await causesOf(engine, id)).toEqual(['settings-changed']);
    await first;
  });

  it('is left as it is where its endpoint has another provider by now', async () => {
    const engine = await testEngine();
    const { id: endpointId } = await endpoint(engine, '/a', 'wrong');
    const id = await send(engine, '/a', 'right');
    const secrets = [{ label: 'right', value: 'right' }];
    await engine.call('endpoints.update', { id: endpointId, provider: 'stripe', secrets });
    expect(await causesOf(engine, id)).not.toContain('settings-changed');
  });

  it('is explained when it is opened also where a flood of others came with it', async () => {
    const engine = await testEngine();
    await endpoint(engine, '/a', 'right ');
    const { method, headers, body } = signedRequest('github', { secret: 'right' });
    const url = `${engine.receiverUrl}/a`;
    const post = () => fetch(url, { method, headers, body: new Uint8Array(body) });
    await Promise.all(Array.from({ length: 120 }, post));
    const { items } = await engine.call('deliveries.list', { limit: 200 });
    expect(items).toHaveLength(120);
    const causes = await Promise.all(items.map(({ id }) => causesOf(engine, id)));
    expect(new Set(causes.flat())).toEqual(new Set(['secret-whitespace']));
    expect(causes.flat()).toHaveLength(120);
  });

  it('is explained, too, where it waited for a key that its provider publishes', async () => {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const keys = JSON.stringify({ keys: [pair.publicKey.export({ format: 'jwk' })] });
    const server = createServer((_, response) => void response.end(keys));
    onTestFinished(() => void server.close());
    const port = await listening(server);
    let tell: (causes: string[]) => void = () => {};
    const told = new Promise<string[]>((resolve) => {
      tell = resolve;
    });
    const engine = await testEngine({
      onExplained: (_, { findings }) => tell(findings.map(({ cause }) => cause)),
    });
    await engine.call('endpoints.create', {
      ...{ name: 'A', path: '/a', provider: 'fusionauth' },
      providerOptions: { jwksUrl: `http://127.0.0.1:${port}/` },
    });
    const hash = createHash('sha256').update('{}').digest('base64');
    const token = await new SignJWT({ request_body_sha256: hash })
      .setProtectedHeader({ alg: 'ES256' })
      .sign(pair.privateKey);
    const headers = { 'X-FusionAuth-Signature-JWT': token };
    await fetch(`${engine.receiverUrl}/a`, { method: 'POST', headers, body: '{}\n' });
    expect(await told).toEqual(['body-trailing-newline']);
  });

  it('is left alone where it is a handshake, which comes before a secret is agreed on', async () => {
    const engine = await testEngine();
    await endpoint(engine, '/a', 'secret', 'blockmark');
    const body = '{"event":"endpoint.verify","secret":"abc"}';
    await fetch(`${engine.receiverUrl}/a`, { method: 'POST', body });
    const { items } = await engine.call('deliveries.list', {});
    expect(items[0]).toMatchObject({ handshake: true, verdict: { status: 'unsigned' } });
    expect(await causesOf(engine, items[0]!.id)).toEqual([]);
  });

  it('says that the signature is missing where there is none', async () => {
    const engine = await testEngine();
    await endpoint(engine, '/a', 'secret');
    const url = `${engine.receiverUrl}/a`;
    await fetch(url, { method: 'POST', headers: { 'X-GitHub-Event': 'push' }, body: '{}' });
    const { items } = await engine.call('deliveries.list', {});
    expect(items[0]?.verdict.status).toBe('unsigned');
    expect(await causesOf(engine, items[0]!.id)).toEqual(['header-missing']);
  });
});
