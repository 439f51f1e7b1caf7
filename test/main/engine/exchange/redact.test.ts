// What is left out on request: credentials, and never a signature.

import { describe, expect, it } from 'vitest';
import { redactedHeaders, redactedTarget } from '../../../../src/main/engine/exchange/redact.ts';
import { credentialPlaces } from '../../../../src/main/engine/verify/index.ts';
import { testEngine } from '../../../support/engine.ts';
import { exported } from '../../../support/exchange.ts';
import { sendRaw } from './send-raw.ts';

const nothing = credentialPlaces(null, {});
const hidden = (name: string, value: string, provider: string | null = null) =>
  redactedHeaders([[name, value]], credentialPlaces(provider, {}))[0]![1] !== value;

describe('headers', () => {
  it.each([
    ['Authorization', 'Bearer abc'],
    ['authorization', 'Basic dTpw'],
    ['Proxy-Authorization', 'x'],
    ['Cookie', 'session=1'],
    ['Set-Cookie', 'session=1'],
    ['X-Api-Key', 'x'],
    ['X-Auth-Token', 'x'],
    ['x-acme-secret', 'x'],
  ])('%s: %s is left out', (name, value) => expect(hidden(name, value)).toBe(true));

  it.each([
    ['Stripe-Signature', 't=1,v1=abc'],
    ['X-Hub-Signature-256', 'sha256=abc'],
    ['Authorization', 'HMAC abc'],
    ['Content-Type', 'application/json'],
    ['X-Keyboard', 'x'],
    ['X-Monkey', 'x'],
  ])('%s: %s stays', (name, value) => expect(hidden(name, value)).toBe(false));

  it('that are the secret of a provider are left out', () => {
    expect(hidden('X-Gitlab-Token', 'x', 'gitlab')).toBe(true);
    expect(hidden('Verif-Hash', 'x', 'flutterwave')).toBe(true);
    expect(hidden('Verif-Hash', 'x')).toBe(false);
  });

  it('keep their order, case and repetition', () => {
    expect(
      redactedHeaders(
        [
          ['B', '1'],
          ['cookie', 'a'],
          ['COOKIE', 'b'],
          ['a', '2'],
        ],
        nothing,
      ),
    ).toEqual([
      ['B', '1'],
      ['cookie', '[redacted]'],
      ['COOKIE', '[redacted]'],
      ['a', '2'],
    ]);
  });
});

describe('a target', () => {
  it.each([
    ['/a?token=x&b=1', '/a?token=[redacted]&b=1'],
    [
      '/a?b=%20&access_token=x&access%5ftoken=y#z',
      '/a?b=%20&access_token=[redacted]&access%5ftoken=[redacted]#z',
    ],
    ['/a?mine=x', '/a?mine=[redacted]'],
    ['/a?signature=x&flag&=&%zz=1', '/a?signature=x&flag&=&%zz=1'],
    ['/token=x', '/token=x'],
  ])('%s becomes %s', (target, wanted) => {
    expect(redactedTarget(target, ['mine'])).toBe(wanted);
  });
});

describe('an export', () => {
  it.each(['har', 'ndjson', 'hookglass'] as const)(
    'as %s leaves out credentials only on request',
    async (format) => {
      const engine = await testEngine();
      await engine.call('endpoints.create', { name: 'Lab', path: '/lab', provider: 'gitlab' });
      await sendRaw(engine.receiverUrl, {
        ...{ method: 'POST', target: '/lab?token=letter-two', body: Buffer.from('{}') },
        headers: [
          ['X-Gitlab-Token', 'letter-one'],
          ['Cookie', 'letter-three'],
          ['X-Other-Signature', 'kept'],
        ],
      });
      const { id } = await engine.delivery(0);
      const names = (text: string) => text.match(/letter-\w+|kept/g) ?? [];
      const textOf = async (redact: boolean) => {
        const file = await exported(engine, { format, redact, ids: [id] });
        if (format !== 'hookglass') return file.toString();
        const to = await testEngine();
        const { imported } = await import('../../../support/exchange.ts');
        const { newest } = await imported(to, file);
        return JSON.stringify(await to.call('deliveries.get', { id: newest! }));
      };
      expect(new Set(names(await textOf(false)))).toEqual(
        new Set(['letter-one', 'letter-two', 'letter-three', 'kept']),
      );
      expect(new Set(names(await textOf(true)))).toEqual(new Set(['kept']));
    },
  );
});
