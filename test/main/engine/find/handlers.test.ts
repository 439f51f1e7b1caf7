import { describe, expect, it } from 'vitest';
import { type TestEngine, testEngine } from '../../../support/engine.ts';
import { tempDir } from '../../../support/temp-dir.ts';

/** Sends requests one after another; answers the ids, in this order. */
async function send(
  engine: TestEngine,
  ...requests: { path?: string; body?: string; headers?: Record<string, string> }[]
): Promise<string[]> {
  const first = engine.answered.length;
  for (const { path = '/', body = '{}', headers = {} } of requests) {
    await fetch(engine.receiverUrl + path, { method: 'POST', body, headers });
  }
  const deliveries = await Promise.all(requests.map((_, n) => engine.delivery(first + n)));
  return deliveries.map(({ id }) => id);
}

async function found(engine: TestEngine, query: string): Promise<string[]> {
  const { items } = await engine.call('deliveries.list', { query });
  return items.map(({ id }) => id);
}

describe('deliveries.list with a filter', () => {
  it('knows the endpoints by name and what was read', async () => {
    const engine = await testEngine();
    await engine.call('endpoints.create', { name: 'My shop', path: '/shop', provider: 'slack' });
    const ids = await send(engine, { path: '/shop/a' }, { path: '/other' });
    expect(await found(engine, 'endpoint:"my shop"')).toEqual([ids[0]]);
    expect(await found(engine, 'endpoint:every*')).toEqual([ids[1]]);
    expect(await found(engine, 'provider:slack -is:late')).toEqual([ids[0]]);
    await engine.call('endpoints.markRead', {});
    const [newer] = await send(engine, { path: '/shop' });
    expect(await found(engine, 'is:unread')).toEqual([newer]);
  });

  it('answers those that came after one', async () => {
    const engine = await testEngine();
    const ids = await send(engine, { body: 'aaa' }, { body: 'bbb' }, { body: 'aaa' });
    const { items } = await engine.call('deliveries.list', { query: 'aaa', after: ids[0] });
    expect(items.map(({ id }) => id)).toEqual([ids[2]]);
  });

  it('says where a mistake is, in words and for programs', async () => {
    const engine = await testEngine();
    for (const name of ['deliveries.list', 'deliveries.timeline'] as const) {
      await expect(engine.call(name, { query: 'is:pined' })).rejects.toMatchObject({
        code: 'bad-input',
        message: 'At 4 in the filter: “is” cannot be “pined”. Did you mean “pinned”?',
        details: { at: 3, length: 5, suggestion: 'pinned' },
      });
    }
  });
});

describe('deliveries.count', () => {
  it('counts what a filter finds', async () => {
    const engine = await testEngine();
    await send(engine, { body: 'aaa' }, { body: 'bbb' }, { body: 'aaa' });
    const count = (query?: string) => engine.call('deliveries.count', { query });
    expect(await count('aaa')).toEqual({ count: 2, complete: true });
    expect(await count()).toEqual({ count: 3, complete: true });
  });
});

describe('deliveries.annotate', () => {
  it('labels and notes deliveries, tells so, and makes them searchable', async () => {
    const engine = await testEngine();
    const ids = await send(engine, {}, {}, {});
    const told = engine.event((event) =>
      event.type === 'deliveries.changed' && event.items.some(({ label }) => label !== null)
        ? event.items
        : undefined,
    );
    const input = { ids: [ids[0]!, ids[1]!], label: 'red' as const, note: 'Ask Ana, 100%' };
    expect(await engine.call('deliveries.annotate', input)).toEqual({ ids: [ids[0], ids[1]] });
    expect(await told).toMatchObject([{ label: 'red', note: 'Ask Ana, 100%' }, { label: 'red' }]);
    expect(await found(engine, 'label:red')).toEqual([ids[1], ids[0]]);
    expect(await found(engine, 'note:"ana, 100%"')).toEqual([ids[1], ids[0]]);
    expect(await found(engine, 'is:noted is:labelled')).toEqual([ids[1], ids[0]]);
    await engine.call('deliveries.annotate', { ids: [ids[0]!], label: null });
    await engine.call('deliveries.annotate', { ids: [ids[1]!], note: ' ' });
    expect(await found(engine, 'is:labelled')).toEqual([ids[1]]);
    expect(await found(engine, 'is:noted')).toEqual([ids[0]]);
    expect(await engine.call('deliveries.get', { id: ids[0]! })).toMatchObject({
      label: null,
      note: 'Ask Ana, 100%',
    });
  });

  it('refuses a delivery that there is none of, and a colour that there is none of', async () => {
    const engine = await testEngine();
    const gone = { ids: ['dlv_00000000000'], label: 'red' as const };
    await expect(engine.call('deliveries.annotate', gone)).rejects.toMatchObject({
      code: 'not-found',
    });
    const answer = await engine.dispatch('deliveries.annotate', { ids: ['x'], label: 'pink' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  });
});

describe('a redelivery', () => {
  it('is told as it comes, with the time since the one before', async () => {
    const engine = await testEngine();
    await engine.call('endpoints.create', { name: 'Hub', path: '/hub', provider: 'github' });
    const headers = { 'X-GitHub-Delivery': 'guid-1', 'X-GitHub-Event': 'push' };
    const added = engine.event((event) =>
      event.type === 'deliveries.added' && event.items[0]?.redelivery
        ? event.items[0].redelivery
        : undefined,
    );
    const ids = await send(engine, { path: '/hub', headers }, { path: '/hub', headers });
    expect(await added).toMatchObject({ ordinal: 2, firstId: ids[0] });
    const opened = await engine.call('deliveries.get', { id: ids[0]! });
    expect(opened.redelivery).toBeNull();
    expect(opened.group.map(({ id }) => id)).toEqual(ids);
    expect(await found(engine, 'is:duplicate')).toEqual([ids[1]]);
  });
});

describe('deliveries.suggest', () => {
  it('answers what was seen, the newest first', async () => {
    const engine = await testEngine();
    await engine.call('endpoints.create', { name: 'Hub', path: '/hub', provider: 'github' });
    for (const type of ['push', 'pull_request', 'push', 'issues']) {
      await send(engine, {
        path: `/hub/${type}`,
        headers: { 'X-GitHub-Event': type, 'X-Trace': `t-${type}` },
        body: `{"repository":{"name":"r"},"odd.name":[{"${type}":1}]}`,
      });
    }
    const values = async (input: Parameters<typeof engine.call<'deliveries.suggest'>>[1]) => {
      const { items } = await engine.call('deliveries.suggest', input);
      return items.map(({ value }) => value);
    };
    expect(await values({ field: 'type' })).toEqual(['issues', 'push', 'pull_request']);
    expect(await values({ field: 'type', prefix: 'PU' })).toEqual(['push', 'pull_request']);
    expect(await values({ field: 'type', prefix: 'u', limit: 2 })).toEqual(['issues', 'push']);
    expect(await values({ field: 'provider' })).toEqual(['github']);
    expect(await values({ field: 'status' })).toEqual(['200']);
    expect(await values({ field: 'path', prefix: '/hub/i' })).toEqual(['/hub/issues']);
    expect(await values({ field: 'header', prefix: 'x-' })).toEqual(['x-github-event', 'x-trace']);
    expect(await values({ field: 'header', key: 'X-Trace', prefix: 't-p' })).toEqual([
      't-push',
      't-pull_request',
    ]);
    expect(await values({ field: 'body', prefix: '.repo' })).toEqual(['.repository.name']);
    expect(await values({ field: 'body', prefix: '["odd' })).toContain('["odd.name"][0].issues');
    expect(await values({ field: 'is', prefix: 'un' })).toEqual(['unread', 'unanswered']);
    expect(await values({ field: 'endpoint', prefix: 'h' })).toEqual(['Hub', 'Everything else']);
    expect(await values({ field: 'size' })).toEqual([]);
  });
});

describe('saved filters', () => {
  it('come with three that stay, are told when they change, and are there after a restart', async () => {
    const dataDir = tempDir();
    const engine = await testEngine({ dataDir });
    const builtIn = [
      { id: 'failed', name: 'Failed signatures', query: 'verdict:failed', builtIn: true },
      { id: 'late', name: 'Past the deadline', query: 'is:late', builtIn: true },
      { id: 'pinned', name: 'Pinned', query: 'is:pinned', builtIn: true },
    ];
    expect(engine.snapshot().filters).toEqual(builtIn);
    const told = engine.event((event) =>
      event.type === 'filters.changed' ? event.filters : undefined,
    );
    const saved = await engine.call('filters.save', { name: 'Slow', query: 'duration:>1s' });
    expect(await told).toEqual([...builtIn, saved]);
    const { id } = saved;
    await engine.call('filters.save', { id, name: 'Very slow', query: 'duration:>5s' });
    await engine.stop();
    const again = await testEngine({ dataDir });
    const kept = { id, name: 'Very slow', query: 'duration:>5s', builtIn: false };
    expect((await again.call('filters.list', {})).items).toEqual([...builtIn, kept]);
    expect(await again.call('filters.remove', { id })).toEqual({ removed: true });
    expect(await again.call('filters.remove', { id })).toEqual({ removed: false });
    expect(again.snapshot().filters).toEqual(builtIn);
  });

  it('are refused when they are no filter, or their name is taken, or they are not ours', async () => {
    const engine = await testEngine();
    const refused = (input: { id?: string; name: string; query: string }, code: string) =>
      expect(engine.call('filters.save', input)).rejects.toMatchObject({ code });
    await refused({ name: 'a', query: 'is:' }, 'bad-input');
    await refused({ name: 'pinned', query: 'a' }, 'conflict');
    await refused({ id: 'pinned', name: 'Mine', query: 'a' }, 'conflict');
    await refused({ id: 'nothing', name: 'Mine', query: 'a' }, 'not-found');
    await expect(engine.call('filters.remove', { id: 'failed' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});
