// Attempts in words: a failure never looks like an answer.

import { describe, expect, it } from 'vitest';
import {
  outcomeWords,
  triggerWord,
} from '../../../../src/renderer/screens/delivery/attempt-words.ts';
import { attempt } from './fixtures.ts';

describe('outcomeWords', () => {
  it('shows the status in its tone', () => {
    expect([200, 302, 404, 503].map((status) => outcomeWords(attempt({ status })).tone)).toEqual([
      'ok',
      'mute',
      'warn',
      'bad',
    ]);
  });

  it('names a failure and what is still running', () => {
    const failure = { code: 'timeout', message: '' } as const;
    expect(outcomeWords(attempt({ outcome: 'failure', status: null, failure }))).toEqual({
      tone: 'bad',
      word: 'Timed out',
    });
    expect(outcomeWords(attempt({ outcome: 'pending', status: null })).word).toBe('Waiting');
  });
});

describe('triggerWord', () => {
  it('says what set an attempt off', () => {
    const triggers = ['forward', 'replay', 'retry', 'handshake'] as const;
    expect(triggers.map(triggerWord)).toEqual([
      'Forwarded',
      'Replayed',
      'Tried again',
      'Called back',
    ]);
  });
});
