// The supervisor's decisions, with a client that does as it is told and a receiver of its own.

import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLocaltunnelClient } from '../../../../src/main/engine/tunnel/localtunnel.ts';
import type {
  StartOptions,
  SupervisorOptions,
} from '../../../../src/main/engine/tunnel/supervisor.ts';
import type { TunnelClient } from '../../../../src/main/engine/tunnel/tunnel.ts';
import type { TunnelStatus } from '../../../../src/shared/model.ts';
import { createDirectClient } from './support/direct-client.ts';
import { startReceiver } from './support/receiver.ts';
import { type Supervised, supervise, waitsOf } from './support/supervised.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function receiverOf() {
  const receiver = await startReceiver();
  cleanups.push(() => receiver.close());
  return { receiver, url: `http://127.0.0.1:${receiver.port}` };
}

type Receiver = Awaited<ReturnType<typeof receiverOf>>['receiver'];

function superviseClient(
  client: TunnelClient,
  receiver: Receiver,
  options: Partial<SupervisorOptions> = {},
): Supervised {
  const supervised = supervise({
    client: () => client,
    probe: receiver.probe,
    port: () => receiver.port,
    ...options,
  });
  cleanups.push(() => supervised.close());
  return supervised;
}

const wanted: StartOptions = { kind: 'localtunnel', host: 'https://t.test', subdomain: null };
/** Waits of 2 ms, 4 ms, 8 ms and so on, told from 0. */
const COUNTED: Partial<SupervisorOptions> = {
  clock: { now: () => 0 },
  random: () => 0.5,
  timings: { backoffBaseMs: 4, backoffMaxMs: 600_000 },
};
const online = ({ state }: TunnelStatus) => state === 'online';
const reached = ({ lastReachedAt }: TunnelStatus) => lastReachedAt !== null;
const inState = (state: TunnelStatus['state']) => (status: TunnelStatus) => status.state === state;

describe('going online', () => {
  it('says off, connecting, online, and when the public URL was last seen to lead here', async () => {
    const { receiver, url } = await receiverOf();
    const supervisor = superviseClient(createDirectClient({ url, name: 'shop' }), receiver, {
      clock: { now: () => Date.UTC(2026, 10, 1) },
    });
    expect(supervisor.status()).toEqual({
      ...{ state: 'off', kind: 'none', publicUrl: null, reason: null, lastReachedAt: null },
      ...{ nextTryAt: null, changedFrom: null, history: [] },
    });
    expect(supervisor.start(wanted).state).toBe('connecting');
    await supervisor.until(reached);
    expect(supervisor.states()).toEqual(['connecting', 'online']);
    expect(supervisor.status()).toEqual({
      ...{ state: 'online', kind: 'localtunnel', publicUrl: url, reason: null },
      ...{ lastReachedAt: '2026-11-01T00:00:00.000Z', nextTryAt: null, changedFrom: null },
      history: [],
    });
  });

  it('tries again, with the reason and the time, until it succeeds', async () => {
    const { receiver, url } = await receiverOf();
    const client = createDirectClient({ reason: 'It is down' }, { url, name: 'shop' });
    const supervisor = superviseClient(client, receiver, {
      clock: { now: () => Date.UTC(2026, 10, 1) },
      random: () => 0.999,
      timings: { backoffBaseMs: 20, backoffMaxMs: 60_000 },
    });
    supervisor.start(wanted);
    expect(await supervisor.until(inState('reconnecting'))).toMatchObject({
      reason: 'It is down; trying again in 0.1 s.',
      nextTryAt: '2026-11-01T00:00:00.019Z',
      publicUrl: null,
    });
    expect(await supervisor.until(online)).toMatchObject({ reason: null, nextTryAt: null });
    expect(supervisor.statuses.map(({ reason }) => reason)).toContain(
      'It is down; trying again now.',
    );
  });

  it('waits longer each time, up to a bound', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    cleanups.push(() => vi.useRealTimers());
    const { receiver } = await receiverOf();
    const supervisor = superviseClient(createDirectClient({ reason: 'It is down' }), receiver, {
      clock: { now: () => 0 },
      random: () => 1 - Number.EPSILON,
      timings: { backoffBaseMs: 1_000, backoffMaxMs: 60_000, clockTickMs: 1e9 },
    });
    supervisor.start(wanted);
    const waits: number[] = [];
    for (let i = 0; i < 8; i++) {
      const { nextTryAt } = await supervisor.until(({ nextTryAt: due }) => due !== null);
      const wait = Date.parse(nextTryAt ?? '');
      waits.push(wait);
      vi.advanceTimersByTime(wait);
    }
    expect(waits).toEqual([999, 1999, 3999, 7999, 15_999, 31_999, 59_999, 59_999]);
  });

  it('stops trying where trying cannot help, and starts again when told to', async () => {
    const { receiver, url } = await receiverOf();
    const client = createDirectClient({ reason: 'No such name', final: true }, { url, name: 'ok' });
    const supervisor = superviseClient(client, receiver);
    supervisor.start({ ...wanted, subdomain: 'x' });
    expect(await supervisor.until(inState('failed'))).toMatchObject({
      ...{ reason: 'No such name.', nextTryAt: null, publicUrl: null, kind: 'localtunnel' },
    });
    supervisor.start({ ...wanted, subdomain: 'x' });
    await supervisor.until(online);
    expect(supervisor.states()).toEqual(['connecting', 'failed', 'off', 'connecting', 'online']);
  });

  it('survives a client that throws', async () => {
    const { receiver } = await receiverOf();
    const client: TunnelClient = {
      kind: 'localtunnel',
      open: () => Promise.reject(new Error('a bug')),
    };
    const supervisor = superviseClient(client, receiver, { random: () => 0.5 });
    supervisor.start(wanted);
    const { reason } = await supervisor.until(inState('reconnecting'));
    expect(reason).toContain('The tunnel failed (Error: a bug)');
  });

  it('says in words that there is no such server, or no internet', async () => {
    const { receiver } = await receiverOf();
    const client = createLocaltunnelClient({ host: () => 'http://hookglass.invalid', env: {} });
    const supervisor = superviseClient(client, receiver, {
      random: () => 0.8,
      timings: { backoffBaseMs: 10_000, backoffMaxMs: 10_000 },
    });
    supervisor.start(wanted);
    expect((await supervisor.until(inState('reconnecting'))).reason).toBe(
      'http://hookglass.invalid cannot be found (no internet connection, or the address is wrong); trying again in 8 s.',
    );
  });
});

describe('being told', () => {
  it('changes nothing when it is started twice', async () => {
    const { receiver, url } = await receiverOf();
    const client = createDirectClient({ url, name: 'shop' });
    const supervisor = superviseClient(client, receiver);
    supervisor.start(wanted);
    expect(supervisor.start(wanted).state).toBe('connecting');
    await supervisor.until(reached);
    expect(supervisor.start(wanted)).toMatchObject({ state: 'online', publicUrl: url });
    expect(client.asked).toEqual([null]);
  });

  it('opens another tunnel when it is started with other options', async () => {
    const { receiver, url } = await receiverOf();
    const client = createDirectClient({ url, name: 'one' }, { url: `${url}/two`, name: 'two' });
    const supervisor = superviseClient(client, receiver);
    supervisor.start({ ...wanted, subdomain: 'one' });
    await supervisor.until(reached);
    supervisor.start({ ...wanted, subdomain: 'two' });
    expect(await supervisor.until(online)).toMatchObject({ publicUrl: `${url}/two` });
    expect(client.asked).toEqual(['one', 'two']);
    expect(client.closed).toBe(1);
  });

  it('stops, keeping nothing running and the URL in the history', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    cleanups.push(() => vi.useRealTimers());
    const { receiver, url } = await receiverOf();
    const client = createDirectClient({ url, name: 'shop' });
    const supervisor = superviseClient(client, receiver);
    supervisor.start(wanted);
    await supervisor.until(reached);
    expect(vi.getTimerCount()).toBe(2);
    expect(supervisor.stop()).toMatchObject({
      ...{ state: 'off', kind: 'none', publicUrl: null, reason: null, lastReachedAt: null },
      history: [{ url }],
    });
    expect(vi.getTimerCount()).toBe(0);
    expect(client.closed).toBe(1);
    client.lose('too late');
    expect(supervisor.status().state).toBe('off');
  });

  it('stops while waiting for the next try', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    cleanups.push(() => vi.useRealTimers());
    const { receiver } = await receiverOf();
    const client = createDirectClient({ reason: 'It is down' });
    const supervisor = superviseClient(client, receiver);
    supervisor.start(wanted);
    await supervisor.until(inState('reconnecting'));
    expect(supervisor.stop()).toMatchObject({ state: 'off', reason: null, nextTryAt: null });
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(3_600_000);
    expect(client.asked).toHaveLength(1);
  });

  it('closes a tunnel that opened just when it was stopped', async () => {
    const { receiver, url } = await receiverOf();
    const client = createDirectClient({ url, name: 'shop' });
    const supervisor = superviseClient(client, receiver);
    supervisor.start(wanted);
    supervisor.stop();
    await vi.waitFor(() => expect(client.closed).toBe(1));
    expect(supervisor.status().state).toBe('off');
  });

  it('treats kind none as stop', async () => {
    const { receiver, url } = await receiverOf();
    const supervisor = superviseClient(createDirectClient({ url, name: 'shop' }), receiver);
    supervisor.start(wanted);
    await supervisor.until(online);
    expect(supervisor.start({ ...wanted, kind: 'none' })).toMatchObject({ state: 'off' });
  });

  it('says nothing more, and does nothing more, once it is closed', async () => {
    const { receiver, url } = await receiverOf();
    const client = createDirectClient({ url, name: 'shop' });
    const supervisor = superviseClient(client, receiver);
    supervisor.start(wanted);
    await supervisor.until(reached);
    const announced = supervisor.statuses.length;
    supervisor.close();
    supervisor.start(wanted);
    await supervisor.probeNow();
    expect(client.closed).toBe(1);
    expect(client.asked).toHaveLength(1);
    expect(supervisor.statuses).toHaveLength(announced);
  });

  it('lets a listener stop it in the middle of an announcement', async () => {
    const { receiver, url } = await receiverOf();
    const client = createDirectClient({ url, name: 'shop' });
    let checks = 0;
    const issue = () => {
      checks++;
      return receiver.probe.issue();
    };
    const supervisor: Supervised = superviseClient(client, receiver, {
      probe: { ...receiver.probe, issue },
      onChange: ({ state }) => {
        if (state === 'online') supervisor.stop();
      },
    });
    supervisor.start(wanted);
    await supervisor.until(() => supervisor.statuses.some(online));
    expect(checks).toBe(0);
    expect(client.closed).toBe(1);
    expect(supervisor.status()).toMatchObject({ state: 'off', publicUrl: null });
  });
});

describe('checking the public URL', () => {
  it('is degraded after one failure, reconnecting after two, and asks for the same name', async () => {
    const { receiver, url } = await receiverOf();
    const client = createDirectClient({ url, name: 'shop' });
    const supervisor = superviseClient(client, receiver);
    supervisor.start(wanted);
    await supervisor.until(reached);
    receiver.answersProbes = false;
    expect(await supervisor.probeNow()).toMatchObject({
      state: 'degraded',
      reason: `${url} is answered by somebody else: it leads to another machine now; checking again in 600 s.`,
      publicUrl: url,
    });
    expect(client.closed).toBe(0);
    const second = await supervisor.probeNow();
    expect(second).toMatchObject({ state: 'reconnecting', publicUrl: url });
    expect(second.nextTryAt).not.toBeNull();
    expect(client.closed).toBe(1);
    receiver.answersProbes = true;
    await supervisor.until(online);
    expect(client.asked).toEqual([null, 'shop']);
    expect(supervisor.status().changedFrom).toBeNull();
  });

  it('is online again when the check after a failure succeeds', async () => {
    const { receiver, url } = await receiverOf();
    const client = createDirectClient({ url, name: 'shop' });
    const supervisor = superviseClient(client, receiver);
    supervisor.start(wanted);
    await supervisor.until(reached);
    receiver.answersProbes = false;
    expect((await supervisor.probeNow()).state).toBe('degraded');
    receiver.answersProbes = true;
    expect(await supervisor.probeNow()).toMatchObject({ state: 'online', reason: null });
    expect(client.asked).toHaveLength(1);
  });

  it('checks by itself, sooner after a failure', async () => {
    const { receiver, url } = await receiverOf();
    const supervisor = superviseClient(createDirectClient({ url, name: 'shop' }), receiver, {
      timings: { probeEveryMs: 1, probeAgainMs: 2 },
    });
    receiver.answersProbes = false;
    supervisor.start(wanted);
    await supervisor.until(({ reason }) => reason?.includes('checking again in 0.1 s') ?? false);
    await supervisor.until(inState('reconnecting'));
    receiver.answersProbes = true;
    await supervisor.until(reached);
    const count = supervisor.statuses.length;
    await supervisor.until(() => supervisor.statuses.length > count + 3);
  });

  it('waits longer and longer with a tunnel that opens but never works', async () => {
    const { receiver, url } = await receiverOf();
    receiver.answersProbes = false;
    const supervisor = superviseClient(createDirectClient({ url, name: 'shop' }), receiver, {
      clock: { now: () => 0 },
      random: () => 0.5,
      timings: { probeAgainMs: 1, backoffBaseMs: 10, backoffMaxMs: 40 },
    });
    supervisor.start(wanted);
    await supervisor.until(() => waitsOf(supervisor).length === 4);
    expect(waitsOf(supervisor)).toEqual([5, 10, 20, 20]);
  });

  it('begins with short waits again once the URL was seen to lead here', async () => {
    const { receiver, url } = await receiverOf();
    const down = { reason: 'It is down' };
    const client = createDirectClient(down, down, down, { url, name: 'shop' });
    const supervisor = superviseClient(client, receiver, COUNTED);
    supervisor.start(wanted);
    await supervisor.until(reached);
    client.lose('The server went away');
    expect(waitsOf(supervisor)).toEqual([2, 4, 8, 2]);
  });

  it('begins with short waits again when a server that was down refuses the name', async () => {
    const { receiver, url } = await receiverOf();
    const down = { reason: 'It is down' };
    const taken = { reason: 'The name is taken', nameTaken: true };
    const client = createDirectClient(down, down, down, taken, taken, { url, name: 'shop' });
    const supervisor = superviseClient(client, receiver, COUNTED);
    supervisor.start(wanted);
    await supervisor.until(reached);
    expect(waitsOf(supervisor)).toEqual([2, 4, 8, 2, 4]);
  });

  it('does not take a tunnel down because this machine cannot resolve its name', async () => {
    const { receiver } = await receiverOf();
    const client = createDirectClient({ url: 'http://hookglass.invalid', name: 'shop' });
    const supervisor = superviseClient(client, receiver);
    supervisor.start(wanted);
    await supervisor.until(inState('degraded'));
    await supervisor.probeNow();
    await supervisor.probeNow();
    expect(supervisor.status()).toMatchObject({
      state: 'degraded',
      reason: expect.stringContaining('http://hookglass.invalid cannot be found'),
    });
    expect(client.closed).toBe(0);
  });

  it('checks at once when the machine has slept', async () => {
    const { receiver, url } = await receiverOf();
    let now = 0;
    const supervisor = superviseClient(createDirectClient({ url, name: 'shop' }), receiver, {
      clock: { now: () => now },
      timings: { clockTickMs: 5, clockJumpMs: 600_000 },
    });
    supervisor.start(wanted);
    await supervisor.until(reached);
    now = 3_600_000;
    await supervisor.until(({ lastReachedAt }) => lastReachedAt === '1970-01-01T01:00:00.000Z');
  });

  it('tries at once, instead of waiting, when it is told of a network change', async () => {
    const { receiver, url } = await receiverOf();
    const client = createDirectClient({ reason: 'It is down' }, { url, name: 'shop' });
    const supervisor = superviseClient(client, receiver, {
      random: () => 0.9,
      timings: { backoffBaseMs: 600_000, backoffMaxMs: 600_000 },
    });
    supervisor.start(wanted);
    await supervisor.until(inState('reconnecting'));
    await supervisor.probeNow();
    await supervisor.until(online);
    expect(client.asked).toHaveLength(2);
  });

  it('answers everybody who asked, also when a later question overtook theirs', async () => {
    const { receiver, url } = await receiverOf();
    const supervisor = superviseClient(createDirectClient({ url, name: 'shop' }), receiver);
    expect((await supervisor.probeNow()).state).toBe('off');
    supervisor.start(wanted);
    await supervisor.until(online);
    const answers = await Promise.all([1, 2, 3].map(() => supervisor.probeNow()));
    expect(answers.map(({ state }) => state)).toEqual(['online', 'online', 'online']);
    expect(supervisor.status().lastReachedAt).not.toBeNull();
  });
});

describe('names and URLs', () => {
  it('comes back when the client says that the tunnel is lost', async () => {
    const { receiver, url } = await receiverOf();
    const client = createDirectClient({ url, name: 'shop' });
    const supervisor = superviseClient(client, receiver);
    supervisor.start(wanted);
    await supervisor.until(reached);
    client.lose('The server went away');
    expect(supervisor.status()).toMatchObject({
      ...{ state: 'reconnecting', reason: 'The server went away; trying again in 0 s.' },
      publicUrl: url,
    });
    await supervisor.until(online);
    expect(client.asked).toEqual([null, 'shop']);
  });

  it('says loudly that the URL changed, keeps the old one, and asks for the new name from then on', async () => {
    const { receiver, url } = await receiverOf();
    const other = { url: `${url}/other`, name: 'other' };
    const client = createDirectClient({ url, name: 'shop' }, other);
    const supervisor = superviseClient(client, receiver);
    supervisor.start({ ...wanted, subdomain: 'shop' });
    await supervisor.until(reached);
    client.lose('The server went away');
    expect(await supervisor.until(({ changedFrom }) => changedFrom !== null)).toMatchObject({
      ...{ state: 'online', publicUrl: `${url}/other`, changedFrom: url, history: [{ url }] },
      reason:
        'The name "shop" is taken, so the tunnel server gave "other" instead. Use the new URL, or choose another name.',
    });
    // Its own name was declined three times first: the server may not have seen the old one ending.
    expect(client.asked).toEqual(['shop', 'shop', 'shop', 'shop', 'shop']);
    expect(client.closed).toBe(4);
    const declined = supervisor.statuses.filter(({ reason }) =>
      reason?.includes('is taken, perhaps'),
    );
    expect(declined.length).toBeGreaterThanOrEqual(3);
    client.lose('The server went away again');
    await supervisor.until(online);
    expect(client.asked.at(-1)).toBe('other');
    expect(supervisor.status()).toMatchObject({ changedFrom: url, publicUrl: `${url}/other` });
  });

  it('says at once that a name which was never ours is taken', async () => {
    const { receiver, url } = await receiverOf();
    const client = createDirectClient({ url, name: 'tidy-treefrog-3' });
    const supervisor = superviseClient(client, receiver);
    supervisor.start({ ...wanted, subdomain: 'shop' });
    expect(await supervisor.until(reached)).toMatchObject({
      state: 'online',
      reason: expect.stringContaining('The name "shop" is taken'),
      changedFrom: null,
    });
    expect(client.asked).toEqual(['shop']);
  });

  it('asks for the last name in the next run, and compares the URL with the last', async () => {
    const { receiver, url } = await receiverOf();
    const first = superviseClient(createDirectClient({ url, name: 'shop' }), receiver);
    first.start(wanted);
    await first.until(reached);
    first.close();
    const loadState = () => JSON.parse(JSON.stringify(first.saved));

    const same = createDirectClient({ url, name: 'shop' });
    const second = superviseClient(same, receiver, { loadState });
    expect(second.status().history).toMatchObject([{ url }]);
    second.start(wanted);
    expect(await second.until(online)).toMatchObject({ changedFrom: null, history: [] });
    expect(same.asked).toEqual(['shop']);

    const elsewhere = createDirectClient({ url: `${url}/new`, name: 'new' });
    const third = superviseClient(elsewhere, receiver, { loadState });
    third.start({ ...wanted, host: 'https://other.test' });
    expect(await third.until(online)).toMatchObject({ changedFrom: url, history: [{ url }] });
    expect(elsewhere.asked).toEqual([null]);
  });

  it('works on when nothing can be saved or what was saved is damaged', async () => {
    const { receiver, url } = await receiverOf();
    const supervisor = superviseClient(createDirectClient({ url, name: 'shop' }), receiver, {
      loadState: () => JSON.parse('{"urls":'),
      saveState() {
        throw new Error('the disk is full');
      },
    });
    supervisor.start(wanted);
    await supervisor.until(reached);
    expect(supervisor.stop().state).toBe('off');
  });
});
