import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createAttemptTable } from '../../../../src/main/engine/store/attempts.ts';
import { openBodies } from '../../../../src/main/engine/store/bodies.ts';
import { openCounters } from '../../../../src/main/engine/store/counters.ts';
import { createDeliveries } from '../../../../src/main/engine/store/deliveries.ts';
import { formatId } from '../../../../src/main/engine/store/ids.ts';
import { openDatabase } from '../../../../src/main/engine/store/open.ts';
import { storePaths } from '../../../../src/main/engine/store/paths.ts';
import { storeUnavailable } from '../../../../src/main/engine/store/store-errors.ts';
import { createTransact } from '../../../../src/main/engine/store/transaction.ts';
import { createWriter } from '../../../../src/main/engine/store/writer.ts';
import { tempDir } from '../../../support/temp-dir.ts';
import { newAttempt, newDelivery } from './fixtures.ts';

function openWriter() {
  const paths = storePaths(tempDir());
  const bodies = openBodies(paths);
  const { db } = openDatabase(paths, new Date());
  const counters = openCounters(db);
  const deliveries = createDeliveries(db, counters);
  const attempts = createAttemptTable(db);
  const commits: number[] = [];
  const writer = createWriter({
    deliveries,
    attempts,
    bodies,
    transact: createTransact(db, counters),
    explain: (error) => storeUnavailable(paths.dataDir, error),
    onCommitted: (bytes) => commits.push(bytes),
  });
  onTestFinished(() => {
    writer.close();
    db.close();
  });
  return { db, paths, bodies, counters, deliveries, attempts, writer, commits };
}

const idOf = (n: number) => formatId('dlv', n);
const failed = { status: 'rejected', reason: { code: 'store-unavailable' } };
const stored = { status: 'fulfilled' };

describe('the writer', () => {
  it('commits what was asked for in one turn together, and answers after that', async () => {
    const { writer, commits, deliveries } = openWriter();
    const inserts = [1, 2, 3].map((n) => writer.insert(newDelivery({ id: idOf(n) })));
    inserts.push(writer.putAttempt(newAttempt({ id: formatId('att', 9), deliveryId: idOf(3) })));
    expect(commits).toHaveLength(0);
    expect(deliveries.summary(1)).toBeNull();
    await Promise.all(inserts);
    expect(commits).toHaveLength(1);
    expect(deliveries.summary(3)?.attemptCount).toBe(1);
  });

  it('takes a bad entry out of its group and stores the others', async () => {
    const { writer, counters } = openWriter();
    await writer.insert(newDelivery({ id: idOf(2) }));
    const results = await Promise.allSettled(
      [1, 2, 3].map((n) => writer.insert(newDelivery({ id: idOf(n) }))),
    );
    expect(results).toMatchObject([stored, failed, stored]);
    expect(counters.total().deliveries).toBe(3);
  });

  it('refuses an id that is none, and says so', async () => {
    const { writer } = openWriter();
    await expect(writer.insert(newDelivery({ id: 'dlv_?' }))).rejects.toMatchObject({
      code: 'store-unavailable',
    });
  });

  it('refuses while the disk is full, and goes on when it is not any more', async () => {
    const { db, writer, counters, deliveries } = openWriter();
    const { page_count: pages } = db.prepare('PRAGMA page_count').get();
    db.exec(`PRAGMA max_page_count = ${pages + 2}`);
    const body = Buffer.alloc(100_000, 1);
    const results = await Promise.allSettled(
      [1, 2].map((n) => writer.insert(newDelivery({ id: idOf(n), body }))),
    );
    expect(results).toMatchObject([failed, failed]);
    expect(String(results[0]?.status === 'rejected' && results[0].reason)).toContain(
      'The disk is full',
    );
    db.exec('PRAGMA max_page_count = 1000000');
    await writer.insert(newDelivery({ id: idOf(3), body }));
    expect(counters.total().deliveries).toBe(1);
    expect(deliveries.summary(3)?.bodySize).toBe(100_000);
  });

  it('moves a spooled body to its place, and removes it when the delivery is not stored', async () => {
    const { writer, paths, bodies } = openWriter();
    const received = (name: string) => {
      const path = join(paths.incoming, name);
      writeFileSync(path, name);
      return { path, size: 2_000_000 };
    };
    const delivery = newDelivery({ id: idOf(1), file: received('one') });
    await writer.insert(delivery);
    expect(delivery.captured.body).toMatchObject({ path: bodies.pathOf(1) });
    expect(existsSync(bodies.pathOf(1))).toBe(true);

    await writer.insert(newDelivery({ id: idOf(2) }));
    const twice = writer.insert(newDelivery({ id: idOf(2), file: received('two') }));
    await expect(twice).rejects.toMatchObject({ code: 'store-unavailable' });
    await expect.poll(() => existsSync(bodies.pathOf(2))).toBe(false);
  });

  it('refuses a spooled body whose file is gone', async () => {
    const { writer, paths } = openWriter();
    const file = { path: join(paths.incoming, 'gone'), size: 2_000_000 };
    const inserted = writer.insert(newDelivery({ id: idOf(1), file }));
    await expect(inserted).rejects.toMatchObject({ code: 'store-unavailable' });
  });

  it('writes answers with the next group, or soon without one', async () => {
    const { writer, deliveries, commits } = openWriter();
    const answer = (n: number) =>
      writer.recordAnswer({
        id: idOf(n),
        response: { status: 201, source: 'forward' },
        committedMs: 1,
        answeredMs: 2,
      });
    await writer.insert(newDelivery({ id: idOf(1) }));
    answer(1);
    expect(deliveries.summary(1)?.durationMs).toBeNull();
    await writer.insert(newDelivery({ id: idOf(2) }));
    expect(commits).toHaveLength(2);
    expect(deliveries.summary(1)).toMatchObject({ durationMs: 2, response: { status: 201 } });
    answer(2);
    await expect.poll(() => deliveries.summary(2)?.durationMs).toBe(2);
  });

  it('lets groups wait while it is held, unless they are wanted now', async () => {
    const { writer, commits } = openWriter();
    const release = writer.hold();
    const first = writer.insert(newDelivery({ id: idOf(1) }));
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    expect(commits).toHaveLength(0);
    writer.flush();
    await first;
    expect(commits).toHaveLength(1);
    const second = writer.insert(newDelivery({ id: idOf(2) }));
    release();
    release();
    await second;
    expect(commits).toHaveLength(2);
  });
});
