// The command's lines for people.

import { describe, expect, it } from 'vitest';
import {
  deliveryInWords,
  findingsInWords,
  tunnelInWords,
} from '../../../src/main/headless/words.ts';
import type { Delivery, Finding, TunnelStatus } from '../../../src/shared/model.ts';

const delivery = {
  receivedAt: '2026-11-22T12:00:00.000Z',
  method: 'POST',
  target: '/stripe',
  eventType: 'invoice.paid',
  verdict: { status: 'failed', reason: 'timestamp-stale' },
  response: { status: 200, source: 'canned' },
  durationMs: 12.4,
} as Delivery;

const status: TunnelStatus = {
  state: 'online',
  kind: 'localtunnel',
  publicUrl: 'https://new.example',
  reason: null,
  lastReachedAt: null,
  nextTryAt: null,
  changedFrom: null,
  history: [],
};

describe('the lines for people', () => {
  it('say what came, whether it is genuine, and what was answered', () => {
    expect(deliveryInWords(delivery)).toMatch(
      /^\d\d:\d\d:\d\d {2}invoice\.paid POST \/stripe {2}failed \(timestamp-stale\), answered 200 in 12 ms$/,
    );
  });

  it('say why one was not verified, where that was found', () => {
    const words = { proof: 'p.', fix: 'f.', side: 'here' as const };
    const found: Finding = { cause: 'body-bom', message: 'It gained a \u0007BOM.', ...words };
    expect(findingsInWords([found])).toBe('          It gained a ?BOM.');
    expect(findingsInWords([{ ...found, cause: 'unknown' }])).toBeNull();
  });

  it('let nothing from the network steer the terminal', () => {
    const hostile = { ...delivery, eventType: null, target: '/\u001b[2J\u009b\u0007\r\n' };
    const line = deliveryInWords(hostile);
    expect(line).toContain('POST /?[2J????');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what must not be there
    expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
  });

  it('say loudly when the public URL is another one', () => {
    expect(tunnelInWords({ ...status, changedFrom: 'https://old.example' })).toContain(
      'it was https://old.example',
    );
    expect(tunnelInWords({ ...status, state: 'off' })).toBeNull();
    expect(tunnelInWords({ ...status, state: 'failed', reason: 'no such name' })).toContain(
      'failed: no such name',
    );
  });
});
