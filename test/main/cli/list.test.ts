// hookglass list: on real data folders, with and without a Hookglass running on them.

import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { list } from '../../../src/main/cli/list.ts';
import { testEngine } from '../../support/engine.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { run } from './running.ts';

/** An engine that has received a few; answers their ids. */
async function received() {
  const engine = await testEngine();
  await engine.call('endpoints.create', { name: 'Shop', path: '/shop' });
  for (const [n, path] of ['/a', '/shop', '/shop/\u001b[31mred'].entries()) {
    await fetch(engine.receiverUrl + path, { method: 'POST', body: `body ${n}` });
  }
  const ids = (await Promise.all([0, 1, 2].map(engine.delivery))).map(({ id }) => id);
  return { engine, ids, dataDir: engine.dataDir };
}

describe('hookglass list', () => {
  it('lists the newest first, while Hookglass runs and after', async () => {
    const { engine, ids, dataDir } = await received();
    for (const isOver of [false, true]) {
      if (isOver) await engine.stop();
      const { code, out } = await run(list, ['--data-dir', dataDir]);
      expect(code).toBe(0);
      const lines = out.trimEnd().split('\n');
      expect(lines.map((line) => line.slice(0, 15))).toEqual([...ids].reverse());
      expect(lines[2]).toMatch(
        /^dlv_\w+ {2}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d {2}POST \/a {2}unchecked, answered 200/,
      );
      expect(out).not.toContain('\u001b');
    }
  });

  it('takes the filters of the interface, and knows the endpoints by name', async () => {
    const { ids, dataDir } = await received();
    const found = async (query: string, ...more: string[]) => {
      const args = ['--data-dir', dataDir, '--json', '--query', query, ...more];
      const { out } = await run(list, args);
      return out
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line).id);
    };
    expect(await found('endpoint:shop')).toEqual([ids[2], ids[1]]);
    expect(await found('-endpoint:shop')).toEqual([ids[0]]);
    expect(await found('"body 1"')).toEqual([ids[1]]);
    expect(await found('body', '--limit', '2')).toEqual([ids[2], ids[1]]);
    expect(await found('is:pinned')).toEqual([]);
  });

  it('says in one line what cannot be done', async () => {
    const { dataDir } = await received();
    const mistake = async (...args: string[]) => (await run(list, args)).mistake;
    expect(await mistake('--data-dir', dataDir, '--query', 'is:pined')).toBe(
      'At 4 in the filter: “is” cannot be “pined”. Did you mean “pinned”?',
    );
    expect(await mistake('--limit', '0')).toMatch(/--limit takes a number/);
    expect(await mistake('--data-dir', tempDir())).toMatch(/has not run there yet/);
  });

  it('leaves alone what another version has written', async () => {
    const { engine, dataDir } = await received();
    await engine.stop();
    const db = new DatabaseSync(join(dataDir, 'hookglass.db'));
    const mistake = async (version: number) => {
      db.exec(`PRAGMA user_version = ${version}`);
      return (await run(list, ['--data-dir', dataDir])).mistake;
    };
    expect(await mistake(1)).toMatch(/start this one once/);
    expect(await mistake(1000)).toMatch(/newer Hookglass/);
    db.close();
  });
});
