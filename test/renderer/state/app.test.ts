import { describe, expect, it } from 'vitest';
import { type AppData, applyEvent, useApp } from '../../../src/renderer/state/app.ts';
import type { AppEvent } from '../../../src/shared/contract.ts';
import { delivery } from './listed-host.ts';

const data = (): AppData => useApp.getInitialState();
const notice = (code: string, message: string): AppEvent => ({
  type: 'notice',
  notice: { code, level: 'info', message },
});

describe('what the host told', () => {
  it('asks for no first steps before it is known whether they were taken', () => {
    expect(data().ready).toBe(false);
    expect(data().settings.firstRunDone).toBe(true);
  });

  it('is replaced part by part', () => {
    const receiver = { url: 'http://127.0.0.1:4747', paused: true };
    const after = applyEvent(data(), { type: 'receiver.changed', receiver });
    expect(after.receiver).toEqual(receiver);
    expect(after.settings).toBe(data().settings);
  });

  it('does not change, not even as an object, by what is not about it', () => {
    const before = data();
    expect(applyEvent(before, { type: 'deliveries.reset' })).toBe(before);
    const added = { type: 'deliveries.added' as const, items: [delivery(1)], skipped: 0 };
    expect(applyEvent(before, added)).toBe(before);
  });

  it('keeps the newest wording of a notice', () => {
    const twice = [notice('a', 'first'), notice('b', 'other'), notice('a', 'second')];
    const { notices } = twice.reduce(applyEvent, data());
    expect(notices.map(({ message }) => message)).toEqual(['other', 'second']);
  });

  it('keeps a bounded number of notices', () => {
    const many = Array.from({ length: 100 }, (_, i) => notice(`n${i}`, String(i)));
    const { notices } = many.reduce(applyEvent, data());
    expect(notices).toHaveLength(20);
    expect(notices.at(-1)?.code).toBe('n99');
  });
});
