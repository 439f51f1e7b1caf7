// Recent destinations: order, bound, and storages that misbehave.

import { describe, expect, it } from 'vitest';
import {
  recentDestinations,
  rememberDestination,
} from '../../../../src/renderer/screens/endpoints/recent-destinations.ts';

function storage(initial: string | null = null) {
  let kept = initial;
  return {
    getItem: () => kept,
    setItem: (_key: string, value: string) => {
      kept = value;
    },
  };
}

describe('recent destinations', () => {
  it('come newest first, each once', () => {
    const kept = storage();
    for (const url of ['http://a', 'http://b', 'http://a']) rememberDestination(kept, url);
    expect(recentDestinations(kept)).toEqual(['http://a', 'http://b']);
  });

  it('are bounded', () => {
    const kept = storage();
    for (let i = 0; i < 50; i++) rememberDestination(kept, `http://host-${i}`);
    expect(recentDestinations(kept)).toHaveLength(8);
    expect(recentDestinations(kept)[0]).toBe('http://host-49');
  });

  it.each([['{'], ['null'], ['{"a":1}'], ['[1,2]']])('are none when %j is stored', (text) => {
    expect(recentDestinations(storage(text))).toEqual([]);
  });

  it('survive a storage that refuses', () => {
    const refusing = {
      getItem: () => null,
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(() => rememberDestination(refusing, 'http://a')).not.toThrow();
  });
});
