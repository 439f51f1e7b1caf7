import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../../../../src/main/engine/store/store.ts';
import { quoted } from '../../../../../src/shared/query/quoting.ts';
import { allPages, openTestStore, put, putMany, query } from '../fixtures.ts';

/** A text as it is, whatever it would mean as a filter. */
const find = (store: Store, text: string) => allPages(store, { query: quoted(text) });

async function putSpooled(store: Store, dataDir: string, body: Buffer): Promise<string> {
  const path = join(dataDir, 'bodies', 'incoming', 'received');
  writeFileSync(path, body);
  return put(store, { file: { path, size: body.length } });
}

describe('a search', () => {
  it('finds a substring of every field, ASCII case ignored', async () => {
    const { store } = await openTestStore();
    await put(store);
    const id = await put(store, {
      method: 'PATCH',
      target: '/Orders/77?state=Open',
      headers: [['X-Trace-Id', 'AbC-123']],
      body: '{"customer":"Muster GmbH"}',
      provider: 'licensechain',
      eventType: 'license.Expired',
      messageId: 'evt_9Z8Y',
    });
    for (const text of [
      'patch',
      'orders/77?STATE=open',
      'x-trace-id',
      'X-Trace-Id: abc',
      'muster gmbh',
      '"CUSTOMER":',
      'icensechai',
      'license.expired',
      '9z8y',
    ]) {
      expect(await find(store, text), text).toEqual([id]);
    }
    expect(await find(store, 'not there')).toEqual([]);
  });

  it('takes every character for itself', async () => {
    const { store } = await openTestStore();
    const odd = '100%_of\\it [*?] "quoted" \'x\'';
    const id = await put(store, { body: odd });
    await put(store, { body: '100 per cent of it' });
    for (const text of ['100%', '%_', '_of\\it', '[*?]', "'x'", '" \'', odd]) {
      expect(await find(store, text), text).toEqual([id]);
    }
    for (const text of ['1%0', 'o_f', '100*']) expect(await find(store, text), text).toEqual([]);
  });

  it('finds what lies behind NUL bytes and among bytes that are no UTF-8', async () => {
    const { store } = await openTestStore();
    const binary = Buffer.from('\0\xff\xfeBefore\0After\x80\xc3Last\xe9', 'latin1');
    const id = await put(store, { body: binary });
    const text = await put(store, { body: Buffer.from('\xffBroken\xc3 Text', 'latin1') });
    expect(await find(store, 'BEFORE')).toEqual([id]);
    expect(await find(store, 'e\0a')).toEqual([id]);
    expect(await find(store, 'after')).toEqual([id]);
    expect(await find(store, 'last')).toEqual([id]);
    expect(await find(store, 'broken')).toEqual([text]);
    expect(await find(store, ' text')).toEqual([text]);
    expect(await find(store, 'x\0y')).toEqual([]);
  });

  it('finds characters beyond ASCII in UTF-8 and in Latin-1', async () => {
    const { store } = await openTestStore();
    const utf8 = await put(store, { body: 'Grüße aus Köln, ÜBER alles' });
    const latin1 = await put(store, { headers: [['X-City', 'K\xf6ln']], body: '' });
    const facts = await put(store, { eventType: 'größe.geändert' });
    expect(await find(store, 'köln')).toEqual([latin1, utf8]);
    expect(await find(store, 'öLN')).toEqual([latin1, utf8]);
    expect(await find(store, 'GRÜßE')).toEqual([]);
    expect(await find(store, 'GRüßE AUS')).toEqual([utf8]);
    expect(await find(store, 'Über')).toEqual([utf8]);
    expect(await find(store, 'über')).toEqual([]);
    expect(await find(store, 'größe.')).toEqual([facts]);
  });

  it('is newest first, in pages, each delivery once', async () => {
    const { store } = await openTestStore();
    const ids = await putMany(store, 60, (n) => ({ body: n % 2 ? 'needle' : 'hay' }));
    const wanted = ids.filter((_, n) => n % 2).reverse();
    expect(await allPages(store, { query: 'Needle', limit: 7 })).toEqual(wanted);
    const page = await store.list(query({ query: 'needle', limit: 7, offset: 5 }));
    expect(page.total).toBeNull();
    expect(page.items.map(({ id }) => id)).toEqual(wanted.slice(0, 7));
  });

  it('keeps to the filters', async () => {
    const { store } = await openTestStore();
    const ids = await putMany(store, 12, (n) => ({
      endpointId: n % 2 ? 'a' : 'b',
      body: n < 6 ? 'needle' : 'hay',
      verdict: { status: n % 3 ? 'verified' : 'failed' },
    }));
    expect(await allPages(store, { query: 'needle', endpointId: 'a' })).toEqual([
      ids[5],
      ids[3],
      ids[1],
    ]);
    expect(await allPages(store, { query: 'needle', endpointId: 'a', only: 'failed' })).toEqual([
      ids[3],
    ]);
  });

  it('looks into spooled bodies, across the pieces they are read in', async () => {
    const { store, dataDir } = await openTestStore();
    const body = Buffer.alloc(1_500_000, 'x');
    body.write('Needle in Ünicode', 256 * 1024 - 8);
    const ids = await putMany(store, 3, (n) => ({ body: n === 1 ? 'needle in' : '' }));
    const spooled = await putSpooled(store, dataDir, body);
    const newer = await put(store, { body: 'a needle inside' });
    expect(await find(store, 'NEEDLE IN')).toEqual([newer, spooled, ids[1]]);
    expect(await find(store, 'needle in Üni')).toEqual([spooled]);
    expect(await allPages(store, { query: '"needle in"', limit: 1 })).toEqual([
      newer,
      spooled,
      ids[1],
    ]);
    expect(await find(store, 'needles')).toEqual([]);
  });

  it('goes through many windows and large messages', async () => {
    const { store } = await openTestStore();
    const large = Buffer.alloc(1_000_000, 'y').toString();
    const oldest = await put(store, { body: 'needle' });
    await putMany(store, 20, () => ({ body: large }));
    await putMany(store, 4500);
    expect(await find(store, 'NEEDLE')).toEqual([oldest]);
  });

  it('can be broken off', async () => {
    const { store } = await openTestStore();
    await putMany(store, 20);
    const controller = new AbortController();
    const searching = store.list(query({ query: 'nowhere' }), controller.signal);
    controller.abort();
    await expect(searching).rejects.toMatchObject({ name: 'AbortError' });
    expect((await store.list(query())).total).toBe(20);
  });
});
