// Notices: told once, kept for those who connect later.

import { describe, expect, it } from 'vitest';
import { createBus } from '../../../src/main/engine/bus.ts';
import { HookglassError } from '../../../src/main/engine/errors.ts';
import { createNotices } from '../../../src/main/engine/notices.ts';
import type { Notice } from '../../../src/shared/model.ts';

function setup() {
  const bus = createBus();
  const told: Notice[] = [];
  bus.on('notice', ({ notice }) => told.push(notice));
  return { notices: createNotices(bus), told };
}

describe('notices', () => {
  it('are told to open interfaces and kept for later ones', () => {
    const { notices, told } = setup();
    const notice: Notice = { code: 'a', level: 'info', message: 'first' };
    notices.add(notice);
    expect(told).toEqual([notice]);
    expect(notices.list()).toEqual([notice]);
  });

  it('replace an earlier one of the same code', () => {
    const { notices } = setup();
    notices.add({ code: 'a', level: 'info', message: 'first' });
    notices.add({ code: 'a', level: 'warning', message: 'second' });
    expect(notices.list()).toEqual([{ code: 'a', level: 'warning', message: 'second' }]);
  });

  it('tell the same error once, however often it comes', () => {
    const { notices, told } = setup();
    for (let i = 0; i < 100; i++) {
      notices.addError(new HookglassError('store-unavailable', 'The disk is full.'));
    }
    expect(told).toEqual([
      { code: 'store-unavailable', level: 'error', message: 'The disk is full.' },
    ]);
  });

  it('are bounded in number', () => {
    const { notices } = setup();
    for (let i = 0; i < 500; i++) notices.add({ code: `c${i}`, level: 'info', message: '' });
    expect(notices.list().length).toBeLessThanOrEqual(50);
    expect(notices.list().at(-1)?.code).toBe('c499');
  });
});
