// hookglass export and import: on real data folders, with and without a Hookglass running on them.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportCommand } from '../../../src/main/cli/export.ts';
import { importCommand } from '../../../src/main/cli/import.ts';
import { list } from '../../../src/main/cli/list.ts';
import { testEngine } from '../../support/engine.ts';
import { readerWorkerUrl } from '../../support/reader-worker-url.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { run } from './running.ts';

const bringIn = importCommand(readerWorkerUrl);

/** A folder with two deliveries, one of them of an endpoint. */
async function received() {
  const engine = await testEngine();
  await engine.call('endpoints.create', { name: 'Shop', path: '/shop' });
  for (const path of ['/a?token=letter', '/shop']) {
    await fetch(engine.receiverUrl + path, { method: 'POST', body: 'hello' });
  }
  await engine.delivery(1);
  return engine;
}

describe('hookglass export', () => {
  it('writes while Hookglass runs, and after', async () => {
    const engine = await received();
    for (const isOver of [false, true]) {
      if (isOver) await engine.stop();
      const args = ['--format', 'ndjson', '--output', '-', '--data-dir', engine.dataDir];
      const { code, out } = await run(exportCommand, args);
      expect(code).toBe(0);
      const targets = out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).target);
      expect(targets).toEqual(['/a?token=letter', '/shop']);
    }
  });

  it('takes a filter, an endpoint, ids, and leaves credentials out', async () => {
    const { dataDir, answered } = await received();
    const found = async (...more: string[]) => {
      const args = ['--format', 'ndjson', '-o', '-', '--data-dir', dataDir, ...more];
      const { out } = await run(exportCommand, args);
      return out.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line).target]));
    };
    expect(await found('--query', 'path:/shop')).toEqual(['/shop']);
    expect(await found('--endpoint', 'Shop')).toEqual(['/shop']);
    expect(await found(answered[0]!.id, '--redact')).toEqual(['/a?token=[redacted]']);
  });

  it('says in one line what cannot be done', async () => {
    const { dataDir } = await received();
    const mistake = async (...args: string[]) => (await run(exportCommand, args)).mistake;
    expect(await mistake('--data-dir', dataDir)).toBe('--format takes hookglass, har, ndjson.');
    const har = ['--format', 'har', '--data-dir', dataDir];
    expect(await mistake(...har, '--endpoint', 'x')).toBe('There is no endpoint “x”.');
    expect(await mistake(...har, '--data-dir', join(dataDir, 'x'))).toMatch(/has not run there/);
  });
});

describe('hookglass import', () => {
  it('brings a file in, once, into a folder that nobody uses', async () => {
    const { dataDir } = await received();
    const file = join(tempDir(), 'out.hookglass');
    await run(exportCommand, ['--format', 'hookglass', '-o', file, '--data-dir', dataDir]);
    const to = tempDir();
    const args = [file, '--data-dir', to];
    expect((await run(bringIn, args)).out).toBe(`${file}: 2 imported\n`);
    expect((await run(bringIn, args)).out).toBe(`${file}: 0 imported, 2 there already\n`);
    const listed = await run(list, ['--json', '--data-dir', to]);
    expect(listed.out.trim().split('\n')).toHaveLength(2);
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
  });

  it('says in one line what cannot be done', async () => {
    const engine = await received();
    const file = join(tempDir(), 'request.txt');
    writeFileSync(file, 'hello');
    const mistake = async (...args: string[]) => (await run(bringIn, args)).mistake;
    expect(await mistake()).toBe('Name a FILE to import.');
    expect(await mistake(file, '--data-dir', engine.dataDir)).toMatch(/Another Hookglass is using/);
    expect(await mistake(file, '--data-dir', tempDir())).toMatch(/no raw request either/);
    expect(await mistake('nowhere', '--data-dir', tempDir())).toMatch(/nowhere/);
  });
});
