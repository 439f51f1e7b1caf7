// The keys and the palette ask; the body on the screen answers, or the next one.

import { afterEach, describe, expect, it } from 'vitest';
import { answerAsk, askBody, canAsk } from '../../../src/renderer/viewers/ask.ts';

describe('askBody', () => {
  const ends: (() => void)[] = [];
  afterEach(() => {
    for (const end of ends.splice(0)) end();
  });
  const answer = (asked: string[], name: string) => {
    ends.push(answerAsk('find', () => asked.push(name)));
  };

  it('asks the newest that answers, and nobody when there is none', () => {
    const asked: string[] = [];
    askBody('find');
    answer(asked, 'first');
    expect(asked).toEqual([]);
    answer(asked, 'second');
    askBody('find');
    expect(asked).toEqual(['second']);
    ends.pop()?.();
    expect(canAsk('find')).toBe(false);
  });

  it('waits for the next when it is told to', () => {
    const asked: string[] = [];
    askBody('find', true);
    answer(asked, 'next');
    answer(asked, 'one after');
    expect(asked).toEqual(['next']);
  });
});
