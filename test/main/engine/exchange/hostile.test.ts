// Files that want to do harm: refused in words, with nothing unpacked, kept or grown.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { CallError } from '../../../../src/shared/rpc.ts';
import { type TestEngine, testEngine } from '../../../support/engine.ts';
import { exported, imported } from '../../../support/exchange.ts';
import { sendRaw } from './send-raw.ts';

const MANIFEST = { format: 'hookglass', version: 1, app: 'x', createdAt: 'x', redacted: false };
const PART = 'deliveries/000001';

async function zipOf(entries: [name: string, content: Buffer | string | Readable][]) {
  const zip = new ZipFile();
  for (const [name, content] of entries) {
    if (content instanceof Readable) zip.addReadStream(content, name);
    else zip.addBuffer(Buffer.from(content as Buffer), name);
  }
  zip.end();
  return buffer(zip.outputStream);
}

const archiveOf = (manifest: object, ...entries: [string, Buffer | string | Readable][]) =>
  zipOf([['manifest.json', JSON.stringify(manifest)], ...entries]);

async function aLine(): Promise<string> {
  const engine = await testEngine();
  await sendRaw(engine.receiverUrl, {
    ...{ method: 'POST', target: '/x', headers: [], body: Buffer.from('hello') },
  });
  await engine.delivery(0);
  const line = (await exported(engine, { format: 'ndjson' })).toString();
  const { body: _, ...delivery } = JSON.parse(line);
  return JSON.stringify({ delivery, body: 5, answers: [] });
}

async function refusal(engine: TestEngine, file: Buffer): Promise<CallError> {
  const error = await imported(engine, file).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(CallError);
  expect((error as CallError).code).toBe('bad-input');
  expect((await engine.call('deliveries.list', {})).total).toBe(0);
  expect(readdirSync(join(engine.dataDir, 'bodies', 'incoming'))).toEqual([]);
  expect(readdirSync(join(engine.dataDir, 'imports'))).toEqual([]);
  return error as CallError;
}

describe('a hostile .hookglass file', () => {
  it('of a later format says that Hookglass is to be updated', async () => {
    const file = await archiveOf({ ...MANIFEST, version: 2 });
    const { message } = await refusal(await testEngine(), file);
    expect(message).toMatch(/newer Hookglass, in format 2.*update it/);
  });

  it.each([
    ['another zip file', () => zipOf([['readme.txt', 'hello']])],
    ['a manifest of something else', () => archiveOf({ format: 'zip', version: 1 })],
    ['a manifest that is no JSON', () => zipOf([['manifest.json', '{']])],
    ['a manifest without end', () => zipOf([['manifest.json', Buffer.alloc(1_000_000, ' ')]])],
  ])('that is %s is refused', async (_, make) => {
    const { message } = await refusal(await testEngine(), await make());
    expect(message).toMatch(/no .hookglass file|manifest is too large/);
  });

  it('that leads out of its folder by a name is refused', async () => {
    // yazl makes no such names, so one of the same length is written over a good one.
    const file = await archiveOf(MANIFEST, ['xx/xx/etc/hookglass-was-here', 'x']);
    const bad = Buffer.from(file.toString('latin1').replaceAll('xx/xx/etc', '../../etc'), 'latin1');
    const engine = await testEngine();
    expect((await refusal(engine, bad)).message).toMatch(/damaged: invalid relative path/);
    expect(existsSync(join(engine.dataDir, '../../etc/hookglass-was-here'))).toBe(false);
  });

  it('that would become a thousand times as large is refused before it is unpacked', async () => {
    const zeros = Buffer.alloc(1024 * 1024);
    const bomb = Readable.from(Array.from({ length: 400 }, () => zeros));
    const file = await archiveOf(MANIFEST, [`${PART}.bodies`, bomb], [`${PART}.ndjson`, '']);
    const { message } = await refusal(await testEngine(), file);
    expect(message).toMatch(/more than 250 times as large/);
  });

  it('that lies about how large it becomes is refused', async () => {
    const zeros = Buffer.alloc(20 * 1024 * 1024);
    const line = await aLine();
    const file = await archiveOf(MANIFEST, [`${PART}.bodies`, zeros], [`${PART}.ndjson`, line]);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(zeros.length);
    const lie = Buffer.from(file);
    for (let at = lie.indexOf(size); at !== -1; at = lie.indexOf(size, at))
      lie.writeUInt32LE(3, at);
    expect((await refusal(await testEngine(), lie)).message).toMatch(/damaged/);
  });

  it.each([
    ['a body of 2 GB', { body: 2 ** 31 }],
    ['a body of less than nothing', { body: -1 }],
    ['an answer of 2 GB', { answers: [2 ** 31] }],
    ['a time that is none', { delivery: { receivedAt: 'yesterday' } }],
    ['headers that are none', { delivery: { headers: { a: 'b' } } }],
    ['a status that is none', { delivery: { response: { status: 1e9, source: 'canned' } } }],
  ])('that claims %s is refused', async (_, claim) => {
    const wrong = claim as { delivery?: object };
    const line = JSON.parse(await aLine());
    const changed = { ...line, ...wrong, delivery: { ...line.delivery, ...wrong.delivery } };
    const file = await archiveOf(
      MANIFEST,
      [`${PART}.bodies`, 'hello'],
      [`${PART}.ndjson`, JSON.stringify(changed)],
    );
    expect((await refusal(await testEngine(), file)).message).toMatch(/makes no sense/);
  });

  it('with fewer bytes than its bodies have is refused', async () => {
    const file = await archiveOf(
      MANIFEST,
      [`${PART}.bodies`, 'hell'],
      [`${PART}.ndjson`, await aLine()],
    );
    expect((await refusal(await testEngine(), file)).message).toMatch(
      /bytes of a body are missing/,
    );
  });

  it('with more bytes than its bodies have is refused', async () => {
    const file = await archiveOf(
      MANIFEST,
      [`${PART}.bodies`, 'hello and more'],
      [`${PART}.ndjson`, await aLine()],
    );
    const engine = await testEngine();
    await expect(imported(engine, file)).rejects.toThrow(/more bytes than its bodies/);
  });

  it('with a line that never ends is refused', async () => {
    const endless = Readable.from(Array.from({ length: 40 }, () => Buffer.alloc(1024 * 1024, '1')));
    const padding = Buffer.from(
      new Uint8Array(2_000_000).map((_, i) => (i * 7919 * (i >> 3)) & 255),
    );
    const file = await archiveOf(
      MANIFEST,
      [`${PART}.bodies`, padding],
      [`${PART}.ndjson`, endless],
    );
    expect((await refusal(await testEngine(), file)).message).toMatch(/never ends/);
  });
});

describe('handing a file over', () => {
  it('is refused when more comes than was said, or less', async () => {
    const engine = await testEngine();
    const { id } = await engine.call('imports.begin', { size: 3 });
    await expect(engine.call('imports.append', { id, base64: 'AAAAAAAA' })).rejects.toThrow(/More/);
    await engine.call('imports.append', { id, base64: 'AAA=' });
    await expect(engine.call('imports.finish', { id })).rejects.toThrow(/did not arrive whole/);
    await expect(engine.call('imports.finish', { id })).rejects.toThrow(/not under way/);
    expect(readdirSync(join(engine.dataDir, 'imports'))).toEqual([]);
  });

  it('is refused when five want to at once, and goes on when one gives up', async () => {
    const engine = await testEngine();
    const begin = () => engine.call('imports.begin', { size: 1 });
    const [{ id }] = [await begin(), await begin(), await begin(), await begin()];
    await expect(begin()).rejects.toThrow(/under way/);
    expect(await engine.call('imports.cancel', { id })).toEqual({ cancelled: true });
    await begin();
  });

  it('never brings the engine down, whatever the bytes', async () => {
    const engine = await testEngine();
    const zip = await archiveOf(
      MANIFEST,
      [`${PART}.bodies`, 'hello'],
      [`${PART}.ndjson`, await aLine()],
    );
    const damaged = fc
      .tuple(fc.nat(zip.length - 1), fc.nat(255))
      .map(([at, byte]) =>
        Buffer.concat([zip.subarray(0, at), Buffer.from([byte]), zip.subarray(at + 1)]),
      );
    const texts = fc
      .tuple(fc.constantFrom('curl ', '{"log":{"entries":[', 'POST / HTTP/1.1\n', ''), fc.string())
      .map(([start, rest]) => Buffer.from(start + rest));
    await fc.assert(
      fc.asyncProperty(fc.oneof(damaged, texts, fc.uint8Array({ minLength: 1 })), async (bytes) => {
        if (bytes.length === 0) return;
        const outcome = await imported(engine, Buffer.from(bytes)).catch(
          (error: CallError) => error.code,
        );
        expect(typeof outcome === 'object' || outcome === 'bad-input').toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a download', () => {
  it('of a filter that makes no sense is refused before it begins', async () => {
    const engine = await testEngine();
    const wrong = engine.call('deliveries.export', { format: 'har', query: 'is:pined' });
    await expect(wrong).rejects.toThrow(/pinned/);
  });

  it('can be had once, and only under its own path', async () => {
    const engine = await testEngine();
    const result = await engine.call('deliveries.export', { format: 'har' });
    expect(result).toMatchObject({
      kind: 'download',
      path: expect.stringMatching(/^\/download\//),
    });
    const { path } = result as { path: string };
    expect(engine.download(`${path}x`)).toBeNull();
    expect(engine.download(path)).toMatchObject({ contentType: 'application/json' });
    expect(engine.download(path)).toBeNull();
  });
});
