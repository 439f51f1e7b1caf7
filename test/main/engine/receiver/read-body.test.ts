// Large bodies and the disk they are written to, also when it is full.

import { randomBytes } from 'node:crypto';
import { readdir, symlink, writeFile } from 'node:fs/promises';
import { type OutgoingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bodyBytes } from '../../../../src/main/engine/body.ts';
import { rawRequest } from '../../../support/raw-http.ts';
import { startHarness } from './harness.ts';

const LARGE = 3 * 1024 * 1024;

describe('a large body', () => {
  it('is spooled to a private file, byte for byte', async () => {
    const { port, captured, spoolDir } = await startHarness();
    const body = randomBytes(3 * 1024 * 1024 + 17);
    await postBody(port, body);
    const [seen] = await captured(1);
    expect(seen).toMatchObject({ state: 'complete', body: { kind: 'file', size: body.length } });
    expect(seen!.body.kind === 'file' && seen!.body.path.startsWith(spoolDir)).toBe(true);
    expect((await bodyBytes(seen!.body)).equals(body)).toBe(true);
  });

  it('is spooled too when its length was not declared', async () => {
    const { port, captured } = await startHarness();
    const body = randomBytes(2 * 1024 * 1024);
    await postBody(port, body, { 'transfer-encoding': 'chunked' });
    const [seen] = await captured(1);
    expect(seen!.body.kind).toBe('file');
    expect((await bodyBytes(seen!.body)).equals(body)).toBe(true);
  });

  it('of exactly 1 MiB stays in memory', async () => {
    const { port, captured } = await startHarness();
    const body = randomBytes(1024 * 1024);
    await postBody(port, body);
    const [seen] = await captured(1);
    expect(seen!.body.kind).toBe('memory');
    expect((await bodyBytes(seen!.body)).equals(body)).toBe(true);
  });
});

describe('when a large body cannot be stored', () => {
  it('because the disk is full, it is refused with 507 and listed as aborted', async () => {
    const { port, captured, spoolDir, exchanges } = await startHarness({
      newSpoolName: () => 'full',
    });
    // Writing to this device fails as on a full disk.
    await symlink('/dev/full', join(spoolDir, 'full'));
    expect(await post(port, LARGE)).toBe(507);
    const [seen] = await captured(1);
    expect(seen).toMatchObject({
      state: 'aborted',
      body: { kind: 'memory' },
      problem: expect.stringMatching(/disk is full/),
    });
    expect(exchanges[0]!.answered).toBe(507);
    expect(await readdir(spoolDir)).toEqual([]);
    expect((await rawRequest(port, 'GET / HTTP/1.1\r\nHost: h\r\n\r\n')).status).toBe(200);
  });

  it('because its folder is gone, it is refused with 500 and the reason is told', async () => {
    const { port, captured, spoolDir } = await startHarness({
      newSpoolName: () => 'file/inside',
    });
    await writeFile(join(spoolDir, 'file'), '');
    expect(await post(port, LARGE)).toBe(500);
    expect(await captured(1)).toMatchObject([
      { state: 'aborted', problem: expect.stringMatching(/ENOTDIR.*Check the data folder/) },
    ]);
    expect((await rawRequest(port, 'GET / HTTP/1.1\r\nHost: h\r\n\r\n')).status).toBe(200);
  });
});

describe('many large bodies at once', () => {
  it('all arrive whole, each in a file of its own', async () => {
    const { port, captured, spoolDir } = await startHarness();
    const statuses = await Promise.all(Array.from({ length: 20 }, () => post(port, LARGE)));
    expect(statuses).toEqual(Array(20).fill(200));
    for (const { state, body } of await captured(20)) {
      expect({ state, body }).toMatchObject({
        state: 'complete',
        body: { kind: 'file', size: LARGE },
      });
    }
    expect(await readdir(spoolDir)).toHaveLength(20);
  });
});

/** The answer's status to a body of so many bytes. */
function post(port: number, size: number): Promise<number> {
  return postBody(port, Buffer.alloc(size, 'z'));
}

/** The answer's status. The length is declared, unless other headers are given. */
function postBody(
  port: number,
  body: Buffer,
  headers: OutgoingHttpHeaders = { 'content-length': body.length },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const options = { port, host: '127.0.0.1', method: 'POST', agent: false, headers };
    const sent = request(options, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
