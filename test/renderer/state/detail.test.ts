import { describe, expect, it } from 'vitest';
import { createDetail } from '../../../src/renderer/state/detail.ts';
import type { Delivery } from '../../../src/shared/model.ts';
import { type Call, CallError } from '../../../src/shared/rpc.ts';
import { attempt, wholeDelivery } from './attempts.ts';
import { delivery, idOf, settled } from './listed-host.ts';

/** A host of whole deliveries whose answers come when they are let. */
function shown() {
  const known = new Map<string, Delivery>([1, 2].map((n) => [idOf(n), wholeDelivery(n)]));
  const waiting: (() => void)[] = [];
  const asked: string[] = [];
  let broken: CallError | null = null;
  const call = (async (_name: string, { id }: { id: string }) => {
    asked.push(id);
    const failure = broken;
    const found = known.get(id);
    await new Promise<void>((resolve) => waiting.push(resolve));
    if (failure !== null) throw failure;
    if (found === undefined)
      throw new CallError({ code: 'not-found', message: 'It is not there.' });
    return found;
  }) as Call;
  const detail = createDetail(call);
  const answer = async (which = waiting.length - 1) => {
    waiting.splice(which, 1)[0]?.();
    await settled();
  };
  const fail = (error: CallError | null) => {
    broken = error;
  };
  return { known, asked, detail, state: () => detail.getState(), answer, fail };
}

describe('the open delivery', () => {
  it('is fetched when it is selected', async () => {
    const { state, answer } = shown();
    expect(state().status).toBe('none');
    state().show(idOf(1));
    expect(state()).toMatchObject({ status: 'loading', id: idOf(1) });
    await answer();
    expect(state()).toMatchObject({ status: 'ready', delivery: { id: idOf(1) } });
    state().show(null);
    expect(state()).toMatchObject({ status: 'none', delivery: null });
  });

  it('is the last one that was selected, whichever answer comes last', async () => {
    const { state, answer } = shown();
    state().show(idOf(1));
    state().show(idOf(2));
    await answer(1);
    await answer(0);
    expect(state().delivery?.id).toBe(idOf(2));
  });

  it('is fetched again when it changed, and stays on screen meanwhile', async () => {
    const { state, answer, known, asked } = shown();
    state().show(idOf(1));
    await answer();
    known.set(idOf(1), wholeDelivery(1, { pinned: true }));
    state().applyEvents([{ type: 'deliveries.changed', items: [delivery(1, { pinned: true })] }]);
    expect(state().status).toBe('ready');
    await answer();
    expect(state().delivery?.pinned).toBe(true);
    expect(asked).toHaveLength(2);
  });

  it('is left alone by what is about others', async () => {
    const { state, answer, asked } = shown();
    state().show(idOf(1));
    await answer();
    const before = state().delivery;
    state().applyEvents([
      { type: 'deliveries.changed', items: [delivery(2)] },
      { type: 'deliveries.removed', ids: [idOf(2)] },
      { type: 'attempt.changed', attempt: attempt('x', { deliveryId: idOf(2) }) },
    ]);
    expect(state().delivery).toBe(before);
    expect(asked).toHaveLength(1);
  });

  it('is fetched again when its message comes again, and when one of its deliveries goes', async () => {
    const { state, answer, known, asked } = shown();
    state().show(idOf(1));
    await answer();
    const redelivery = { ordinal: 2, sinceMs: 40_000, firstId: idOf(1) };
    const verdict = 'verified' as const;
    const group = [1, 2].map((n) => ({
      ...{ id: idOf(n), receivedAt: delivery(n).receivedAt, ordinal: n, bodySize: 612, verdict },
      responseStatus: 200,
    }));
    known.set(idOf(1), wholeDelivery(1, { group }));
    const again = delivery(2, { redelivery });
    state().applyEvents([{ type: 'deliveries.added', items: [again], skipped: 0 }]);
    await answer();
    expect(state().delivery?.group).toHaveLength(2);
    state().applyEvents([{ type: 'deliveries.changed', items: [again] }]);
    await answer();
    state().applyEvents([{ type: 'deliveries.removed', ids: [idOf(2)] }]);
    await answer();
    expect(asked).toHaveLength(4);
  });

  it('shows how its attempts go, at once', async () => {
    const { state, answer } = shown();
    state().show(idOf(1));
    await answer();
    const pending = attempt('a', { outcome: 'pending', status: null });
    state().applyEvents([{ type: 'attempt.changed', attempt: pending }]);
    expect(state().delivery?.attempts).toEqual([pending]);
    state().applyEvents([{ type: 'attempt.changed', attempt: attempt('a') }]);
    expect(state().delivery?.attempts).toEqual([attempt('a')]);
  });

  it('says so when it is removed, and when it is not there', async () => {
    const { state, answer } = shown();
    state().show(idOf(1));
    await answer();
    state().applyEvents([{ type: 'deliveries.removed', ids: [idOf(1)] }]);
    expect(state()).toMatchObject({ status: 'error', error: 'This delivery was removed.' });
    state().show(idOf(9));
    await answer();
    expect(state()).toMatchObject({ status: 'error', error: 'It is not there.' });
  });

  it('does not take away what is being read when the connection is lost', async () => {
    const { state, answer, fail } = shown();
    state().show(idOf(1));
    await answer();
    fail(new CallError({ code: 'closed', message: 'The connection was lost.' }));
    state().reload();
    await answer();
    expect(state().status).toBe('ready');
  });
});
