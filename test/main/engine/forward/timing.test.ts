// The phases of an attempt, over real connections.

import { describe, expect, it } from 'vitest';
import { answersOk } from '../../../support/destinations.ts';
import { startForwarding } from './harness.ts';

describe('timing', () => {
  it('tells the phases of a new connection', async () => {
    const { forward } = await startForwarding(answersOk());
    const { timing } = (await forward()).attempt;
    expect(timing.dnsMs).toBeNull();
    expect(timing.tlsMs).toBeNull();
    for (const phase of ['connectMs', 'sendMs', 'waitMs', 'receiveMs', 'totalMs'] as const) {
      expect(timing[phase]).toBeGreaterThanOrEqual(0);
    }
    const { connectMs, sendMs, waitMs, receiveMs, totalMs } = timing;
    expect(connectMs! + sendMs! + waitMs! + receiveMs!).toBeCloseTo(totalMs!, 5);
  });

  it('has no connecting on a connection that was kept', async () => {
    const { destination, forward } = await startForwarding(answersOk());
    await forward();
    const { timing } = (await forward()).attempt;
    expect(destination.connections()).toBe(1);
    expect(timing).toMatchObject({ dnsMs: null, connectMs: null, tlsMs: null });
    expect(timing.sendMs! + timing.waitMs! + timing.receiveMs!).toBeCloseTo(timing.totalMs!, 5);
  });

  it('tells the phases of a name and of TLS', async () => {
    const { destination, forward } = await startForwarding(answersOk(), { tls: true });
    const { attempt } = await forward({}, { destination: `https://localhost:${destination.port}` });
    const { dnsMs, connectMs, tlsMs, sendMs, waitMs, receiveMs, totalMs } = attempt.timing;
    expect(dnsMs! + connectMs! + tlsMs! + sendMs! + waitMs! + receiveMs!).toBeCloseTo(totalMs!, 5);
    expect(tlsMs).toBeGreaterThan(0);
  });

  it('ends where the try ended', async () => {
    const { forward } = await startForwarding(() => {});
    const { timing } = (await forward({}, { timeoutMs: 200 })).attempt;
    expect(timing.connectMs).not.toBeNull();
    expect(timing).toMatchObject({ waitMs: null, receiveMs: null });
    expect(timing.totalMs).toBeGreaterThanOrEqual(199);
  });
});
