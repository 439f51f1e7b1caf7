// Each provider's handshake through a real receiver and engine: asked as documented, answered byte for
// byte, and shown as what it was.

import { expect, it } from 'vitest';
import { PROVIDERS } from '../../../../src/main/engine/verify/providers.ts';
import type { HeaderList } from '../../../../src/shared/headers.ts';
import { type TestEngine, testEngine } from '../../../support/engine.ts';
import { connectRaw } from '../../../support/raw-http.ts';
import { DOCUMENTED, type Documented } from './documented.ts';

const KNOWN = new Set(PROVIDERS.map(({ id }) => id));
const providerOf = ({ name }: Documented) => name.split(' ')[0] ?? '';
/** Those of providers that have an entry. */
const CASES = DOCUMENTED.filter((documented) => KNOWN.has(providerOf(documented)));

const FRAMING = /^(?:date|connection|keep-alive|content-length|transfer-encoding)$/i;

async function send(engine: TestEngine, path: string, { method, ...request }: Documented) {
  const { query = '', headers = [], body = '' } = request;
  const target = query === '' ? path : `${path}?${query}`;
  const length: HeaderList =
    body === '' ? [] : [['Content-Length', String(Buffer.byteLength(body))]];
  const lines = [['Host', 'example.test'], ...headers, ...length].map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const client = await connectRaw(Number(new URL(engine.receiverUrl).port));
  await client.send(`${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
  const answer = await client.response(method);
  client.destroy();
  return {
    status: answer.status,
    headers: answer.headers.filter(([name]) => !FRAMING.test(name)),
    body: answer.body.toString(),
  };
}

async function endpointFor(engine: TestEngine, documented: Documented, path: string) {
  const { secrets = [], options } = documented;
  await engine.call('endpoints.create', {
    name: documented.name,
    path,
    provider: providerOf(documented),
    secrets: secrets.map((value) => ({ label: 'current', value })),
    ...(options === undefined ? {} : { providerOptions: options }),
    // Whatever it says: a handshake is answered.
    respond: { mode: 'canned', status: 418, body: 'a fixed answer' },
  });
}

it('answers every provider’s handshake as its document says', async () => {
  const engine = await testEngine();
  const answers: Record<string, unknown> = {};
  for (const [number, documented] of CASES.entries()) {
    const path = `/${number}`;
    await endpointFor(engine, documented, path);
    const answer = await send(engine, path, documented);
    const { response, handshakeDetail } = await engine.delivery(number);
    expect([documented.name, response.source]).toEqual([documented.name, 'handshake']);
    expect(handshakeDetail?.status).toBe(answer.status);
    answers[documented.name] = answer;
  }
  const expected = CASES.map(({ name, answer }) => [name, answer] as const);
  expect(answers).toEqual(Object.fromEntries(expected));
});

it('knows a documented handshake of every provider that has one', () => {
  const tried = new Set(CASES.map(providerOf));
  const having = PROVIDERS.filter(({ handshake }) => handshake !== null).map(({ id }) => id);
  expect([...tried].sort()).toEqual(having.sort());
});
