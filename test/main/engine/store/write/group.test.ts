import { describe, expect, it, onTestFinished } from 'vitest';
import { createDeliveryReader } from '../../../../../src/main/engine/store/deliveries.ts';
import { formatId, parseId } from '../../../../../src/main/engine/store/ids.ts';
import { openDatabase } from '../../../../../src/main/engine/store/open.ts';
import { createPacker, packAnswer } from '../../../../../src/main/engine/store/parcels.ts';
import { storePaths } from '../../../../../src/main/engine/store/paths.ts';
import type { Group } from '../../../../../src/main/engine/store/threads/protocol.ts';
import { createAttemptWriter } from '../../../../../src/main/engine/store/write/attempts.ts';
import { openCounters } from '../../../../../src/main/engine/store/write/counters.ts';
import { createDeliveryWriter } from '../../../../../src/main/engine/store/write/deliveries.ts';
import { createGroupCommit } from '../../../../../src/main/engine/store/write/group.ts';
import { openRecurrences } from '../../../../../src/main/engine/store/write/recurrences.ts';
import { createTransact } from '../../../../../src/main/engine/store/write/transaction.ts';
import { tempDir } from '../../../../support/temp-dir.ts';
import { type DeliveryParts, newAttempt, newDelivery } from '../fixtures.ts';

function open() {
  const { db } = openDatabase(storePaths(tempDir()), new Date());
  onTestFinished(() => db.close());
  const counters = openCounters(db);
  const commits: number[] = [];
  const commit = createGroupCommit({
    deliveries: createDeliveryWriter(db, counters),
    recurrences: openRecurrences(db),
    attempts: createAttemptWriter(db),
    transact: createTransact(db, counters, (bytes) => commits.push(bytes)),
  });
  return { db, counters, commits, commit, reader: createDeliveryReader(db) };
}

function group(ids: number[], body?: Buffer, parts: Partial<Group> = {}): Group {
  return groupOf(
    ids.map((id) => ({ id: formatId('dlv', id), body })),
    parts,
  );
}

function groupOf(deliveries: DeliveryParts[], parts: Partial<Group> = {}): Group {
  const packer = createPacker();
  for (const each of deliveries) packer.add(parseId('dlv', each.id) ?? 0, newDelivery(each));
  const empty = { answers: [], attempts: [], attemptBodies: [] };
  return { kind: 'group', deliveries: packer.take(), ...empty, ...parts };
}

const SQLITE_CONSTRAINT = 1555;
const SQLITE_FULL = 13;
const done = { deliveries: [], attempts: [], repeats: null };

describe('a group', () => {
  it('is one transaction', () => {
    const { commit, commits, reader } = open();
    const attempt = newAttempt({ id: formatId('att', 9), deliveryId: formatId('dlv', 3) });
    const answer = packAnswer(1, {
      id: formatId('dlv', 1),
      response: { status: 201, source: 'forward' },
      committedMs: 1,
      answeredMs: 2,
    });
    const parts = { attempts: [attempt], answers: [answer] };
    expect(commit(group([1, 2, 3], undefined, parts))).toEqual(done);
    expect(commits).toHaveLength(1);
    expect(reader.summary(3)?.attemptCount).toBe(1);
    expect(reader.summary(1)).toMatchObject({ durationMs: 2, response: { status: 201 } });
  });

  it('gives every delivery its own bytes', () => {
    const { commit, reader } = open();
    const texts = Array.from({ length: 300 }, (_, n) => 'x'.repeat(n * 7) + n);
    commit(groupOf(texts.map((body, n) => ({ id: formatId('dlv', n + 1), body }))));
    const stored = texts.map((_, n) => {
      const body = reader.body(n + 1, '');
      return body?.kind === 'memory' && body.bytes.toString();
    });
    expect(stored).toEqual(texts);
  });

  it('tells which messages hold a NUL byte, as search must know', () => {
    const { commit, db } = open();
    const parts = [{ body: 'plain' }, { body: 'a\0b' }, { body: '', eventType: 'a\0b' }];
    commit(groupOf(parts.map((each, n) => ({ id: formatId('dlv', n + 1), ...each }))));
    const rows: { has_nul: number }[] = db.prepare('SELECT has_nul FROM messages').all();
    expect(rows.map(({ has_nul }) => has_nul)).toEqual([0, 1, 1]);
  });

  it('stores the others when one of its entries is bad', () => {
    const { commit, counters, reader } = open();
    commit(group([2]));
    const result = commit(group([1, 2, 3], Buffer.from('second')));
    expect(result).toMatchObject({ deliveries: [[1, { errcode: SQLITE_CONSTRAINT }]] });
    expect(counters.total().deliveries).toBe(3);
    expect(reader.body(3, '')).toEqual({ kind: 'memory', bytes: Buffer.from('second') });
    expect(reader.body(2, '')).toEqual({ kind: 'memory', bytes: Buffer.from('{}') });
  });

  it('fails while the disk is full, and the next one does not when it is not any more', () => {
    const { db, commit, counters, reader } = open();
    const { page_count: pages } = db.prepare('PRAGMA page_count').get();
    db.exec(`PRAGMA max_page_count = ${pages + 2}`);
    const body = Buffer.alloc(100_000, 1);
    const attempts = [newAttempt({ id: formatId('att', 9), deliveryId: formatId('dlv', 1) })];
    expect(commit(group([1, 2], body, { attempts }))).toMatchObject({
      deliveries: [
        [0, { errcode: SQLITE_FULL }],
        [1, { errcode: SQLITE_FULL }],
      ],
    });
    expect(counters.total().deliveries).toBe(0);
    db.exec('PRAGMA max_page_count = 1000000');
    expect(commit(group([3], body))).toEqual(done);
    expect(counters.total().deliveries).toBe(1);
    expect(reader.summary(3)?.bodySize).toBe(100_000);
  });
});
