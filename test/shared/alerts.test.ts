import { describe, expect, it } from 'vitest';
import { type Alert, type AlertKind, createAlerts } from '../../src/shared/alerts.ts';
import type { AppEvent } from '../../src/shared/contract.ts';
import type { Attempt, FailureCode, TunnelStatus } from '../../src/shared/model.ts';
import { attempt } from '../renderer/state/attempts.ts';
import { delivery, idOf } from '../renderer/state/listed-host.ts';

function stage(off: AlertKind[] = []) {
  const told: Alert[] = [];
  let waiting: (() => void)[] = [];
  const alerts = createAlerts({
    wanted: (kind) => !off.includes(kind),
    endpointName: (id) => (id === 'main' ? 'Shop' : null),
    tell: (alert) => told.push(alert),
    later(_ms, work) {
      waiting.push(work);
      return () => {
        waiting = waiting.filter((other) => other !== work);
      };
    },
  });
  const pass = () => {
    const due = waiting;
    waiting = [];
    for (const work of due) work();
  };
  const tunnel = (status: Partial<TunnelStatus>) =>
    alerts.note([{ type: 'tunnel.changed', status: { ...online, ...status } }]);
  return { alerts, told, pass, tunnel, pending: () => waiting.length };
}

const online: TunnelStatus = {
  state: 'online',
  kind: 'localtunnel',
  publicUrl: 'https://a.example',
  reason: null,
  lastReachedAt: null,
  nextTryAt: null,
  changedFrom: null,
  history: [],
};

const failed = (number: number, part = {}) =>
  delivery(number, { verdict: { status: 'failed', reason: 'signature-mismatch' }, ...part });
/** The newest first, as hosts tell them. */
const added = (...items: ReturnType<typeof delivery>[]): AppEvent[] => [
  { type: 'deliveries.added', items, skipped: 0 },
];

describe('a failed signature', () => {
  it('is told with what it was and where, and leads to the delivery', () => {
    const { alerts, told, pass } = stage();
    alerts.note(added(failed(7, { eventType: 'invoice.paid' }), delivery(8)));
    expect(told).toEqual([]);
    pass();
    expect(told).toEqual([
      {
        kind: 'failed',
        title: 'A signature does not hold',
        body: 'invoice.paid at Shop',
        deliveryId: idOf(7),
      },
    ]);
  });

  it('is told once for a burst, and the next ones together after a while', () => {
    const { alerts, told, pass, pending } = stage();
    for (let n = 1; n <= 40; n++) alerts.note(added(failed(n)));
    pass();
    expect(told.map(({ title }) => title)).toEqual(['40 signatures do not hold']);
    alerts.note(added(failed(42, { endpointId: 'gone' }), failed(41)));
    expect(told).toHaveLength(1);
    pass();
    expect(told[1]).toMatchObject({
      body: 'The last one is POST /hooks/42. At Shop, an endpoint',
      deliveryId: idOf(42),
    });
    pass();
    expect([told.length, pending()]).toEqual([2, 0]);
  });

  it('is told once it is known, when its key had to be fetched', () => {
    const { alerts, told, pass } = stage();
    const waiting = delivery(1, { verdict: { status: 'unchecked', reason: 'key-pending' } });
    alerts.note(added(waiting));
    alerts.note([{ type: 'deliveries.changed', items: [waiting] }]);
    alerts.note([{ type: 'deliveries.changed', items: [failed(1)] }]);
    alerts.note([{ type: 'deliveries.changed', items: [failed(1)] }]);
    pass();
    expect(told).toMatchObject([{ title: 'A signature does not hold' }]);
  });

  it('is not told when that is switched off, nor when a row merely changes', () => {
    const quiet = stage(['failed']);
    quiet.alerts.note(added(failed(1)));
    const { alerts, pending } = stage();
    alerts.note([{ type: 'deliveries.changed', items: [failed(1)] }]);
    expect([quiet.pending(), pending()]).toEqual([0, 0]);
  });
});

describe('a server that does not answer', () => {
  const ended = (part: Partial<Attempt>): AppEvent[] => [
    { type: 'attempt.changed', attempt: attempt('a', { trigger: 'forward', ...part }) },
  ];
  const broken = (code: FailureCode, part: Partial<Attempt> = {}) =>
    ended({ outcome: 'failure', status: null, failure: { code, message: 'Why.' }, ...part });

  it('is told once until it has answered again', () => {
    const { alerts, told, pass } = stage();
    for (let n = 0; n < 5; n++) alerts.note(broken('refused'));
    pass();
    pass();
    expect(told).toMatchObject([
      { kind: 'destinationDown', title: 'Your server does not answer', body: 'Why.' },
    ]);
    alerts.note(broken('timeout'));
    pass();
    expect(told).toHaveLength(1);
    alerts.note(ended({ status: 500 }));
    alerts.note(broken('refused'));
    pass();
    expect(told).toHaveLength(2);
  });

  it('is told of several as one', () => {
    const { alerts, told, pass } = stage();
    alerts.note(broken('refused', { destination: 'http://localhost:1/a' }));
    alerts.note(broken('dns', { destination: 'http://other.test/b' }));
    pass();
    expect(told).toMatchObject([
      { title: '2 of your servers do not answer', body: 'http://localhost:1, http://other.test' },
    ]);
  });

  it('is not told for a replay, nor for an answer that broke off, nor when switched off', () => {
    const { alerts, pending } = stage();
    alerts.note(broken('refused', { trigger: 'replay' }));
    alerts.note(broken('reset'));
    const quiet = stage(['destinationDown']);
    quiet.alerts.note(broken('refused'));
    expect([pending(), quiet.pending()]).toEqual([0, 0]);
  });
});

describe('the public URL', () => {
  it('is told when it is another one than before, once', () => {
    const { told, tunnel } = stage();
    tunnel({});
    expect(told).toEqual([]);
    tunnel({ publicUrl: 'https://b.example', changedFrom: 'https://a.example' });
    tunnel({ publicUrl: 'https://b.example', changedFrom: 'https://a.example' });
    expect(told).toMatchObject([{ kind: 'urlChanged', deliveryId: null }]);
    expect(told[0]?.body).toContain('https://b.example');
  });

  it('is not told when it was so from the start, or when switched off', () => {
    const changed = { publicUrl: 'https://b.example', changedFrom: 'https://a.example' };
    const begun = stage();
    begun.alerts.begin({ ...online, ...changed });
    begun.tunnel(changed);
    const quiet = stage(['urlChanged']);
    quiet.tunnel(changed);
    expect([begun.told, quiet.told]).toEqual([[], []]);
  });
});

it('tells nothing any more once it is closed', () => {
  const { alerts, pending } = stage();
  alerts.note(added(failed(1)));
  alerts.close();
  expect(pending()).toBe(0);
});
