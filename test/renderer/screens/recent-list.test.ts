// Lists of what was lately used: order, bound, and storages that misbehave.

import { describe, expect, it } from 'vitest';
import { createRecentList } from '../../../src/renderer/screens/recent-list.ts';

const recent = createRecentList('recent', 8);

function storage(initial: string | null = null) {
  let kept = initial;
  return {
    getItem: () => kept,
    setItem: (_key: string, value: string) => {
      kept = value;
    },
  };
}

describe('a list of what was lately used', () => {
  it('has the newest first, each once', () => {
    const kept = storage();
    for (const item of ['a', 'b', 'a']) recent.remember(kept, item);
    expect(recent.all(kept)).toEqual(['a', 'b']);
  });

  it('is bounded', () => {
    const kept = storage();
    for (let i = 0; i < 50; i++) recent.remember(kept, `item ${i}`);
    expect(recent.all(kept)).toHaveLength(8);
    expect(recent.all(kept)[0]).toBe('item 49');
  });

  it.each([['{'], ['null'], ['{"a":1}'], ['[1,2]']])('is empty when %j is stored', (text) => {
    expect(recent.all(storage(text))).toEqual([]);
  });

  it('survives a storage that refuses', () => {
    const refusing = {
      getItem: () => {
        throw new Error('denied');
      },
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(() => recent.remember(refusing, 'a')).not.toThrow();
    expect(recent.all(refusing)).toEqual([]);
  });
});
