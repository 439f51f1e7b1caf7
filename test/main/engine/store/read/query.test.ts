import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ListQuery, Store } from '../../../../../src/main/engine/store/store.ts';
import type { HeaderList } from '../../../../../src/shared/headers.ts';
import {
  allPages,
  type DeliveryParts,
  NOW,
  newAttempt,
  openTestStore,
  put,
  putMany,
  query,
} from '../fixtures.ts';

const context = {
  endpoints: [
    { id: 'ep_default', name: 'Everything else', path: '/' },
    { id: 'a', name: 'Stripe live', path: '/stripe' },
  ],
  deadlines: [['slack', 3000] as [string, number]],
  seen: {},
  now: NOW,
};

/** The names of the deliveries that a filter finds, newest first. */
function finder(store: Store, names: ReadonlyMap<string, string>) {
  return async (text: string, parts: Partial<ListQuery> = {}) => {
    const ids = await allPages(store, { query: text, context, ...parts });
    return ids.map((id) => names.get(id) ?? id).join(' ');
  };
}

/** Deliveries by name, in the order given, and a function that finds their names. */
async function stored(parts: Record<string, Omit<DeliveryParts, 'id'>>) {
  const { store, dataDir } = await openTestStore();
  const names = new Map<string, string>();
  const ids: Record<string, string> = {};
  for (const [name, delivery] of Object.entries(parts)) {
    const id = await put(store, delivery);
    names.set(id, name);
    ids[name] = id;
  }
  return { store, dataDir, ids, names, find: finder(store, names) };
}

const header = (...pairs: HeaderList): Omit<DeliveryParts, 'id'> => ({ headers: pairs });
const json = (value: unknown): Omit<DeliveryParts, 'id'> => ({ body: JSON.stringify(value) });

describe('a filter by what a row holds', () => {
  it('knows whole values with wildcards, in any case', async () => {
    const { find } = await stored({
      paid: { eventType: 'invoice.paid', provider: 'stripe', messageId: 'evt_1' },
      odd: { eventType: 'invoice_paid%', provider: 'Stripe', messageId: 'evt_12' },
      none: { eventType: null, provider: null },
    });
    expect(await find('type:invoice.paid')).toBe('paid');
    expect(await find('type:INVOICE.*')).toBe('paid');
    expect(await find('type:*paid*')).toBe('odd paid');
    expect(await find('type:invoice')).toBe('');
    expect(await find('type:"invoice.*"')).toBe('');
    expect(await find('provider:stripe')).toBe('odd paid');
    expect(await find('-provider:stripe')).toBe('none');
    expect(await find('-type:invoice.*')).toBe('none odd');
    expect(await find('id:evt_1')).toBe('paid');
    expect(await find('id:evt_1*')).toBe('odd paid');
  });

  it('finds a delivery by its own id', async () => {
    const { find, ids } = await stored({ one: {}, two: {} });
    expect(await find(`id:${ids.one}`)).toBe('one');
    expect(await find(`-id:${ids.one}`)).toBe('two');
  });

  it('knows method, path, verdict, reason and endpoint', async () => {
    const { find } = await stored({
      get: { method: 'GET', target: '/hooks/a?x=1', endpointId: 'a' },
      post: { target: '/Hooks', verdict: { status: 'failed', reason: 'timestamp-stale' } },
    });
    expect(await find('method:get')).toBe('get');
    expect(await find('path:/hooks')).toBe('post get');
    expect(await find('path:/hooks/*')).toBe('get');
    expect(await find('verdict:failed')).toBe('post');
    expect(await find('is:failed')).toBe('post');
    expect(await find('reason:timestamp-*')).toBe('post');
    expect(await find('endpoint:"stripe live"')).toBe('get');
    expect(await find('endpoint:/stripe')).toBe('get');
    expect(await find('endpoint:every*')).toBe('post');
    expect(await find('endpoint:nowhere')).toBe('');
  });

  it('compares statuses, durations and sizes, which what is unanswered has none of', async () => {
    const { store, find, ids } = await stored({
      ok: { body: 'x'.repeat(2048), response: { status: 200, source: 'canned' } },
      bad: { body: 'x', response: { status: 503, source: 'forward' } },
      open: { body: '', response: { status: null, source: null } },
    });
    for (const [name, answeredMs] of [
      ['ok', 12.5],
      ['bad', 1500],
    ] as const) {
      const status = name === 'ok' ? 200 : 503;
      const response = { status, source: 'forward' as const };
      store.recordAnswer({ id: ids[name]!, response, committedMs: 1, answeredMs });
    }
    expect(await find('status:200')).toBe('ok');
    expect(await find('status:>=400')).toBe('bad');
    expect(await find('status:5xx')).toBe('bad');
    expect(await find('status:<600')).toBe('bad ok');
    expect(await find('status:!=200')).toBe('bad');
    expect(await find('is:unanswered')).toBe('open');
    expect(await find('duration:>1s')).toBe('bad');
    expect(await find('duration:<=12.5ms')).toBe('ok');
    expect(await find('-duration:>1s')).toBe('open ok');
    expect(await find('size:>=2kb')).toBe('ok');
    expect(await find('size:0')).toBe('open');
  });

  it('knows when it came', async () => {
    const { find } = await stored({
      early: { receivedAt: NOW - 3_600_000 },
      late: { receivedAt: NOW - 60_000 },
    });
    expect(await find('before:30m')).toBe('early');
    expect(await find('after:30m')).toBe('late');
    expect(await find('after:2026-11-20 before:2026-11-24')).toBe('late early');
    expect(await find(`before:${new Date(NOW - 60_000).toISOString()}`)).toBe('early');
  });

  it('knows what is special about it', async () => {
    const { store, find, ids } = await stored({
      first: { messageId: 'evt_1', body: 'same' },
      again: { messageId: 'evt_1', body: 'same' },
      copy: { messageId: 'evt_2', body: 'same' },
      slow: { provider: 'slack', messageId: 'evt_3' },
      quick: { provider: 'slack', messageId: 'evt_4' },
      forwarded: { response: { status: 200, source: 'forward' } },
    });
    const response = { status: 200, source: 'canned' as const };
    store.recordAnswer({ id: ids.slow!, response, committedMs: 1, answeredMs: 3001 });
    store.recordAnswer({ id: ids.quick!, response, committedMs: 1, answeredMs: 2999 });
    const attempt = {
      id: store.newAttemptId(),
      deliveryId: ids.quick!,
      trigger: 'replay' as const,
    };
    await store.putAttempt(newAttempt(attempt));
    await store.setPinned(ids.copy!, true);
    expect(await find('is:duplicate')).toBe('copy again');
    expect(await find('is:late')).toBe('slow');
    expect(await find('is:forwarded')).toBe('forwarded quick');
    expect(await find('is:pinned')).toBe('copy');
    expect(await find('is:handshake or is:malformed or is:aborted or is:oversized')).toBe('');
    expect(
      await find('is:unread', { context: { ...context, seen: { ep_default: ids.quick! } } }),
    ).toBe('forwarded');
  });
});

describe('a filter by what came over the wire', () => {
  it('looks at one header, at all of them, or whether there is one', async () => {
    const { find } = await stored({
      one: header(['X-Request-Id', 'ABC-1'], ['X-Other', 'def']),
      two: header(['x-request-id', 'xyz'], ['x-request-id', 'abc-2']),
      none: { headers: [['Accept', 'x-request-id: abc']], body: 'x-request-id: abc' },
      latin: header(['X-City', 'K\xf6ln']),
      utf8: header(['X-City', Buffer.from('Köln').toString('latin1')]),
    });
    expect(await find('header[X-Request-Id]:abc')).toBe('two one');
    expect(await find('header[x-request-id]:abc-*')).toBe('two one');
    expect(await find('header[x-request-id]:def')).toBe('');
    expect(await find('header[x-request-id]:*')).toBe('two one');
    expect(await find('-header[x-request-id]:*')).toBe('utf8 latin none');
    expect(await find('header:def')).toBe('one');
    expect(await find('header:"x-request-id: abc"')).toBe('none two one');
    expect(await find('header[x-city]:köln')).toBe('utf8 latin');
  });

  it('looks at the body alone', async () => {
    const { find } = await stored({
      body: { body: 'a needle here' },
      path: { target: '/needle', body: 'hay' },
      zero: { body: Buffer.from('\0needle') },
    });
    expect(await find('needle')).toBe('zero path body');
    expect(await find('body:needle')).toBe('zero body');
    expect(await find('body:a*here')).toBe('body');
    expect(await find('-body:needle')).toBe('path');
  });

  it('looks at a value in a JSON body', async () => {
    const { find } = await stored({
      one: json({
        data: { object: { id: 'cus_9', n: 5, ok: true } },
        items: [{ a: 1 }, { a: 'x' }],
      }),
      two: json({
        data: { object: { id: 'CUS_10', n: 50.5, ok: null } },
        'odd "name"': { b: 'é' },
      }),
      big: { body: '{"n":12345678901234567890,"data":"text"}' },
      escaped: { body: '{"data":{"object":{"id":"\\u0063us_9"}}}' },
      broken: { body: '{"data":{"object":{"id":"cus_9"' },
      text: { body: 'body.data.object.id cus_9' },
      deep: { body: '['.repeat(20_000) },
    });
    expect(await find('body.data.object.id:cus_9')).toBe('escaped one');
    expect(await find('body.data.object.id:cus_*')).toBe('escaped two one');
    expect(await find('body.data.object.id:*')).toBe('escaped two one');
    expect(await find('body.data.object:*')).toBe('escaped two one');
    expect(await find('body.data.object:cus_9')).toBe('');
    expect(await find('body.data.object.n:>5')).toBe('two');
    expect(await find('body.data.object.n:>=5')).toBe('two one');
    expect(await find('body.data.object.n:50.5')).toBe('two');
    expect(await find('body.data.object.ok:true')).toBe('one');
    expect(await find('body.data.object.ok:null')).toBe('two');
    expect(await find('body.items[1].a:x')).toBe('one');
    expect(await find('body.items[0].a:<2')).toBe('one');
    expect(await find('body.n:12345678901234567890')).toBe('big');
    expect(await find('body["odd \\"name\\""].b:é')).toBe('two');
    expect(await find('body.toString:*')).toBe('');
    expect(await find('-body.data.object.id:*')).toBe('deep text broken big');
  });

  it('looks into bodies that are files, with everything else that is asked', async () => {
    const { store, dataDir, names, find } = await stored({ small: json({ id: 'needle' }) });
    const spool = async (name: string, body: Buffer, parts: Omit<DeliveryParts, 'id'> = {}) => {
      const path = join(dataDir, 'bodies', 'incoming', name);
      writeFileSync(path, body);
      names.set(await put(store, { ...parts, file: { path, size: body.length } }), name);
    };
    const filler = 'x'.repeat(1_200_000);
    await spool('file', Buffer.from(JSON.stringify({ filler, id: 'needle', n: 7 })));
    await spool('head', Buffer.from(filler), { eventType: 'needle' });
    await spool('failed', Buffer.from(JSON.stringify({ filler, id: 'hay' })), {
      verdict: { status: 'failed' },
    });
    expect(await find('needle')).toBe('head file small');
    expect(await find('body:needle')).toBe('file small');
    expect(await find('body.id:needle')).toBe('file small');
    expect(await find('body.n:>6')).toBe('file');
    expect(await find('body.id:*')).toBe('failed file small');
    expect(await find('body:{*}')).toBe('failed file small');
    expect(await find('-body:needle')).toBe('failed head');
    expect(await find('-needle')).toBe('failed');
    expect(await find('needle type:needle')).toBe('head');
    expect(await find('needle or verdict:failed')).toBe('failed head file small');
    expect(await find('size:>1mb')).toBe('failed head file');
  });
});

describe('a filter', () => {
  it('joins, chooses and excludes', async () => {
    const { find } = await stored({
      a: { body: 'one', eventType: 'x' },
      b: { body: 'two', eventType: 'x' },
      c: { body: 'two', eventType: 'y' },
    });
    expect(await find('two type:x')).toBe('b');
    expect(await find('one or type:y')).toBe('c a');
    expect(await find('-(one or type:y)')).toBe('b');
    expect(await find('type:x -two')).toBe('a');
    expect(await find('')).toBe('c b a');
    expect(await find('type:x', { only: 'failed' })).toBe('');
  });

  it('goes on where the page before ended, and can be asked for what is new', async () => {
    const { store } = await openTestStore();
    const ids = await putMany(store, 40, (n) => ({ eventType: n % 2 ? 'odd' : 'even' }));
    const odd = ids.filter((_, n) => n % 2).reverse();
    expect(await allPages(store, { query: 'type:odd', limit: 6 })).toEqual(odd);
    const newer = await store.list(query({ query: 'type:odd', after: ids[35]! }));
    expect(newer.items.map(({ id }) => id)).toEqual([ids[39], ids[37]]);
    expect(newer.nextCursor).toBeNull();
    const anyNewer = await store.list(query({ after: ids[37]! }));
    expect(anyNewer.items.map(({ id }) => id)).toEqual([ids[39], ids[38]]);
  });

  it('tells which of some deliveries it finds', async () => {
    const { store } = await openTestStore();
    const ids = await putMany(store, 10, (n) => ({ body: n % 2 ? 'odd' : 'even' }));
    const some = [ids[1]!, ids[2]!, ids[5]!, 'dlv_00000000000', 'nonsense'];
    const of = (text: string, wanted: string[]) => allPages(store, { query: text, ids: wanted });
    expect(await of('odd', some)).toEqual([ids[5], ids[1]]);
    expect(await of('', some)).toEqual([ids[5], ids[2], ids[1]]);
    expect(await of('odd', ['nonsense'])).toEqual([]);
  });

  it('goes through many windows of rows', async () => {
    const { store } = await openTestStore();
    const oldest = await put(store, { eventType: 'rare' });
    await putMany(store, 40_000);
    expect(await allPages(store, { query: 'type:rare' })).toEqual([oldest]);
    expect(await allPages(store, { query: 'type:rare after:1m', context })).toEqual([oldest]);
    const later = { ...context, now: NOW + 600_000 };
    expect(await allPages(store, { query: 'type:rare after:1m', context: later })).toEqual([]);
  });

  it('that is none is refused, with the place of the mistake', async () => {
    const { store } = await openTestStore();
    await expect(store.list(query({ query: 'a verdct:failed' }))).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(/^At 3 in the filter: .*“verdict”/),
      details: { at: 2, length: 6, suggestion: 'verdict' },
    });
  });
});
