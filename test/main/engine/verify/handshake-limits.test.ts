// What bounds the answers to handshakes: what is signed, opened, called and echoed, and what never is.

import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileHandshake } from '../../../../src/main/engine/verify/handshake.ts';
import type { HandshakeRule } from '../../../../src/main/engine/verify/handshake-rule.ts';
import { PROVIDERS } from '../../../../src/main/engine/verify/providers.ts';
import { createView } from '../../../../src/main/engine/verify/view.ts';
import { isSendable } from '../../../../src/main/engine/wire-headers.ts';
import type { HeaderList } from '../../../../src/shared/headers.ts';
import { interpreted } from './judging.ts';

const SECRET = 'a secret of forty-three characters or so';
const crc = (token: string, ...secrets: string[]) =>
  interpreted(
    {
      method: 'GET',
      url: `https://example.test/?crc_token=${encodeURIComponent(token)}`,
      headers: [],
      body: '',
    },
    { provider: 'x-twitter', secrets },
  ).handshake;

describe('an answer that is signed', () => {
  it('signs no content that an event could have', () => {
    for (const content of ['{}', '[]', '{"a":1}', '"a"', '', ' ', 'a b', '<a/>', 'a'.repeat(300)]) {
      expect([content, crc(content, SECRET)]).toEqual([content, null]);
    }
  });

  it('is bounded to words by every rule, so that nobody has an event signed', () => {
    const signing = PROVIDERS.flatMap(({ handshake, samples }) =>
      [handshake ?? []]
        .flat()
        .flatMap(({ signs }) => (signs ? [{ like: signs.like, samples }] : [])),
    );
    expect(signing.length).toBeGreaterThanOrEqual(4);
    for (const { like, samples } of signing) {
      expect(like.source).toMatch(/^\^\[[^\]{}":,<>\s]+\]\{\d+,\d+\}\$$/);
      for (const { body } of samples.events) {
        if ('json' in body) expect(like.test(JSON.stringify(body.json))).toBe(false);
      }
    }
  });

  it('says that it takes a secret where there is none', () => {
    expect(crc('abc')).toMatchObject({
      status: 503,
      note: expect.stringContaining('no secret to sign it with'),
    });
  });

  it('is signed with the secret that signed the request, of several', () => {
    const body = JSON.stringify({ event: 'endpoint.url_validation', payload: { plainToken: 'p' } });
    const at = Date.now();
    const seconds = String(Math.floor(at / 1000));
    const signature = createHmac('sha256', 'second').update(`v0:${seconds}:${body}`).digest('hex');
    const headers: HeaderList = [
      ['x-zm-request-timestamp', seconds],
      ['x-zm-signature', `v0=${signature}`],
    ];
    const config = {
      provider: 'zoom',
      secrets: ['first', 'second'].map((value) => ({ label: value, value })),
      receivedAt: at,
    };
    const { handshake } = interpreted({ headers, body }, config);
    const expected = createHmac('sha256', 'second').update('p').digest('hex');
    expect(JSON.parse(handshake?.body ?? '')).toEqual({
      plainToken: 'p',
      encryptedToken: expected,
    });
  });
});

describe('a verify token', () => {
  const asked = (word: string, options: Record<string, string> = {}) =>
    interpreted(
      {
        ...{ method: 'GET', headers: [], body: '' },
        url: `https://example.test/?hub.mode=subscribe&hub.challenge=115&hub.verify_token=${word}`,
      },
      { provider: 'meta', options },
    ).handshake;

  it('is compared where the user made one up', () => {
    expect(asked('meatyhamhock', { verifyToken: 'meatyhamhock' })).toMatchObject({ body: '115' });
    const refused = asked('another', { verifyToken: 'meatyhamhock' });
    expect(refused).toMatchObject({ status: 403 });
    expect(JSON.stringify(refused)).not.toMatch(/meatyhamhock|115/);
  });

  it('may be any where there is none', () => {
    expect(asked('whatever')?.body).toBe('115');
  });
});

describe('a request that is encrypted', () => {
  it('is no handshake when it cannot be opened', () => {
    for (const encrypt of ['', 'AAAA', 'A'.repeat(64), 'A'.repeat(10_000), 17, null, {}]) {
      const body = JSON.stringify({ encrypt });
      const { handshake } = interpreted(
        { headers: [], body },
        { provider: 'lark', secrets: ['k'] },
      );
      expect(handshake).toBeNull();
    }
  });

  it('of WeCom is not opened for anyone but WeCom', () => {
    const url = 'https://example.test/?msg_signature=00&timestamp=1&nonce=2&echostr=AAAA';
    const secrets = ['token', 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C'];
    const request = { method: 'GET', url, headers: [], body: '' };
    expect(interpreted(request, { provider: 'wecom', secrets }).handshake).toBeNull();
  });
});

describe('a call back', () => {
  const callBackTo = (validationUrl: string) =>
    interpreted(
      {
        headers: [['aeg-event-type', 'SubscriptionValidation']],
        body: JSON.stringify([{ data: { validationUrl } }]),
      },
      { provider: 'azure-event-grid' },
    ).handshake;

  it('leads to the provider itself', () => {
    for (const url of [
      'https://rp-eastus2.eventgrid.azure.net:553/subscriptions/validate?id=5',
      'https://rp-eastus2.eventgrid.azure.net/validate?id=5',
    ]) {
      expect(callBackTo(url)).toMatchObject({ callBack: url, note: null });
    }
  });

  it.each([
    'http://rp-eastus2.eventgrid.azure.net/',
    'https://rp-eastus2.eventgrid.azure.net.attacker.example/',
    'https://rp-eastus2.eventgrid.azure.net:8443/',
    'https://user:pw@rp-eastus2.eventgrid.azure.net/',
    'https://attacker.example/?rp-eastus2.eventgrid.azure.net',
    'https://attacker.example\\@rp-eastus2.eventgrid.azure.net/',
    'https://rp-a.b.eventgrid.azure.net/',
    'https://127.0.0.1/',
    'file:///etc/passwd',
    'no URL',
    `https://rp-a.eventgrid.azure.net/${'a'.repeat(5000)}`,
  ])('never leads anywhere else: %s', (url) => {
    expect(callBackTo(url)).toMatchObject({
      callBack: null,
      note: 'The URL that is to be called to confirm is not one of Azure Event Grid, so it is not called.',
    });
  });
});

describe('an answer made of what was sent', () => {
  const answerTo = (rule: HandshakeRule, body: string) => {
    const context = { providerName: 'Any', messageId: null, option: () => '' };
    const request = {
      ...{ method: 'POST', target: '/', headers: [] },
      body: { kind: 'memory' as const, bytes: Buffer.from(body) },
    };
    const { verdict } = interpreted({ headers: [], body }, { provider: null });
    return compileHandshake(
      rule,
      context,
    )({
      view: createView(request, true),
      ...{ verdict, secrets: [] },
    });
  };

  it('never begins a header of the sender’s choice', () => {
    const rule: HandshakeRule = {
      when: { method: 'POST', has: { 'json:$.a': true } },
      respond: { status: 200, headers: { 'X-Echo': '{json:$.a}' } },
    };
    expect(answerTo(rule, '{"a":"b"}')?.headers).toEqual([['X-Echo', 'b']]);
    expect(answerTo(rule, '{"a":"b\\r\\nSet-Cookie: c=d"}')).toBeNull();
    expect(answerTo(rule, '{"a":"\\u4e2d"}')).toBeNull();
  });

  it('stays the JSON that it is meant to be', () => {
    const rule: HandshakeRule = {
      when: { method: 'POST', has: { 'json:$.a': true } },
      respond: { status: 200, body: { json: { challenge: '{json:$.a}' } } },
    };
    for (const a of ['","admin":"', '\\', '{json:$.a}', 17]) {
      expect(JSON.parse(answerTo(rule, JSON.stringify({ a }))?.body ?? '')).toEqual({
        challenge: a,
      });
    }
  });
});

describe('an answer to hostile requests', () => {
  const SHAKING = PROVIDERS.filter(({ handshake }) => handshake !== null);
  /** Every place that a rule looks at, by where it is. */
  const places = (prefix: string) =>
    SHAKING.flatMap(({ handshake }) =>
      [handshake ?? []]
        .flat()
        .flatMap(({ when, signs, secret, callBack }) =>
          [...Object.keys(when.has ?? {}), signs?.of ?? '', secret ?? '', callBack?.url ?? '']
            .filter((source) => source.startsWith(prefix))
            .map((source) => source.slice(prefix.length)),
        ),
    );
  const text = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.constantFrom(
      'abc',
      '{signature}',
      '{body}',
      '\r\nA: b',
      SECRET,
      'https://a.b/',
      '__proto__',
    ),
  );
  const pairs = (prefix: string) =>
    fc.array(fc.tuple(fc.constantFrom(...places(prefix)), text), { maxLength: 4 });
  const json = fc
    .array(
      fc.tuple(fc.constantFrom('type', 'event', 'challenge', 'events', 'payload'), fc.jsonValue()),
    )
    .map((fields) => JSON.stringify(Object.fromEntries(fields)));
  const requests = fc.record({
    method: fc.constantFrom('GET', 'HEAD', 'OPTIONS', 'POST'),
    query: pairs('query:'),
    headers: pairs('header:'),
    body: fc.oneof(json, fc.string()),
  });

  it('never throws, splits no header and never holds the secret', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SHAKING), requests, ({ id }, request) => {
        const { method, query, headers, body } = request;
        const url = `https://example.test/?${new URLSearchParams(query)}`;
        const asked = JSON.stringify([query, headers, body]);
        const { handshake } = interpreted(
          { method, url, headers, body },
          { provider: id, secrets: [SECRET] },
        );
        if (handshake === null) return;
        expect(handshake.headers.every(isSendable)).toBe(true);
        if (!asked.includes(SECRET)) expect(JSON.stringify(handshake)).not.toContain(SECRET);
      }),
      { numRuns: 2000 },
    );
  });
});
