import { describe, expect, it } from 'vitest';
import { tunnelWords } from '../../../src/renderer/lib/tunnel-words.ts';
import type { TunnelStatus } from '../../../src/shared/model.ts';

const now = Date.parse('2026-11-22T14:00:00Z');
const at = (ms: number) => new Date(now + ms).toISOString();

const words = (part: Partial<TunnelStatus>) =>
  tunnelWords(
    {
      state: 'online',
      kind: 'localtunnel',
      publicUrl: 'https://calm-otter-12.example',
      reason: null,
      lastReachedAt: at(-4000),
      nextTryAt: null,
      changedFrom: null,
      history: [],
      ...part,
    },
    now,
  );

describe('the state of the tunnel in words', () => {
  it('proves its health with when it was last reached', () => {
    expect(words({})).toMatchObject({ tone: 'ok', short: 'reached 4 s ago', action: null });
    expect(words({ lastReachedAt: null }).short).toBe('online');
  });

  it('offers a public URL while there is none', () => {
    expect(words({ state: 'off', publicUrl: null })).toMatchObject({
      tone: 'mute',
      action: 'start',
    });
  });

  it('can be given up while it is being got', () => {
    expect(words({ state: 'connecting', publicUrl: null })).toMatchObject({
      busy: true,
      action: 'cancel',
    });
  });

  it('says when the next try is due', () => {
    const waiting = words({ state: 'reconnecting', nextTryAt: at(8200), reason: 'It closed.' });
    expect(waiting).toMatchObject({
      short: 'Trying again in 8 s',
      long: 'It closed.',
      action: 'retry',
    });
    expect(words({ state: 'reconnecting', nextTryAt: at(300) }).short).toBe('Reconnecting');
    expect(words({ state: 'reconnecting' }).short).toBe('Reconnecting');
  });

  it('gives the reason of a failure and the way to try again', () => {
    expect(words({ state: 'failed', publicUrl: null, reason: 'No answer in 10 s.' })).toMatchObject(
      {
        tone: 'bad',
        short: 'No public URL',
        long: 'No answer in 10 s.',
        action: 'retry',
      },
    );
  });

  it('tells since when a URL is not reached', () => {
    expect(words({ state: 'degraded', reason: 'It answers 503.' })).toMatchObject({
      tone: 'warn',
      short: 'last reached 4 s ago',
      long: 'It answers 503.',
    });
  });
});
