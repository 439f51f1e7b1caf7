// What is kept between runs, also when the file it comes from was damaged.

import { describe, expect, it } from 'vitest';
import {
  HISTORY_LIMIT,
  historyOf,
  markSeen,
  parseMemory,
  remember,
  type TunnelMemory,
} from '../../../../src/main/engine/tunnel/tunnel-memory.ts';

const empty: TunnelMemory = { host: null, subdomain: null, urls: [] };
const at = '2026-11-01T00:00:00.000Z';
const later = '2026-11-02T00:00:00.000Z';
const given = (name: string, time = at) => ({
  ...{ host: 'https://t.test', subdomain: name, url: `https://${name}.t.test`, at: time },
});

describe('parseMemory', () => {
  it('reads what was saved', () => {
    const memory = remember(parseMemory(null), given('one'));
    expect(parseMemory(JSON.parse(JSON.stringify(memory)))).toEqual(memory);
  });

  it.each([undefined, null, 'text', 7, [], {}, { host: 1, subdomain: {}, urls: 'none' }])(
    'takes %j for nothing',
    (stored) => {
      expect(parseMemory(stored)).toEqual(empty);
    },
  );

  it('keeps the sound part of a damaged list, within its bound', () => {
    const good = { url: 'https://a.test', lastSeenAt: at };
    const urls = [null, good, { url: 1 }, { url: 'https://b.test' }, 'x'];
    expect(parseMemory({ urls }).urls).toEqual([good]);
    expect(parseMemory({ urls: Array(1000).fill(good) }).urls).toHaveLength(HISTORY_LIMIT + 1);
  });
});

describe('remember', () => {
  it('puts the latest URL first and each only once', () => {
    const memory = ['one', 'two', 'one'].map((name) => given(name)).reduce(remember, empty);
    expect(memory.subdomain).toBe('one');
    expect(memory.urls.map(({ url }) => url)).toEqual(['https://one.t.test', 'https://two.t.test']);
  });

  it('forgets the oldest beyond its bound', () => {
    let memory = parseMemory(null);
    for (let i = 0; i < 100; i++) memory = remember(memory, given(`n${i}`));
    const history = historyOf(memory, 'https://n99.t.test');
    expect(history).toHaveLength(HISTORY_LIMIT);
    expect(history[0]?.url).toBe('https://n98.t.test');
  });
});

describe('historyOf', () => {
  it('leaves out the URL in use, and nothing while none is', () => {
    const memory = remember(remember(empty, given('one')), given('two', later));
    const one = { url: 'https://one.t.test', lastSeenAt: at };
    const two = { url: 'https://two.t.test', lastSeenAt: later };
    expect(historyOf(memory, 'https://two.t.test')).toEqual([one]);
    expect(historyOf(memory, null)).toEqual([two, one]);
  });
});

describe('markSeen', () => {
  it('dates the latest URL only', () => {
    const memory = remember(remember(empty, given('one')), given('two'));
    expect(markSeen(memory, later).urls.map(({ lastSeenAt }) => lastSeenAt)).toEqual([later, at]);
    expect(markSeen(parseMemory(null), later).urls).toEqual([]);
  });
});
