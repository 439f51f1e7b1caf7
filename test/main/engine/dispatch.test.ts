// The one door for calls: what is refused, what is answered, and that nothing gets through by name.

import { describe, expect, it } from 'vitest';
import { createDispatch } from '../../../src/main/engine/dispatch.ts';
import { HookglassError } from '../../../src/main/engine/errors.ts';
import type { Handlers } from '../../../src/shared/contract.ts';

function dispatchTo(
  handlers: Partial<Handlers>,
  onInternalError: (error: unknown) => void = () => {},
) {
  return createDispatch(handlers as Handlers, onInternalError);
}

describe('dispatch', () => {
  it('gives the handler the checked input and passes on its result', async () => {
    const dispatch = dispatchTo({
      'receiver.pause': ({ paused }) => ({ url: 'http://127.0.0.1:1', paused }),
    });
    expect(await dispatch('receiver.pause', { paused: true })).toEqual({
      ok: true,
      result: { url: 'http://127.0.0.1:1', paused: true },
    });
  });

  it.each([
    ['receiver.pause', {}, 'paused'],
    ['receiver.pause', { paused: 1 }, 'paused'],
    ['receiver.pause', { paused: true, more: 1 }, 'more'],
    ['receiver.pause', 'text', 'The input'],
    ['endpoints.create', { name: 'a', path: 'no-slash' }, 'path: must start with /'],
    ['endpoints.create', { name: 'a', path: '/a', forwardTo: 'file:///etc/passwd' }, 'forwardTo'],
    [
      'endpoints.create',
      { name: 'a', path: '/a', respond: { mode: 'canned', headers: [['a\r\nb', 'c']] } },
      'respond.headers.0.0',
    ],
    ['deliveries.list', { limit: 100_000 }, 'limit'],
  ])('refuses a bad input to %s: %j', async (name, input, words) => {
    const answer = await dispatchTo({})(name, input);
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    expect(JSON.stringify(answer)).toContain(words);
  });

  it('does not repeat a secret that was refused', async () => {
    const secrets = [{ label: '', value: 'whsec_do_not_repeat' }];
    const answer = await dispatchTo({})('endpoints.create', { name: 'a', path: '/a', secrets });
    expect(answer.ok).toBe(false);
    expect(JSON.stringify(answer)).not.toContain('do_not_repeat');
  });

  it.each(['nope', 'constructor', '__proto__', 'toString', ''])(
    'knows no call named %j',
    async (name) => {
      const answer = await dispatchTo({})(name, {});
      expect(answer).toMatchObject({ ok: false, error: { code: 'unknown-call' } });
    },
  );

  it('answers a broken promise with its code, and a bug without its stack', async () => {
    const bugs: unknown[] = [];
    const dispatch = dispatchTo(
      {
        'attempts.get': () => {
          throw new HookglassError('not-found', 'There is no attempt x.');
        },
        'settings.get': () => {
          throw new TypeError('undefined is not a function');
        },
      },
      (error) => bugs.push(error),
    );
    expect(await dispatch('attempts.get', { id: 'x' })).toEqual({
      ok: false,
      error: { code: 'not-found', message: 'There is no attempt x.' },
    });
    const answer = await dispatch('settings.get', {});
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(answer)).not.toContain('.ts:');
    expect(bugs).toHaveLength(1);
  });
});
