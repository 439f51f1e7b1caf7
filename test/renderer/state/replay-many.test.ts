import { describe, expect, it } from 'vitest';
import { tallyWords } from '../../../src/renderer/state/marked-actions.ts';
import { type ReplayManyParts, replayInOrder } from '../../../src/renderer/state/replay-many.ts';
import { CallError } from '../../../src/shared/rpc.ts';
import { delivery, idOf } from './listed-host.ts';

const refuse = (code: string) => Promise.reject(new CallError({ code, message: code }));

/** Notes what was asked, in order; every attempt is answered 200 unless told otherwise. */
function parts(other: Partial<ReplayManyParts> = {}) {
  const log: string[] = [];
  const all: ReplayManyParts = {
    send: async (id) => {
      log.push(`send ${Number(id)}`);
      return `attempt of ${id}`;
    },
    ended: async (attempt) => {
      log.push(`ended ${Number(attempt.slice(11))}`);
      return { outcome: 'response', status: 200 };
    },
    allow: async () => false,
    progress: () => {},
    stopped: () => false,
    ...other,
  };
  return { log, all };
}

const three = [delivery(3), delivery(1), delivery(2)];

describe('replaying several', () => {
  it('sends the oldest first, and the next when it is answered', async () => {
    const progress: number[] = [];
    const { log, all } = parts({ progress: (done) => progress.push(done) });
    expect(await replayInOrder(three, all)).toMatchObject({ ok: 3, left: 0 });
    expect(log).toEqual(['send 1', 'ended 1', 'send 2', 'ended 2', 'send 3', 'ended 3']);
    expect(progress).toEqual([0, 1, 2]);
  });

  it('goes on past those that cannot be sent or are refused, and counts them', async () => {
    const { all } = parts({
      send: (id) => {
        if (id === idOf(1)) return refuse('no-destination');
        return id === idOf(2) ? refuse('conflict') : Promise.resolve('attempt');
      },
      ended: async () => ({ outcome: 'response', status: 500 }),
    });
    const tally = await replayInOrder([...three, delivery(4)], all);
    expect(tally).toEqual({ ok: 0, refused: 2, failed: 0, nowhere: 1, unsendable: 1, left: 0 });
    expect(tallyWords(tally)).toEqual({
      title: 'Replayed 2 deliveries',
      details: '2 answered 400 or above, 1 had nowhere to go, 1 cannot be sent again',
    });
  });

  it('asks once for a destination that was never confirmed, and heeds a no', async () => {
    const asked: string[] = [];
    const { all } = parts({
      send: () => refuse('destination-unconfirmed'),
      allow: async (endpointId) => asked.push(endpointId) === 0,
    });
    const rows = [...three, delivery(4, { endpointId: 'other' })];
    expect(await replayInOrder(rows, all)).toMatchObject({ nowhere: 4 });
    expect(asked).toEqual(['main', 'other']);
  });

  it('sends what was waiting for the yes', async () => {
    let allowed = false;
    const { all } = parts({
      send: () => (allowed ? Promise.resolve('attempt of 1') : refuse('destination-unconfirmed')),
      allow: async () => {
        allowed = true;
        return true;
      },
    });
    expect(await replayInOrder(three, all)).toMatchObject({ ok: 3 });
  });

  it('ends when it is stopped, and says how many are left', async () => {
    let sent = 0;
    const { all } = parts({ stopped: () => sent++ === 1 });
    const tally = await replayInOrder(three, all);
    expect(tally).toMatchObject({ ok: 1, left: 2 });
    expect(tallyWords(tally).details).toBe('1 answered well, 2 not sent any more');
  });

  it('breaks off when the host cannot be asked any more', async () => {
    const { all } = parts({ send: () => refuse('closed') });
    await expect(replayInOrder(three, all)).rejects.toMatchObject({ code: 'closed' });
  });
});
