import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { SCHEMA_VERSION } from '../../../../src/main/engine/store/migrations.ts';
import { tempDir } from '../../../support/temp-dir.ts';
import { openTestStore, put, putMany, query } from './fixtures.ts';

const databaseOf = (dataDir: string) => join(dataDir, 'hookglass.db');

/** A closed store's folder with a few deliveries and a spooled body. */
async function filledFolder(count = 10): Promise<string> {
  const { store, dataDir } = await openTestStore();
  await putMany(store, count, () => ({ body: Buffer.alloc(5000, 1) }));
  const path = join(dataDir, 'bodies', 'incoming', 'received');
  writeFileSync(path, 'spooled');
  await put(store, { file: { path, size: 7 } });
  store.settings.put('theme', '"dark"');
  await store.close();
  return dataDir;
}

/** Opens a folder whose database cannot be used, and sees that nothing of it was lost. */
async function expectSetAside(dataDir: string, kind: 'damaged' | 'newer') {
  const before = createHash('sha256')
    .update(readFileSync(databaseOf(dataDir)))
    .digest('hex');
  const { store, setAside } = await openTestStore({ dataDir });
  const kept = readdirSync(dataDir).filter((name) => name.includes(kind) && name.endsWith('.db'));
  expect(kept).toHaveLength(1);
  expect(setAside).toContain(kept[0]);
  const after = createHash('sha256')
    .update(readFileSync(join(dataDir, kept[0]!)))
    .digest('hex');
  expect(after).toBe(before);
  const bodies = kept[0]!.replace(/\.db$/, '.bodies');
  expect(readdirSync(join(dataDir, bodies)).some((name) => name.endsWith('.bin'))).toBe(true);
  expect((await store.list(query())).total).toBe(0);
  const id = await put(store);
  expect(await store.getSummary(id)).not.toBeNull();
  return setAside;
}

describe('a new data folder', () => {
  it('is made, for its owner only', async () => {
    const dataDir = join(tempDir(), 'some', 'where');
    const { setAside } = await openTestStore({ dataDir });
    expect(setAside).toBeNull();
    const modeOf = (path: string) => statSync(path).mode & 0o777;
    expect(modeOf(dataDir)).toBe(0o700);
    expect(modeOf(join(dataDir, 'bodies'))).toBe(0o700);
    expect(modeOf(databaseOf(dataDir))).toBe(0o600);
    expect(modeOf(`${databaseOf(dataDir)}-wal`)).toBe(0o600);
  });

  it('that cannot be made is said in words', async () => {
    const file = join(tempDir(), 'file');
    writeFileSync(file, '');
    await expect(openTestStore({ dataDir: join(file, 'data') })).rejects.toMatchObject({
      code: 'store-unavailable',
    });
  });
});

describe('a database that cannot be used is set aside:', () => {
  it('one of a newer version', async () => {
    const dataDir = await filledFolder();
    const db = new DatabaseSync(databaseOf(dataDir));
    db.exec(`PRAGMA journal_mode = DELETE; PRAGMA user_version = ${SCHEMA_VERSION + 1}`);
    db.close();
    expect(await expectSetAside(dataDir, 'newer')).toContain('newer version of Hookglass');
  });

  it('a file that is none', async () => {
    const dataDir = await filledFolder();
    writeFileSync(databaseOf(dataDir), 'this is not a database');
    await expectSetAside(dataDir, 'damaged');
  });

  it('one whose header is overwritten', async () => {
    const dataDir = await filledFolder();
    const bytes = readFileSync(databaseOf(dataDir));
    bytes.fill(0xff, 16, 60);
    writeFileSync(databaseOf(dataDir), bytes);
    await expectSetAside(dataDir, 'damaged');
  });

  it('one with damaged pages', async () => {
    const dataDir = await filledFolder();
    const bytes = readFileSync(databaseOf(dataDir));
    bytes.fill(0xa5, 8192);
    writeFileSync(databaseOf(dataDir), bytes);
    expect(await expectSetAside(dataDir, 'damaged')).toContain('was damaged');
  });

  it('a large one that was cut off', async () => {
    const dataDir = await filledFolder(4000);
    const { size } = statSync(databaseOf(dataDir));
    expect(size).toBeGreaterThan(16 * 1024 * 1024);
    truncateSync(databaseOf(dataDir), size - 100_000);
    await expectSetAside(dataDir, 'damaged');
  });

  it('one that turned out to be damaged in use', async () => {
    const dataDir = await filledFolder(4000);
    const bytes = readFileSync(databaseOf(dataDir));
    const { size } = statSync(databaseOf(dataDir));
    bytes.fill(0xa5, size / 4, size / 2);
    writeFileSync(databaseOf(dataDir), bytes);
    const { store, setAside } = await openTestStore({ dataDir });
    expect(setAside).toBeNull();
    await expect(store.list(query({ query: 'nowhere' }))).rejects.toThrow(/damaged.*Restart/);
    await store.close();
    expect(await expectSetAside(dataDir, 'damaged')).toContain('was damaged');
  });

  it('each under a name of its own', async () => {
    const dataDir = tempDir();
    for (let n = 0; n < 3; n++) {
      writeFileSync(databaseOf(dataDir), `not a database ${n}`);
      const { store, setAside } = await openTestStore({ dataDir });
      expect(setAside).not.toBeNull();
      await store.close();
    }
    const kept = readdirSync(dataDir).filter((name) => /damaged.*\.db$/.test(name));
    const texts = kept.map((name) => readFileSync(join(dataDir, name), 'utf8'));
    expect(texts.sort()).toEqual([0, 1, 2].map((n) => `not a database ${n}`));
  });
});

describe('opening', () => {
  it('takes an empty file, as a stop at the very first moment leaves it', async () => {
    const dataDir = tempDir();
    writeFileSync(databaseOf(dataDir), '');
    const { store, setAside } = await openTestStore({ dataDir });
    expect(setAside).toBeNull();
    await put(store);
  });

  it('removes bodies that nothing refers to, and those half received', async () => {
    const dataDir = await filledFolder();
    const bodies = join(dataDir, 'bodies');
    const [kept] = readdirSync(bodies).filter((name) => name.endsWith('.bin'));
    writeFileSync(join(bodies, 'dlv_00000000001.bin'), 'orphan');
    writeFileSync(join(bodies, 'incoming', 'half'), 'half');
    mkdirSync(join(bodies, 'left-over-1'));
    await openTestStore({ dataDir });
    await expect.poll(() => readdirSync(bodies).sort()).toEqual([kept, 'incoming']);
    expect(readdirSync(join(bodies, 'incoming'))).toEqual([]);
  });

  it('leaves nothing beside the database when it is closed', async () => {
    const dataDir = await filledFolder();
    expect(existsSync(`${databaseOf(dataDir)}-wal`)).toBe(false);
    expect(readdirSync(dataDir).sort()).toEqual(['bodies', 'hookglass.db']);
  });

  it('keeps the small tables', async () => {
    const dataDir = await filledFolder();
    const { store } = await openTestStore({ dataDir });
    expect(store.settings.all()).toEqual(new Map([['theme', '"dark"']]));
    store.endpoints.put('b', '{"n":2}');
    store.endpoints.put('a', '{}');
    store.endpoints.put('a', '{"n":1}');
    expect([...store.endpoints.all()]).toEqual([
      ['a', '{"n":1}'],
      ['b', '{"n":2}'],
    ]);
    store.endpoints.remove('b');
    store.endpoints.remove('none');
    expect([...store.endpoints.all().keys()]).toEqual(['a']);
  });
});
