import { describe, expect, it, onTestFinished } from 'vitest';
import { formatId } from '../../../../src/main/engine/store/ids.ts';
import { messageAt, NUMBERS } from '../../../../src/main/engine/store/parcels.ts';
import { storeUnavailable } from '../../../../src/main/engine/store/store-errors.ts';
import type { Group, GroupResult } from '../../../../src/main/engine/store/threads/protocol.ts';
import { createWriter } from '../../../../src/main/engine/store/writer.ts';
import { newAttempt, newDelivery } from './fixtures.ts';

const DONE: GroupResult = { deliveries: [], attempts: [], repeats: null };
const idOf = (n: number) => formatId('dlv', n);

/** A writer whose groups the test commits by hand, or at once. */
function start(answer: () => GroupResult | Promise<GroupResult> = () => DONE) {
  const groups: Group[] = [];
  const discarded: number[] = [];
  const writer = createWriter({
    commit: async (group) => {
      groups.push(group);
      return answer();
    },
    adoptBody: (id, received) => {
      if (received === 'gone') throw new Error('no such file');
      return `place of ${id}`;
    },
    discardBody: (id) => discarded.push(id),
    explain: (error) => storeUnavailable('/data', error),
  });
  onTestFinished(() => writer.close());
  return { writer, groups, discarded };
}

const idsOf = ({ deliveries: { count, numbers } }: Group) =>
  Array.from({ length: count }, (_, place) => numbers[place * NUMBERS]);
const bodiesOf = ({ deliveries }: Group) =>
  Array.from({ length: deliveries.count }, (_, place) => {
    const { raw, headEnd } = messageAt(deliveries, place);
    return raw.toString('latin1', headEnd);
  });
const turn = () => new Promise(setImmediate);

describe('the writer', () => {
  it('hands over what was asked for in one turn together, and answers after the commit', async () => {
    let commit = () => {};
    const committed = new Promise<void>((resolve) => {
      commit = resolve;
    });
    const { writer, groups } = start(() => committed.then(() => DONE));
    let answered = 0;
    const asked: Promise<unknown>[] = [1, 2, 3].map((n) =>
      writer.insert(newDelivery({ id: idOf(n), body: `${n}` })),
    );
    asked.push(writer.putAttempt(newAttempt({ id: formatId('att', 9), deliveryId: idOf(3) })));
    for (const each of asked) void each.then(() => answered++);
    await turn();
    await turn();
    expect(groups).toHaveLength(1);
    expect(groups.map(idsOf)).toEqual([[1, 2, 3]]);
    expect(groups.map(bodiesOf)).toEqual([['1', '2', '3']]);
    expect(groups[0]?.attempts).toHaveLength(1);
    expect(answered).toBe(0);
    commit();
    await Promise.all(asked);
  });

  it('writes one group at a time, and puts what arrives meanwhile into the next', async () => {
    const commits: (() => void)[] = [];
    const { writer, groups } = start(
      () => new Promise((resolve) => commits.push(() => resolve(DONE))),
    );
    const asked: Promise<unknown>[] = [];
    for (let n = 1; n <= 5; n++) {
      asked.push(writer.insert(newDelivery({ id: idOf(n) })));
      await turn();
      await turn();
    }
    expect(groups.map(({ deliveries }) => deliveries.count)).toEqual([1]);
    commits[0]?.();
    await asked[0];
    await turn();
    await turn();
    expect(groups.map(({ deliveries }) => deliveries.count)).toEqual([1, 4]);
    for (const commit of commits) commit();
    await Promise.all(asked);
  });

  it('tells those whose entry failed, and only them', async () => {
    const full = { message: 'database or disk is full', errcode: 13 };
    const { writer, discarded } = start(() => ({
      deliveries: [[1, full]],
      attempts: [[0, full]],
      repeats: null,
    }));
    const file = { path: 'received', size: 2_000_000 };
    const results = await Promise.allSettled([
      writer.insert(newDelivery({ id: idOf(1) })),
      writer.insert(newDelivery({ id: idOf(2), file })),
      writer.putAttempt(newAttempt({ id: formatId('att', 1), deliveryId: idOf(1) })),
    ]);
    const failure = {
      status: 'rejected',
      reason: { code: 'store-unavailable', message: expect.stringContaining('The disk is full') },
    };
    expect(results).toMatchObject([{ status: 'fulfilled' }, failure, failure]);
    expect(discarded).toEqual([2]);
  });

  it('rejects a whole group when its thread is lost, and keeps the files: they may be stored', async () => {
    const { writer, discarded } = start(() => Promise.reject(new Error('ended by itself')));
    const file = { path: 'received', size: 2_000_000 };
    const inserted = writer.insert(newDelivery({ id: idOf(1), file }));
    await expect(inserted).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(discarded).toEqual([]);
  });

  it('moves a spooled body to its place, and says where that is', async () => {
    const { writer, groups } = start();
    const delivery = newDelivery({ id: idOf(1), file: { path: 'received', size: 2_000_000 } });
    await writer.insert(delivery);
    expect(delivery.captured.body).toEqual({ kind: 'file', path: 'place of 1', size: 2_000_000 });
    expect(groups.map(bodiesOf)).toEqual([['']]);
  });

  it('refuses a body whose file is gone and an id that is none', async () => {
    const { writer } = start();
    const gone = newDelivery({ id: idOf(1), file: { path: 'gone', size: 2_000_000 } });
    await expect(writer.insert(gone)).rejects.toMatchObject({ code: 'store-unavailable' });
    const nameless = writer.insert(newDelivery({ id: 'dlv_?' }));
    await expect(nameless).rejects.toMatchObject({ code: 'store-unavailable' });
  });

  it('sends answers and bodies with the next group, or soon without one', async () => {
    const { writer, groups } = start();
    const answer = (n: number) =>
      writer.recordAnswer({
        id: idOf(n),
        response: { status: 201, source: 'forward' },
        committedMs: 1,
        answeredMs: 2,
      });
    answer(1);
    writer.putAttemptBody(formatId('att', 1), Buffer.from('abc'));
    await turn();
    await turn();
    expect(groups).toHaveLength(0);
    await writer.insert(newDelivery({ id: idOf(2) }));
    expect(groups[0]?.answers).toHaveLength(1);
    expect(groups[0]?.attemptBodies).toEqual([[formatId('att', 1), Uint8Array.from([97, 98, 99])]]);
    answer(2);
    await expect.poll(() => groups.length).toBe(2);
  });

  it('settles what is waiting at once, and refuses everything after it was closed', async () => {
    const { writer, groups } = start();
    const inserted = writer.insert(newDelivery({ id: idOf(1) }));
    await writer.settled();
    expect(groups).toHaveLength(1);
    await inserted;
    await writer.close();
    await expect(writer.insert(newDelivery({ id: idOf(2) }))).rejects.toMatchObject({
      code: 'store-unavailable',
    });
    await expect(
      writer.putAttempt(newAttempt({ id: formatId('att', 1), deliveryId: idOf(1) })),
    ).rejects.toMatchObject({ code: 'store-unavailable' });
  });
});
