import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeHeaders, encodeMessage } from '../../../../src/main/engine/store/message.ts';
import type { HeaderList } from '../../../../src/shared/headers.ts';
import { newDelivery } from './fixtures.ts';

function roundTrip(headers: HeaderList, body: Buffer, facts = {}) {
  const message = encodeMessage(newDelivery({ id: 'dlv_00000000001', headers, body, ...facts }));
  return {
    message,
    headers:
      message.oddHeaders ?? decodeHeaders(message.raw.subarray(message.headStart, message.headEnd)),
    body: message.raw.subarray(message.headEnd),
  };
}

const latin1 = fc.string({
  unit: fc.integer({ min: 0, max: 255 }).map((n) => String.fromCharCode(n)),
});
const anyPairs = fc.array(fc.tuple(fc.oneof(latin1, fc.string()), fc.oneof(latin1, fc.string())));
const wirePairs = fc.array(
  fc.tuple(
    fc.stringMatching(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/),
    fc.stringMatching(/^[\t\x20-\x7e\x80-\xff]*$/),
  ),
);

describe('a stored message', () => {
  it('gives back headers of the wire from its lines: order, case, duplicates, bytes', () => {
    fc.assert(
      fc.property(wirePairs, fc.uint8Array(), (headers, body) => {
        const back = roundTrip(headers, Buffer.from(body));
        expect(back.message.oddHeaders).toBeNull();
        expect(back.headers).toEqual(headers);
        expect(back.body.equals(body)).toBe(true);
      }),
    );
  });

  it('gives back even headers that no parser lets through', () => {
    fc.assert(
      fc.property(anyPairs, (headers) => {
        expect(roundTrip(headers, Buffer.alloc(0)).headers).toEqual(headers);
      }),
    );
  });

  it('finds its parts again behind facts beyond ASCII', () => {
    const back = roundTrip([['X-É', 'ÿ\x80']], Buffer.from([0, 255]), {
      eventType: 'größe.geändert \u{1f600}',
      messageId: 'ÿ',
      target: '/caf\xe9',
    });
    expect(back.headers).toEqual([['X-É', 'ÿ\x80']]);
    expect([...back.body]).toEqual([0, 255]);
  });

  it('tells whether a NUL byte is in it', () => {
    expect(roundTrip([], Buffer.from('plain')).message.hasNul).toBe(false);
    expect(roundTrip([], Buffer.from('a\0b')).message.hasNul).toBe(true);
    expect(roundTrip([], Buffer.from(''), { eventType: 'a\0b' }).message.hasNul).toBe(true);
  });

  it('holds no body that is in a file', () => {
    const file = { path: '/nowhere', size: 5_000_000 };
    const message = encodeMessage(newDelivery({ id: 'dlv_00000000001', file }));
    expect(message.raw).toHaveLength(message.headEnd);
  });
});
